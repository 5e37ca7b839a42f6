import type { Kernel, NamedRow, Tables } from '../../dsl/kernel/kernel.ts';
import { leavesOf } from '../../dsl/kernel/facts.ts';
import { expressionsOf } from '../logic/world.ts';

/** How the vocabularies of two versions differ, as far as it bears on what they mean. */
export interface VocabularyDifference {
  /** Ids of products and ingredients that one of them lacks, or that they read differently: no drug of a request goes by them. */
  readonly drugs: readonly string[];
  /** What the questions of the versions rest on and the vocabularies read differently: no meaning is proved the same then. */
  readonly readDifferently: readonly string[];
}

/** Compares the vocabularies that two versions came with. */
export function compareVocabularies(older: Kernel, newer: Kernel): VocabularyDifference {
  const of = <Row extends NamedRow>(rows: (tables: Tables) => readonly Row[]) =>
    differences(rows(older.tables), rows(newer.tables));
  const drugs = [of((tables) => tables.products), of((tables) => tables.ingredients)];
  const asked = askedFor([older, newer]);
  const others = [
    of((tables) => tables.axes),
    of((tables) => tables.indications),
    of((tables) => tables.events),
    of((tables) => tables.attributes),
  ];
  return {
    drugs: [...new Set(drugs.flatMap(({ inOne, changed }) => [...inOne, ...changed]))].sort(),
    readDifferently: [...new Set(others.flatMap(({ changed }) => changed))]
      .filter((id) => asked.has(id))
      .sort(),
  };
}

function differences(
  older: readonly NamedRow[],
  newer: readonly NamedRow[],
): { readonly inOne: readonly string[]; readonly changed: readonly string[] } {
  const textsOf = (rows: readonly NamedRow[]) => new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
  const [before, after] = [textsOf(older), textsOf(newer)];
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return {
    inOne: ids.filter((id) => before.has(id) !== after.has(id)),
    changed: ids.filter((id) => before.has(id) && after.has(id) && before.get(id) !== after.get(id)),
  };
}

/** The ids that the questions of policies name. */
function askedFor(kernels: readonly Kernel[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') ids.add(value.replace(/^attributes\./, ''));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  for (const kernel of kernels) for (const expression of expressionsOf(kernel)) visit(leavesOf(expression));
  return ids;
}
