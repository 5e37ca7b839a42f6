import { and, atLeast as atLeastTerms, choose, no, not, or, yes, type Term } from './term.ts';

/**
 * Kleene's three values as logic: met, not met, or neither. `review` holds of an unknown for which a reviewer has to
 * judge. What each function means is written in `dsl/kernel/truth.ts`; these are the same over terms.
 */
export interface Verdict {
  readonly met: Term;
  readonly notMet: Term;
  readonly review: Term;
}

export const met: Verdict = { met: yes, notMet: no, review: no };
export const notMet: Verdict = { met: no, notMet: yes, review: no };
export const unknown: Verdict = { met: no, notMet: no, review: no };
export const forReview: Verdict = { met: no, notMet: no, review: yes };

/** What is met where a term holds, and not met elsewhere. */
export function certain(term: Term): Verdict {
  return { met: term, notMet: not(term), review: no };
}

/** Certain where the fact is known, and unknown elsewhere. */
export function known(isKnown: Term, term: Term): Verdict {
  return { met: and(isKnown, term), notMet: and(isKnown, not(term)), review: no };
}

/** One verdict where a condition holds, and another elsewhere. */
export function when(condition: Term, then: Verdict, otherwise: Verdict): Verdict {
  return {
    met: choose(condition, then.met, otherwise.met),
    notMet: choose(condition, then.notMet, otherwise.notMet),
    review: choose(condition, then.review, otherwise.review),
  };
}

export function isUnknown(verdict: Verdict): Term {
  return and(not(verdict.met), not(verdict.notMet));
}

export function least(parts: readonly Verdict[]): Verdict {
  return atLeast(parts.length, parts);
}

export function greatest(parts: readonly Verdict[]): Verdict {
  return atLeast(1, parts);
}

export function atLeast(count: number, parts: readonly Verdict[]): Verdict {
  if (count <= 0) return met;
  const isMet = atLeastTerms(
    count,
    parts.map((part) => part.met),
  );
  const isNotMet = atLeastTerms(
    parts.length - count + 1,
    parts.map((part) => part.notMet),
  );
  return withReview(isMet, isNotMet, or(...parts.map(({ review }) => review)));
}

/** What all parts agree on, else unknown. */
export function agreed(parts: readonly Verdict[]): Verdict {
  if (parts.length === 0) return unknown;
  return withReview(
    and(...parts.map((part) => part.met)),
    and(...parts.map((part) => part.notMet)),
    or(...parts.map(({ review }) => review)),
  );
}

export function negate(part: Verdict): Verdict {
  return { met: part.notMet, notMet: part.met, review: part.review };
}

/** A verdict whose review counts only while it is unknown. */
export function withReview(isMet: Term, isNotMet: Term, review: Term): Verdict {
  return { met: isMet, notMet: isNotMet, review: and(review, not(isMet), not(isNotMet)) };
}
