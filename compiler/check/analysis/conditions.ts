import type { Expression } from '../../../dsl/kernel/expression.ts';
import type { ById } from '../../../dsl/kernel/facts.ts';

/** What a question supposes of a case: the policy applies to it, or an expression has a status. */
export type Condition =
  | { readonly on: 'scope' }
  | {
      readonly on: 'expression';
      readonly expression: Expression;
      readonly is: Wanted;
      /** The clause that it speaks of. */
      readonly clause?: string;
    };

/** `unmet` is not met or unknown. */
export type Wanted = 'met' | 'not-met' | 'unmet';

export const applies: Condition = { on: 'scope' };

/**
 * What an expression's having a status comes to, in parts that all have to hold: the more parts, the fewer of them does an
 * answer have to name.
 */
export function conditionsOf(
  expression: Expression,
  is: Wanted,
  byId: ById,
  clause?: string,
): readonly Condition[] {
  const parts = (of: readonly Expression[]) => of.flatMap((part) => conditionsOf(part, is, byId, clause));
  const joined = is === 'met' ? 'all' : 'any';
  if (expression.kind === joined && expression.of.length > 0) return parts(expression.of);
  if (expression.kind === 'not' && is !== 'unmet')
    return conditionsOf(expression.of, is === 'met' ? 'not-met' : 'met', byId, clause);
  if (expression.kind === 'clause') {
    const named = byId.get(expression.id);
    const inner = named === undefined ? [] : conditionsOf(named, is, byId, expression.id);
    if (inner.length > 1 || inner.some((part) => clauseOf(part) !== expression.id)) return inner;
    return [{ on: 'expression', expression, is, clause: expression.id }];
  }
  return [{ on: 'expression', expression, is, ...(clause === undefined ? {} : { clause }) }];
}

/** The clause that a condition speaks of; none of what goes without saying. */
export function clauseOf(condition: Condition): string | undefined {
  return condition.on === 'expression' ? condition.clause : undefined;
}

/** The clauses that conditions speak of, each once. */
export function clausesIn(conditions: readonly Condition[]): readonly string[] {
  return [...new Set(conditions.flatMap((condition) => clauseOf(condition) ?? []))];
}

/** Whether conditions have this one among them. */
export function includes(conditions: readonly Condition[], wanted: Condition): boolean {
  return conditions.some(
    (condition) =>
      condition === wanted ||
      (condition.on === 'expression' &&
        wanted.on === 'expression' &&
        condition.is === wanted.is &&
        JSON.stringify(condition.expression) === JSON.stringify(wanted.expression)),
  );
}
