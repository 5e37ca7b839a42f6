import { isUnknown, type Verdict } from '../../logic/verdict.ts';
import { no, type Term } from '../../logic/term.ts';
import { conj, disj, neg, same } from './formula.ts';
import { strictlyEqual } from './operators.ts';
import type { Value } from './value.ts';

/** Where what the text makes of a leaf is not what the kernel answers; `no` where that is seen to be nowhere. */
export function differs(leaf: Value, verdict: Verdict): Term {
  const [isMet, isNotMet] = [verdict.met, verdict.notMet];
  const isReview = conj(verdict.review, isUnknown(verdict));
  const [met, notMet, review, unknown] = [3, 0, 5, 1].map((code) => strictlyEqual(leaf, code));
  return disj(
    differ(met, isMet),
    differ(notMet, isNotMet),
    differ(review, isReview),
    neg(disj(met ?? no, notMet ?? no, review ?? no, unknown ?? no)),
  );
}

function differ(first: Term | undefined, second: Term): Term {
  return neg(same(first ?? no, second));
}

/** The same for the status of a clause, which tells no review. */
export function statusDiffers(status: Value, verdict: Verdict): Term {
  const [met, notMet, unknown] = [3, 0, 1].map((code) => strictlyEqual(status, code));
  return disj(
    differ(met, verdict.met),
    differ(notMet, verdict.notMet),
    neg(disj(met ?? no, notMet ?? no, unknown ?? no)),
  );
}

/** A verdict with each of its terms made anew. */
export function withTerms({ met, notMet, review }: Verdict, of: (term: Term) => Term): Verdict {
  return { met: of(met), notMet: of(notMet), review: of(review) };
}
