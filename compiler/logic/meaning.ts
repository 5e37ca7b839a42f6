import type { Expression, Leaf } from '../../dsl/kernel/expression.ts';
import { expressionsById } from '../../dsl/kernel/facts.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { coverage, type Outcome } from '../../dsl/kernel/meaning.ts';
import { packedDate } from './date.ts';
import { answer } from './leaves/index.ts';
import { and, atMost, not, or, whole, type Term } from './term.ts';
import * as verdicts from './verdict.ts';
import type { Verdict } from './verdict.ts';
import type { World } from './world.ts';

/** What a policy means, as logic over the facts of a case: the same as `dsl/kernel/meaning.ts` says of one case. */
export interface PolicyLogic {
  /** Each clause by its id. */
  readonly clauses: ReadonlyMap<string, Verdict>;
  /** Whether the policy speaks of the request. */
  readonly scope: Verdict;
  /** The criteria, a reauthorization's where it is one, and no exclusion. */
  readonly coverage: Verdict;
  readonly dosing: Verdict;
  /** Where each outcome is reached; of every case exactly one holds. */
  readonly outcomes: Readonly<Record<Outcome, Term>>;
  /** Any expression over the clauses. */
  readonly verdictOf: (expression: Expression) => Verdict;
}

/** Turns a policy to logic over a world. */
export function policyLogic(kernel: Kernel, world: World): PolicyLogic {
  const verdictOf = verdictsOf(kernel, (leaf) => answer(leaf, kernel, world));
  const clauses = new Map(kernel.clauses.map(({ id, expression }) => [id, verdictOf(expression)]));
  return { clauses, ...decisionOf(kernel, world, verdictOf), verdictOf };
}

/** How a policy decides, where `verdictOf` says what an expression comes to. */
export function decisionOf(
  kernel: Kernel,
  world: World,
  verdictOf: (expression: Expression) => Verdict,
): Pick<PolicyLogic, 'scope' | 'coverage' | 'dosing' | 'outcomes'> {
  const scope = scopeOf(kernel, world, verdictOf);
  const covered = verdictOf(coverage(kernel));
  const dosing = kernel.dosing === undefined ? verdicts.met : verdictOf(kernel.dosing);
  return { scope, coverage: covered, dosing, outcomes: outcomesOf(scope, covered, dosing, world) };
}

/**
 * What expressions over a policy's clauses come to, where `answerTo` says what a question does. The same question of two
 * clauses is one term: it is put to the solver once.
 */
export function verdictsOf(
  kernel: Kernel,
  answerTo: (leaf: Leaf) => Verdict,
): (expression: Expression) => Verdict {
  const byId = expressionsById(kernel);
  const known = new Map<Expression, Verdict>();
  const asked = new Map<string, Verdict>();
  const verdictOf = (expression: Expression): Verdict => {
    const before = known.get(expression);
    if (before !== undefined) return before;
    const verdict = compute(expression);
    known.set(expression, verdict);
    return verdict;
  };
  const compute = (expression: Expression): Verdict => {
    switch (expression.kind) {
      case 'all':
        return verdicts.least(expression.of.map(verdictOf));
      case 'any':
        return verdicts.greatest(expression.of.map(verdictOf));
      case 'atLeast':
        return verdicts.atLeast(expression.count, expression.of.map(verdictOf));
      case 'not':
        return verdicts.negate(verdictOf(expression.of));
      case 'clause': {
        const named = byId.get(expression.id);
        return named === undefined ? verdicts.unknown : verdictOf(named);
      }
      default: {
        const key = JSON.stringify(expression);
        const verdict = asked.get(key) ?? answerTo(expression);
        asked.set(key, verdict);
        return verdict;
      }
    }
  };
  return verdictOf;
}

/** Where a policy speaks of the request of a world's case. */
export function scopeOf(
  kernel: Kernel,
  { request }: World,
  verdictOf: (expression: Expression) => Verdict,
): Verdict {
  return verdicts.least([
    verdicts.certain(atMost(whole(packedDate(kernel.effective) ?? 0), request.dateOfService.term)),
    verdicts.known(request.product.isKnown, request.product.isOneOf(kernel.products)),
    kernel.scope === undefined ? verdicts.met : verdictOf(kernel.scope),
  ]);
}

/** The layers in the order of reading C-33. */
function outcomesOf(
  scope: Verdict,
  covered: Verdict,
  dosing: Verdict,
  { request }: World,
): Readonly<Record<Outcome, Term>> {
  const mandated = request.mandate.isOneOf(['requires']);
  const excluded = request.planDocument.isOneOf(['excludes']);
  const byPlan = request.planDocument.isOneOf(['covers']);
  const byPolicy = and(scope.met, not(mandated), not(excluded));
  const open = or(verdicts.isUnknown(covered), and(covered.met, verdicts.isUnknown(dosing)));
  return {
    notApplicable: scope.notMet,
    approved: or(
      and(scope.met, mandated),
      and(byPolicy, or(and(covered.met, dosing.met), and(covered.notMet, byPlan))),
    ),
    modified: and(byPolicy, covered.met, dosing.notMet),
    denied: or(and(scope.met, not(mandated), excluded), and(byPolicy, covered.notMet, not(byPlan))),
    pended: or(verdicts.isUnknown(scope), and(byPolicy, open)),
  };
}
