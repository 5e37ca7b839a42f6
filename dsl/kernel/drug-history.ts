import type { CaseRecord, DrugEntry } from './case.ts';
import { supported } from './evidence.ts';
import type { Agents, Reason } from './expression.ts';
import type { NamedRow, Tables } from './kernel.ts';
import { certain, forReview, known, least, met, notMet, unknown, type Verdict } from './truth.ts';

/** One entry of the drug history that counts on the date of service, its agent found in the vocabulary. */
export interface Dose extends DrugEntry {
  /** The agent as given, folded as `fold` does. */
  readonly name: string;
  /** Id of the ingredient; left out where the vocabulary does not know the name. */
  readonly ingredient?: string;
  /** Id of the product, where the name is a product's and not the ingredient's. */
  readonly product?: string;
}

/** A name as it is compared: without case, trademark signs and surplus space. */
export function fold(name: string): string {
  return name.replace(/[®™©]/g, '').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The id of the row that has this id or this name. */
export function canonicalId(rows: readonly NamedRow[], given: string): string | undefined {
  return idsByName(rows).get(fold(given));
}

const indexes = new WeakMap<readonly NamedRow[], ReadonlyMap<string, string>>();

/** The ids of rows by id and by folded name, gathered once: a vocabulary is asked for every name of every case. */
function idsByName(rows: readonly NamedRow[]): ReadonlyMap<string, string> {
  const before = indexes.get(rows);
  if (before !== undefined) return before;
  // Of two rows with one name the first has it: a map keeps the last.
  const ids = new Map(
    rows.toReversed().flatMap(({ id, name }) => [id, fold(name)].map((key) => [key, id] as const)),
  );
  indexes.set(rows, ids);
  return ids;
}

/**
 * The entries that count: those begun after the date of service do not (reading C-55). An end before its
 * beginning is a contradiction: both dates are then unknown.
 */
export function historyOf(tables: Tables, record: CaseRecord): Dose[] {
  const on = record.request.dateOfService;
  return (record.drugs ?? [])
    .filter(({ from }) => from === undefined || from <= on)
    .map((entry) => {
      const product = canonicalId(tables.products, entry.agent);
      const ingredient =
        tables.products.find((row) => row.id === product)?.ingredient ??
        canonicalId(tables.ingredients, entry.agent);
      const { from, to, ...rest } = entry;
      const contradicts = from !== undefined && to !== undefined && to < from;
      return {
        ...rest,
        name: fold(entry.agent),
        ...(contradicts || from === undefined ? {} : { from }),
        ...(contradicts || to === undefined ? {} : { to }),
        ...(product === undefined ? {} : { product }),
        ...(ingredient === undefined ? {} : { ingredient }),
      };
    });
}

/** Whether the drug was taken: a contraindication without dates or source is no treatment (reading C-37). */
export function isTreatment(dose: Dose): Verdict {
  if (dose.evidence === 'absent') return notMet;
  const untried =
    dose.from === undefined && dose.to === undefined && dose.source === undefined && dose.current !== true;
  if (dose.outcome === 'contraindication' && untried) return notMet;
  // Where the outcome is not said it may be one.
  if ((dose.outcome === undefined || dose.outcome === 'unknown') && untried) return unknown;
  return dose.evidence === undefined ? unknown : met;
}

/** The bounds of the day of an entry's last dose, as far as its dates tell; none lies after the date of service. */
export function lastDay(dose: Dose, on: string): { readonly earliest?: string; readonly latest: string } {
  if (dose.to !== undefined) {
    const day = dose.to < on ? dose.to : on;
    return { earliest: day, latest: day };
  }
  return dose.from === undefined ? { latest: on } : { earliest: dose.from, latest: on };
}

/** Whether a dose is of an agent of the set; a name that the vocabulary lacks may be, where the set is open (reading C-41). */
export function isAgent(dose: Dose, agents: Agents): Verdict {
  if (dose.ingredient === undefined) return agents.open ? forReview : notMet;
  return certain(agents.ingredients.includes(dose.ingredient));
}

/** A sample never helps a criterion (reading B-9); a source left out is unknown (reading C-60). */
export function isSupplied({ source }: DrugEntry): Verdict {
  return known(source === undefined ? undefined : source === 'supplied');
}

/** Whether an entry shows one of the reasons. */
export function showsReason(
  { outcome, evidence, source }: DrugEntry,
  leaf: Pick<Reason, 'reasons' | 'grade'>,
): Verdict {
  if (evidence === 'absent') return notMet;
  if (outcome === undefined || outcome === 'unknown') return unknown;
  if (outcome === 'none' || !leaf.reasons.includes(outcome)) return notMet;
  // On a sample a failure does not count, an intolerance is for the reviewer, a contraindication needs no trial (readings B-9, C-54).
  const onSample = outcome === 'intolerance' ? forReview : notMet;
  const origin =
    outcome === 'contraindication' || source === 'supplied' ? met : source === 'sample' ? onSample : unknown;
  return least([origin, supported(evidence, leaf.grade)]);
}
