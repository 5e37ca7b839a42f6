import { addMonths } from '../../dsl/kernel/calendar.ts';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import { boundsFor, type Bounds } from '../logic/bounds.ts';
import { openInquiry } from '../logic/inquiry.ts';
import type { Solver } from '../logic/solver.ts';
import { expressionsOf } from '../logic/world.ts';
import { leavesOf } from '../../dsl/kernel/facts.ts';
import { analyses } from './analyses.ts';
import type { Analysis, Finding, Subject } from './analysis.ts';
import { createAsking } from './analysis/asking.ts';
import { placesOf } from './analysis/structure.ts';
import { wordsOf } from './analysis/words.ts';

/** How long, in milliseconds, the solver may take for one question, and for all of a policy. */
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
  const inquiry = openInquiry(solver, [kernel], budget.question, boundsOf(kernel));
  const [logic] = inquiry.policies;
  if (logic === undefined) return [];
  // The author's own cases answer much of what is asked.
  const given = [plainRequest(kernel), ...policy.cases.map(({ record }) => record)];
  const ends = performance.now() + budget.policy;
  const subject: Subject = {
    policy,
    kernel,
    inquiry,
    logic,
    places: placesOf(kernel),
    asking: createAsking(kernel, inquiry, logic, given, () => performance.now() < ends),
    words: wordsOf(kernel),
  };
  const findings: Finding[] = [];
  for (const { rule } of wanted) findings.push(...(await rule(subject)));
  return findings.filter((finding) => !isAccepted(policy, finding));
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
