import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import { factsOf, leavesOf, type ById } from '../../../dsl/kernel/facts.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import type { Condition } from './conditions.ts';
import { neighboursOf } from './neighbours.ts';
import { holdsIn, seenOf, type Seen } from './seen.ts';

/** A case, and which of some conditions do not hold of it. */
export interface Near {
  readonly each: Seen;
  readonly lacking: readonly Condition[];
}

/** How far a case may be from an answer for its neighbours to be tried, and how many such cases are. */
const [fewLacking, fewTried] = [400, 2];
/** How many of the conditions that a case lacks, and of the questions of each, are tried at every step. */
const [triedLacking, triedLeaves] = [3, 4];

/** The few cases that lack least of some conditions, the latest first. */
export function nearest(conditions: readonly Condition[], seen: readonly Seen[]): readonly Near[] {
  return seen
    .toReversed()
    .map((each) => ({ each, lacking: lackingIn(conditions, each) }))
    .filter(({ lacking }) => lacking.length <= fewLacking)
    .sort((first, second) => first.lacking.length - second.lacking.length)
    .slice(0, fewTried);
}

/** What is climbed in: a policy, and the facts that its conditions read. */
export interface Ground {
  readonly kernel: Kernel;
  readonly byId: ById;
  readonly factsIn: (condition: Condition) => readonly string[];
}

/**
 * A case of which the conditions hold, reached from one that lacks some by changes of single facts that what is lacking
 * reads, each of which leaves less lacking.
 */
export function climbed(
  { each, lacking }: Near,
  conditions: readonly Condition[],
  ground: Ground,
): Seen | undefined {
  const record = climbedTo(each.record, lacking, conditions, ground);
  if (record === undefined) return undefined;
  const found = seenOf(ground.kernel, record);
  return conditions.every(found.holds) ? found : undefined;
}

/** On the way only those conditions are looked at again that read what was changed. */
function climbedTo(
  record: CaseRecord,
  lacking: readonly Condition[],
  conditions: readonly Condition[],
  ground: Ground,
): CaseRecord | undefined {
  if (lacking.length === 0) return record;
  const { kernel, byId, factsIn } = ground;
  for (const condition of lacking.slice(0, triedLacking)) {
    const leaves = condition.on === 'expression' ? leavesOf(condition.expression, byId) : [];
    for (const leaf of leaves.slice(0, triedLeaves)) {
      const changed = new Set(factsOf(leaf));
      const reads = (other: Condition) => factsIn(other).some((fact) => changed.has(fact));
      const close = conditions.filter(reads);
      const kept = lacking.filter((other) => !reads(other));
      for (const next of neighboursOf(record, leaf, kernel)) {
        if (!holdsIn(kernel, next, condition)) continue;
        const left = [...kept, ...close.filter((other) => !holdsIn(kernel, next, other))];
        if (left.length < lacking.length) return climbedTo(next, left, conditions, ground);
      }
    }
  }
  return undefined;
}

function lackingIn(conditions: readonly Condition[], { holds }: Seen): readonly Condition[] {
  return conditions.filter((condition) => !holds(condition));
}
