import type { Expression } from '../../../dsl/kernel/expression.ts';
import type { ById } from '../../../dsl/kernel/facts.ts';
import type { Condition } from './conditions.ts';

/**
 * Conditions of which one says that something is unmet that the others meet by how clauses are put together alone, so
 * that no fact has to be looked at; none where it takes more than that.
 */
export function contradiction(
  focus: readonly Condition[],
  conditions: readonly Condition[],
  byId: ById,
): readonly Condition[] | undefined {
  const met = new Map(
    conditions.flatMap((condition) =>
      condition.on === 'expression' && condition.is === 'met'
        ? [[keyOf(condition.expression), condition] as const]
        : [],
    ),
  );
  for (const condition of focus) {
    if (condition.on !== 'expression' || condition.is !== 'unmet') continue;
    const reasons = reasonsFor(condition.expression, met, byId);
    if (reasons !== undefined) return [condition, ...new Set(reasons)];
  }
  return undefined;
}

/** The conditions that meet an expression; none where they do not. */
function reasonsFor(
  expression: Expression,
  met: ReadonlyMap<string, Condition>,
  byId: ById,
): readonly Condition[] | undefined {
  const given = met.get(keyOf(expression));
  if (given !== undefined) return [given];
  switch (expression.kind) {
    case 'all': {
      const parts = expression.of.map((part) => reasonsFor(part, met, byId));
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    case 'any':
      return expression.of.map((part) => reasonsFor(part, met, byId)).find((part) => part !== undefined);
    case 'clause': {
      const named = byId.get(expression.id);
      return named === undefined ? undefined : reasonsFor(named, met, byId);
    }
    default:
      return undefined;
  }
}

function keyOf(expression: Expression): string {
  return expression.kind === 'clause' ? expression.id : JSON.stringify(expression);
}
