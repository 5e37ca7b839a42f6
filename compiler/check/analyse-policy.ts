import { addMonths } from '../../dsl/kernel/calendar.ts';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import { boundsFor, type Bounds } from '../logic/bounds.ts';
import type { Excerpt } from '../logic/excerpt.ts';
import { openInquiry, openWorld } from '../logic/inquiry.ts';
import { stepsPerMillisecond, type Solver } from '../logic/solver.ts';
import { expressionsOf } from '../logic/world.ts';
import { leavesOf } from '../../dsl/kernel/facts.ts';
import { analyses } from './analyses.ts';
import type { Analysis, Finding, Subject } from './analysis.ts';
import { createAsking } from './analysis/asking.ts';
import { effortOf, type Effort } from './analysis/effort.ts';
import { placesOf } from './analysis/structure.ts';
import { wordsOf } from './analysis/words.ts';

/**
 * How long, in milliseconds, the solver may take for one question, and for all of a policy. Both are counted in its steps, so
 * that the same is found on every machine.
 */
export interface Budget {
  readonly question: number;
  readonly policy: number;
}

/** Enough for a policy of 300 criteria. */
export const usualBudget: Budget = { question: 2000, policy: 60_000 };

/**
 * Everything that the analyses find in a policy, in their order and that of its clauses, but for what its author accepts.
 * What there was no time for is told as undecided.
 */
export async function analysePolicy(
  policy: CompiledPolicy,
  solver: Solver,
  budget: Budget = usualBudget,
  wanted: readonly Analysis[] = analyses,
): Promise<readonly Finding[]> {
  const { kernel } = policy;
  const effort = effortOf(budget.policy, () => performance.now());
  const counted = counting(solver, effort);
  const inquiry = openInquiry(counted, [kernel], budget.question, boundsOf(kernel));
  const open = ({ world, constraints }: Excerpt) =>
    openWorld(counted, world, [kernel], budget.question, constraints);
  // The author's own cases answer much of what is asked.
  const given = [plainRequest(kernel), ...policy.cases.map(({ record }) => record)];
  const subject: Subject = {
    policy,
    kernel,
    inquiry,
    open,
    places: placesOf(kernel),
    asking: createAsking({ kernel, inquiry, given, hasTime: effort.isLeft, open }),
    words: wordsOf(kernel),
  };
  const findings: Finding[] = [];
  for (const { rule } of wanted) findings.push(...(await rule(subject)));
  return findings.filter((finding) => !isAccepted(policy, finding));
}

/** What a question costs beside the steps of its answer: that it is put. */
const stepsAQuestion = 20 * stepsPerMillisecond;

/** A solver whose steps are taken from an effort. */
function counting(solver: Solver, effort: Effort): Solver {
  return {
    ...solver,
    open: async (...theory) => {
      const session = await solver.open(...theory);
      return {
        ...session,
        check: async (...question) => {
          const before = session.spent();
          const answer = await session.check(...question);
          effort.spend(session.spent() - before + stepsAQuestion);
          return answer;
        },
      };
    },
  };
}

/** A made-up first request that leaves everything else open: other cases are reached from it, fact by fact. */
function plainRequest({ effective, products: [product = ''] }: Kernel): CaseRecord {
  return {
    request: {
      kind: 'initial',
      product,
      dateOfService: addMonths(effective, 3),
      planDocument: 'silent',
      mandate: 'none',
    },
  };
}

function isAccepted({ policy }: CompiledPolicy, { check, clauses: [own] }: Finding): boolean {
  return (policy.accepted ?? []).some((acceptance) => acceptance.check === check && acceptance.at === own);
}

/** The most drugs of one list, all of which a criterion asks about, that find room in the histories looked at. */
const longestList = 6;

/** The entries of a history, with room for "every drug of a list" of a few. */
function boundsOf(kernel: Kernel): Bounds {
  const leaves = expressionsOf(kernel).flatMap((expression) => leavesOf(expression));
  const bounds = boundsFor([...new Map(leaves.map((leaf) => [JSON.stringify(leaf), leaf])).values()]);
  const lists = leaves.flatMap((leaf) =>
    leaf.kind === 'trials' && leaf.least === 'every' ? leaf.agents.ingredients.length : [],
  );
  return { ...bounds, drugs: Math.max(bounds.drugs, ...lists.filter((length) => length <= longestList)) };
}
