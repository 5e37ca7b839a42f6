import type { CaseRecord, DrugEntry } from '../../../dsl/kernel/case.ts';
import { canonicalId } from '../../../dsl/kernel/drug-history.ts';
import type { NamedRow } from '../../../dsl/kernel/kernel.ts';
import { strangers } from './links.ts';
import type { Counterexample } from './proof.ts';
import { disagreement, leavesFor, type Sides } from './sides.ts';

/**
 * A name that the text takes for something else than the vocabulary does; none where each spelling of each row, and each
 * text in the emitted file that could be one, is taken as the text that stands for its row is.
 */
export function misspelled(sides: Sides, text: string): Counterexample | undefined {
  const { tables } = sides.kernel;
  const quoted = [...text.matchAll(/'((?:[^'\\\n]|\\.)+)'/g)].map(([, inside = '']) => inside);
  const attributes = tables.attributes.map(({ id, values }) => ({
    rows: values,
    records: (name: string) => [{ request, attributes: { [id]: name } }],
  }));
  const asked: readonly Asked[] = [
    { rows: tables.products, records: (product) => [{ request: { ...request, product } }] },
    { rows: tables.indications, records: (indication) => [{ request: { ...request, indication } }] },
    { rows: [...tables.products, ...tables.ingredients], records: drugRecords },
    ...attributes,
  ];
  for (const { rows, records } of asked)
    for (const given of spellingsOf(rows, quoted)) {
      const meant = canonicalId(rows, given);
      const row = meant === undefined ? undefined : rows.find(({ id }) => id === meant);
      const standing = row === undefined ? strangers[0] : standingFor(rows, row);
      const own = records(standing);
      for (const [place, record] of records(given).entries()) {
        const other = own[place];
        if (other === undefined || leavesFor(sides, record).join() === leavesFor(sides, other).join())
          continue;
        const sentence = disagreement(sides, record);
        if (sentence !== undefined) return { record, sentence };
      }
    }
  return undefined;
}

interface Asked {
  readonly rows: readonly NamedRow[];
  readonly records: (name: string) => readonly CaseRecord[];
}

const request = { dateOfService: '2030-06-03', kind: 'initial' } as const;

function standingFor(rows: readonly NamedRow[], row: NamedRow): string {
  return [row.id, row.name].find((each) => canonicalId(rows, each) === row.id) ?? row.id;
}

/** Ids and names as they stand, in capitals and with marks; and what the text itself quotes. */
function spellingsOf(rows: readonly NamedRow[], quoted: readonly string[]): readonly string[] {
  const texts = rows.flatMap(({ id, name }) => [id, name]);
  return [...new Set([...texts, ...texts.flatMap((each) => [each.toUpperCase(), ` ${each}®  `]), ...quoted])];
}

/** Histories of one drug in which what it is matters: failed, taken now, taken once, from a sample. */
function drugRecords(agent: string): readonly CaseRecord[] {
  const shown: Omit<DrugEntry, 'agent'> = { evidence: 'documented', source: 'supplied', from: '2028-01-01' };
  const entries: readonly Omit<DrugEntry, 'agent'>[] = [
    { ...shown, outcome: 'failure', to: '2029-12-01' },
    { ...shown, outcome: 'none', current: true },
    { ...shown, outcome: 'intolerance', source: 'sample', to: '2030-05-01' },
    { outcome: 'contraindication', evidence: 'documented' },
  ];
  return entries.map((entry) => ({ request, drugs: [{ ...entry, agent }], drugsComplete: true }));
}
