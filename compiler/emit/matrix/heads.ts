import type { Clause } from '../../../dsl/kernel/kernel.ts';

const longest = 8;

/**
 * Heads for columns, by clause id: the printed number where it is short; `Dos.A` and `Re.1` for dosing and
 * reauthorization; `X1`, `X2`, ... for exclusions, which print no number; `#7` for what is left.
 */
export function headsOf(clauses: readonly Clause[]): ReadonlyMap<string, string> {
  const heads = new Map<string, string>();
  const taken = new Set<string>();
  let exclusions = 0;
  clauses.forEach((clause, index) => {
    if (clause.section === 'exclusions') exclusions += 1;
    const wanted = clause.section === 'exclusions' ? `X${exclusions}` : shortened(clause);
    const head = wanted.length > longest || taken.has(wanted) ? `#${index + 1}` : wanted;
    taken.add(head);
    heads.set(clause.id, head);
  });
  return heads;
}

function shortened({ id, number }: Clause): string {
  if (id === 'indication') return 'All';
  return number.replace(/^Dosing/, 'Dos').replace(/^Reauthorization/, 'Re');
}
