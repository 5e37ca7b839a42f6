import type { CaseRecord } from '../../dsl/kernel/case.ts';
import { factsOf } from '../../dsl/kernel/facts.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { meaningOf } from '../../dsl/kernel/meaning.ts';
import { decide, refersToAny, resultWith, type Decided, type Decision } from './decision.ts';

/**
 * The same as `decide` of a case that differs from a decided one in these facts alone: the interpreter is asked the questions that
 * read them, and all others stand as before.
 */
export function decideAnew(
  decision: Decision,
  before: Decided,
  record: CaseRecord,
  facts: readonly string[],
): Decided {
  const { asked } = decision;
  // The layers above the policy read the request, and so does a history of a drug that is to be continued.
  const isOfRequest = facts.some((fact) => fact.startsWith('request.'));
  const isInScope = asked.scope !== undefined && factsOf(asked.scope).some((fact) => facts.includes(fact));
  const byPlan = !['silent', undefined].includes(record.request.planDocument);
  if (isOfRequest || isInScope || byPlan || before.layer !== 'policy') return decide(decision, record);
  const changed = meaningOf(askingOf(decision, facts), record).clauses;
  const { outcome, groups } = resultWith(decision, before, changed);
  return { ...before, record, outcome, statuses: new Map([...before.statuses, ...changed, ...groups]) };
}

/** The kernel with no more of its clauses than those that read some facts by themselves. */
function askingOf({ asked }: Decision, facts: readonly string[]): Kernel {
  const { scope: _scope, reauthorization: _reauthorization, dosing: _dosing, ...rest } = asked;
  return {
    ...rest,
    clauses: asked.clauses.filter(
      ({ expression }) =>
        !refersToAny(expression) && factsOf(expression).some((fact) => facts.includes(fact)),
    ),
    criteria: { kind: 'all', of: [] },
    exclusions: { kind: 'any', of: [] },
  };
}
