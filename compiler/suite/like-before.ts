import { evaluator, type Assignment } from '../logic/evaluate.ts';
import type { Term } from '../logic/term.ts';

/**
 * An assignment with as much of it as can be changed to what another one has, while these terms hold: groups of variables at
 * first, then each of their members by itself.
 */
export function likeBefore(
  assignment: Assignment,
  before: Assignment | undefined,
  groups: readonly (readonly (readonly string[])[])[],
  terms: readonly Term[],
): Assignment {
  if (before === undefined) return assignment;
  const isOther = (names: readonly string[]) =>
    names.some((name) => assignment.get(name) !== before.get(name));
  const taken = (own: Assignment, names: readonly string[]): Assignment =>
    new Map([...own, ...names.map((name) => [name, before.get(name) ?? false] as const)]);
  /** The first half of a list that can't be taken whole, and then the second. */
  const closer = (own: Assignment, each: readonly (readonly string[])[]): Assignment => {
    if (each.length === 0) return own;
    const changed = taken(own, each.flat());
    const valueOf = evaluator(changed);
    if (terms.every((term) => valueOf(term) === true)) return changed;
    if (each.length === 1) return own;
    const half = Math.ceil(each.length / 2);
    return closer(closer(own, each.slice(0, half)), each.slice(half));
  };
  const byGroups = closer(assignment, groups.map((group) => group.flat()).filter(isOther));
  return closer(byGroups, groups.flat().filter(isOther));
}
