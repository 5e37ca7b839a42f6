import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import { leavesOf, type ById } from '../../../dsl/kernel/facts.ts';
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

/**
 * A case of which the conditions hold, reached from one that lacks some by changes of single facts that what is lacking
 * reads, each of which leaves less lacking.
 */
export function climbed(
  { each, lacking }: Near,
  conditions: readonly Condition[],
  kernel: Kernel,
  byId: ById,
): Seen | undefined {
  if (lacking.length === 0) return each;
  for (const condition of lacking.slice(0, triedLacking)) {
    for (const record of changesFor(condition, each.record, kernel, byId)) {
      if (!holdsIn(kernel, record, condition)) continue;
      const next = seenOf(kernel, record);
      const left = lackingIn(conditions, next);
      if (left.length < lacking.length)
        return climbed({ each: next, lacking: left }, conditions, kernel, byId);
    }
  }
  return undefined;
}

/** The cases that differ in one fact that a condition reads. */
function* changesFor(
  condition: Condition,
  record: CaseRecord,
  kernel: Kernel,
  byId: ById,
): Generator<CaseRecord> {
  const leaves = condition.on === 'expression' ? leavesOf(condition.expression, byId) : [];
  for (const leaf of leaves.slice(0, triedLeaves)) yield* neighboursOf(record, leaf, kernel);
}

function lackingIn(conditions: readonly Condition[], { holds }: Seen): readonly Condition[] {
  return conditions.filter((condition) => !holds(condition));
}
