import type { CaseRecord } from '../dsl/kernel/case.ts';
import type { EvaluatorModule } from '../compiler/load-evaluator.ts';
import { decideKeepingAll, decideKeepingNothing } from './by-hand.ts';

/** Cases on which the hand-written functions and the evaluator differ, in words; they must not. */
export function disagreements(evaluator: EvaluatorModule, cases: readonly CaseRecord[]): readonly string[] {
  const { encode, decide, leafCount, clauseCount, outcomes, clauses } = evaluator;
  const leaves = new Uint8Array(leafCount);
  const statuses = new Uint8Array(clauseCount);
  const byHand = new Uint8Array(clauseCount);
  // The evaluator's bits as the hand-written truths: 0 not met, 1 unknown, 2 met.
  const truth = (status: number | undefined) => (status === 3 ? 2 : status);
  return cases.flatMap((record) => {
    encode(record, leaves);
    const outcome = decide(leaves, statuses);
    const all = decideKeepingAll(record, byHand);
    const nothing = decideKeepingNothing(record);
    const differing = clauses.flatMap(({ id }, index) =>
      truth(statuses[index]) === byHand[index] ? [] : [id],
    );
    if (all === outcome && nothing === outcome && differing.length === 0) return [];
    const codes = [outcome, all, nothing].map((code) => outcomes[code] ?? code).join(', ');
    return [`${codes}; clauses: ${differing.join(', ')}; ${JSON.stringify(record)}`];
  });
}
