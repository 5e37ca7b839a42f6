import type { CaseRecord } from '../../dsl/kernel/case.ts';
import { leavesOf } from '../../dsl/kernel/facts.ts';
import type { Clause } from '../../dsl/kernel/kernel.ts';
import { alternativesOf } from './alternatives/alternatives.ts';
import { tellsAll } from './complete.ts';
import { decideAnew } from './decide-anew.ts';
import {
  differences,
  flippedOutcome,
  isSettled,
  outcomeWith,
  type Decided,
  type Decision,
} from './decision.ts';
import { differOnlyIn, inOrder, withFacts } from './record-facts.ts';

/** How two cases show that a clause decides by itself. */
export type PairKind = 'unique' | 'masking';

/** How two cases show a clause; none where they don't. */
export function pairKind(
  decision: Decision,
  first: Decided,
  second: Decided,
  clause: string,
): PairKind | undefined {
  const facts = decision.facts.get(clause) ?? [];
  if (!showsAlone(decision, first, second, clause)) return undefined;
  if (!differOnlyIn(first.record, second.record, facts)) return undefined;
  return differences(decision, first, second).length === 1 ? 'unique' : 'masking';
}

/**
 * Whether two cases get different outcomes, and the status of one clause explains it alone: whichever side the others
 * stand on, the outcome turns with this one.
 */
export function showsAlone(decision: Decision, first: Decided, second: Decided, clause: string): boolean {
  const [one, other] = [first.statuses.get(clause), second.statuses.get(clause)];
  if (one === undefined || other === undefined || one.truth === other.truth) return false;
  if (one.truth === 'unknown' || other.truth === 'unknown') return false;
  if (first.layer !== 'policy' || second.layer !== 'policy') return false;
  if (first.outcome === second.outcome || !isSettled(first.outcome) || !isSettled(second.outcome))
    return false;
  return (
    outcomeWith(decision, first, new Map([[clause, other]])) === second.outcome &&
    outcomeWith(decision, second, new Map([[clause, one]])) === first.outcome
  );
}

/** The facts that a policy's clauses read, each once. */
export function allFacts({ facts }: Decision): readonly string[] {
  return [...new Set([...facts.values()].flat())];
}

/** A case that forms a pair with another one, and how. */
export interface Partner {
  readonly decided: Decided;
  readonly kind: PairKind;
}

/** Of cases that differ in a clause's facts, the first that shows it: where there is one, by no other clause's change. */
export function partnerByAlternatives(
  decision: Decision,
  base: Decided,
  clause: Clause,
): Partner | undefined {
  if (flippedOutcome(decision, base, clause.id) === undefined) return undefined;
  const needed = allFacts(decision);
  const told = needed.filter((fact) => tellsAll(base.record, [fact]));
  const facts = decision.facts.get(clause.id) ?? [];
  let masking: Partner | undefined;
  for (const record of candidates(decision, base.record, clause, facts)) {
    if (!tellsAll(record, told)) continue;
    const decided = decideAnew(decision, base, record, facts);
    const kind = pairKind(decision, base, decided, clause.id);
    if (kind === 'unique') return { decided, kind };
    if (kind === 'masking') masking ??= { decided, kind };
  }
  return masking;
}

function* candidates(
  { kernel }: Decision,
  base: CaseRecord,
  { expression }: Clause,
  facts: readonly string[],
): Generator<CaseRecord> {
  for (const leaf of leavesOf(expression))
    for (const record of alternativesOf(leaf, kernel, base)) yield inOrder(withFacts(base, facts, record));
}
