import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import type { Expression } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { meaningOf, type Meaning } from '../../../dsl/kernel/meaning.ts';
import type { Truth } from '../../../dsl/kernel/truth.ts';
import type { Condition } from './conditions.ts';
import { referencesIn } from './read-facts.ts';

/** A case, and what the policy makes of it. */
export interface Seen {
  readonly record: CaseRecord;
  readonly meaning: Meaning;
  readonly truthOf: (expression: Expression) => Truth;
  readonly holds: (condition: Condition) => boolean;
}

/** A case as the interpreter sees it. */
export function seenOf(kernel: Kernel, record: CaseRecord): Seen {
  const meaning = meaningOf(kernel, record);
  const known = new Map<Expression, Truth>();
  const truthOf = (expression: Expression): Truth => {
    if (expression.kind === 'clause') return meaning.clauses.get(expression.id)?.truth ?? 'unknown';
    const before = known.get(expression);
    if (before !== undefined) return before;
    const truth = truthIn(kernel, record, expression);
    known.set(expression, truth);
    return truth;
  };
  return {
    record,
    meaning,
    truthOf,
    holds: (condition) =>
      condition.on === 'scope' ? meaning.layer !== 'scope' : isSo(condition, truthOf(condition.expression)),
  };
}

/** Whether a condition holds of a case: the interpreter looks at nothing but what it speaks of. */
export function holdsIn(kernel: Kernel, record: CaseRecord, condition: Condition): boolean {
  return condition.on === 'scope'
    ? meaningOf(onlyAsking(kernel, kernel.scope ?? nothing), record).layer !== 'scope'
    : isSo(condition, truthIn(kernel, record, condition.expression));
}

function isSo({ is }: Extract<Condition, { on: 'expression' }>, truth: Truth): boolean {
  return is === 'unmet' ? truth !== 'met' : truth === is;
}

const asked = 'asked here';
const nothing: Expression = { kind: 'all', of: [] };

/** What the interpreter says of an expression: it is asked of a policy that has it and what it refers to as its clauses. */
function truthIn(kernel: Kernel, record: CaseRecord, expression: Expression): Truth {
  return meaningOf(onlyAsking(kernel, expression), record).clauses.get(asked)?.truth ?? 'unknown';
}

const narrowed = new WeakMap<Kernel, Map<Expression, Kernel>>();

function onlyAsking(kernel: Kernel, expression: Expression): Kernel {
  const known = narrowed.get(kernel) ?? new Map<Expression, Kernel>();
  narrowed.set(kernel, known);
  const before = known.get(expression);
  if (before !== undefined) return before;
  const byId = new Map(kernel.clauses.map((clause) => [clause.id, clause]));
  const reached = new Set<string>();
  const reach = (part: Expression): void => {
    for (const id of referencesIn(part)) {
      const clause = byId.get(id);
      if (clause === undefined || reached.has(id)) continue;
      reached.add(id);
      reach(clause.expression);
    }
  };
  reach(expression);
  const clause = { id: asked, number: asked, text: asked, section: 'medicalNecessity', expression } as const;
  const policy: Kernel = {
    ...withoutParts(kernel),
    clauses: [...kernel.clauses.filter(({ id }) => reached.has(id)), clause],
  };
  known.set(expression, policy);
  return policy;
}

/** A policy that decides nothing by its clauses. */
function withoutParts({ reauthorization: _reauthorization, dosing: _dosing, ...rest }: Kernel): Kernel {
  return { ...rest, criteria: nothing, exclusions: { kind: 'any', of: [] } };
}
