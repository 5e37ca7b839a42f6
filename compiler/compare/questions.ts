import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { packedDate } from '../logic/date.ts';
import { openInquiry, type Reply } from '../logic/inquiry.ts';
import { policyLogic, type PolicyLogic } from '../logic/meaning.ts';
import type { Solver } from '../logic/solver.ts';
import { and, atMost, not, or, whole, type Term } from '../logic/term.ts';
import type { Verdict } from '../logic/verdict.ts';
import type { World } from '../logic/world.ts';

/** Two versions before the solver: questions about requests that both of them may decide. */
export interface Questions {
  readonly world: World;
  readonly older: PolicyLogic;
  readonly newer: PolicyLogic;
  /** A third policy as logic, whose questions are those of the two. */
  readonly logicOf: (kernel: Kernel) => PolicyLogic;
  /** Where neither a plan document nor a mandate decides over the policy. */
  readonly byPolicy: Term;
  /** Whether there is such a request, of those on a day on which both versions are in force, for which all of these hold. */
  readonly ask: (...terms: readonly Term[]) => Promise<Reply>;
}

/** How the newer of two verdicts stands to the older, over all requests. */
export interface Comparison {
  readonly relation: Relation;
  /** A request on which the newer is met rather than the older, and one the other way round. */
  readonly more?: CaseRecord;
  readonly fewer?: CaseRecord;
}

/** `more`: the newer is met wherever the older is, and by some requests besides; `different`: each by some that the other is not. */
export type Relation = 'same' | 'more' | 'fewer' | 'different' | 'undecided';

/** The first date of service on which both versions are in force. */
export function comparedFrom(older: Kernel, newer: Kernel): string {
  return older.effective > newer.effective ? older.effective : newer.effective;
}

/**
 * Opens two versions to questions, of which each may take so many milliseconds. `strangers` are ids of drugs that the
 * versions' vocabularies do not both know alike: requests that name one are left aside.
 */
export function openQuestions(
  solver: Solver,
  [older, newer]: readonly [Kernel, Kernel],
  strangers: readonly string[],
  milliseconds: number,
): Questions {
  const inquiry = openInquiry(solver, [older, newer], milliseconds);
  const [first, second] = inquiry.policies;
  if (first === undefined || second === undefined) throw new RangeError('Two policies are two.');
  const { world } = inquiry;
  const both = atMost(whole(packedDate(comparedFrom(older, newer)) ?? 0), world.request.dateOfService.term);
  const known = strangers.length === 0 ? [] : world.drugs.map(({ agent }) => not(agent.isOneOf(strangers)));
  const { mandate, planDocument } = world.request;
  const byPolicy = and(not(mandate.isOneOf(['requires'])), not(planDocument.isOneOf(['covers', 'excludes'])));
  return {
    world,
    byPolicy,
    logicOf: (kernel) => policyLogic(kernel, world),
    older: first,
    newer: second,
    ask: (...terms) => inquiry.ask([both, ...known, ...terms]),
  };
}

/** Compares two verdicts over all requests for which a condition holds. */
export async function compareVerdicts(
  { ask }: Questions,
  older: Verdict,
  newer: Verdict,
  ...condition: readonly Term[]
): Promise<Comparison> {
  const more = await ask(isGreater(newer, older), ...condition);
  const fewer = await ask(isGreater(older, newer), ...condition);
  const relation =
    more.status === 'undecided' || fewer.status === 'undecided'
      ? 'undecided'
      : more.status === 'possible'
        ? fewer.status === 'possible'
          ? 'different'
          : 'more'
        : fewer.status === 'possible'
          ? 'fewer'
          : 'same';
  return {
    relation,
    ...(more.status === 'possible' ? { more: more.record } : {}),
    ...(fewer.status === 'possible' ? { fewer: fewer.record } : {}),
  };
}

/** Where one verdict is nearer to being met than another: met and not so, or open where the other is not met. */
export function isGreater(first: Verdict, second: Verdict): Term {
  return or(and(first.met, not(second.met)), and(second.notMet, not(first.notMet)));
}
