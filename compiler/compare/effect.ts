import type { Expression } from '../../dsl/kernel/expression.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { coverage } from '../../dsl/kernel/meaning.ts';

/** What meeting a clause does to a request: it helps it, as a criterion, or stands against it, as an exclusion. */
export type Effect = 'helps' | 'hinders' | 'both';

/** Where a clause stands within the one that refers to it. */
export interface Standing {
  /** The clause that refers to it; none where the policy itself does. */
  readonly parent?: string;
  /** Of the group around it: all of its parts are asked for, or some. */
  readonly group: 'all' | 'some';
}

/** The effect of each clause of a policy by its id; a clause that nothing rests on has none. */
export function effectsOf(kernel: Kernel): ReadonlyMap<string, Effect> {
  const byId = new Map(kernel.clauses.map(({ id, expression }) => [id, expression]));
  const effects = new Map<string, Effect>();
  const visit = (expression: Expression, effect: 'helps' | 'hinders'): void => {
    switch (expression.kind) {
      case 'all':
      case 'any':
      case 'atLeast':
        for (const part of expression.of) visit(part, effect);
        return;
      case 'not':
        visit(expression.of, effect === 'helps' ? 'hinders' : 'helps');
        return;
      case 'clause': {
        const before = effects.get(expression.id);
        if (before === effect || before === 'both') return;
        effects.set(expression.id, before === undefined ? effect : 'both');
        const named = byId.get(expression.id);
        if (named !== undefined) visit(named, effect);
        return;
      }
      default:
    }
  };
  visit(coverage(kernel), 'helps');
  if (kernel.dosing !== undefined) visit(kernel.dosing, 'helps');
  if (kernel.scope !== undefined) visit(kernel.scope, 'helps');
  return effects;
}

/** Where each clause stands that is referred to from one place alone, by its id. */
export function standingsOf(kernel: Kernel): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing[]>();
  const visit = (expression: Expression, parent: string | undefined, group: 'all' | 'some'): void => {
    switch (expression.kind) {
      case 'all':
        for (const part of expression.of) visit(part, parent, 'all');
        return;
      case 'any':
      case 'atLeast':
        for (const part of expression.of) visit(part, parent, 'some');
        return;
      case 'not':
        visit(expression.of, parent, group === 'all' ? 'some' : 'all');
        return;
      case 'clause':
        found.set(expression.id, [
          ...(found.get(expression.id) ?? []),
          { ...(parent === undefined ? {} : { parent }), group },
        ]);
        return;
      default:
    }
  };
  for (const { id, expression } of kernel.clauses) visit(expression, id, 'all');
  visit(kernel.exclusions, undefined, 'some');
  if (kernel.dosing !== undefined) visit(kernel.dosing, undefined, 'all');
  return new Map(
    [...found].flatMap(([id, standings]) => {
      const [only, ...others] = standings;
      return only === undefined || others.length > 0 ? [] : [[id, only] as const];
    }),
  );
}
