import type { Clause } from '../../../dsl/kernel/kernel.ts';

const longest = 16;

/**
 * Heads for columns, by clause id: the printed number where it is short, with the place of the indication for its name
 * where there are several; `Dos.A` and `Re.1` for dosing and reauthorization; `X1`, `X2`, ... for exclusions, which print
 * no number; `#7` for what is left.
 */
export function headsOf(
  clauses: readonly Clause[],
  indications: readonly string[],
): ReadonlyMap<string, string> {
  const heads = new Map<string, string>();
  const taken = new Set<string>();
  const names = indications.map((id) => clauses.find((clause) => clause.id === id)?.number ?? '');
  let exclusions = 0;
  clauses.forEach((clause, index) => {
    if (clause.section === 'exclusions') exclusions += 1;
    const wanted = clause.section === 'exclusions' ? `X${exclusions}` : shortened(clause, indications, names);
    const head = wanted.length > longest || taken.has(wanted) ? `#${index + 1}` : wanted;
    taken.add(head);
    heads.set(clause.id, head);
  });
  return heads;
}

function shortened({ id, number }: Clause, indications: readonly string[], names: readonly string[]): string {
  if (id === 'indication') return 'All';
  const place = indications.findIndex((indication) => id === indication || id.startsWith(`${indication}.`));
  if (place >= 0) return `${place + 1}${number.slice(names[place]?.length)}`;
  return number.replace(/^Dosing/, 'Dos').replace(/^Reauthorization/, 'Re');
}
