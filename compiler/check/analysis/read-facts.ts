import type { Expression } from '../../../dsl/kernel/expression.ts';
import { factsOf, leavesOf, type ById } from '../../../dsl/kernel/facts.ts';

/**
 * The facts that an expression asks for and that two criteria may share: of diagnoses the disease's course, and no drug
 * history, which nearly every question about drugs reads anew.
 */
export function sharedFactsOf(expression: Expression, byId: ById): ReadonlySet<string> {
  const courses = leavesOf(expression, byId).flatMap((leaf) =>
    leaf.kind === 'classified' ? `diagnoses.${leaf.axis}` : [],
  );
  const plain = factsOf(expression, byId).filter((fact) => !unshared.has(fact));
  return new Set([...plain, ...courses]);
}

const unshared: ReadonlySet<string> = new Set(['diagnoses', 'drugs', 'drugsComplete', 'request.kind']);

/** Whether two sets have a member in common. */
export function overlap(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  return [...first].some((each) => second.has(each));
}

/** The clauses that an expression names itself. */
export function referencesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return expression.of.flatMap(referencesIn);
    case 'not':
      return referencesIn(expression.of);
    case 'clause':
      return [expression.id];
    default:
      return [];
  }
}
