/** Kleene's three values: a fact that is missing is unknown, never false. */
export type Truth = 'met' | 'unknown' | 'not-met';

/**
 * A truth and, while it is unknown, whether a reviewer has to judge before it can be settled (as against a
 * paper that is missing).
 */
export interface Verdict {
  readonly truth: Truth;
  readonly review: boolean;
}

export const met: Verdict = { truth: 'met', review: false };
export const notMet: Verdict = { truth: 'not-met', review: false };
export const unknown: Verdict = { truth: 'unknown', review: false };
export const forReview: Verdict = { truth: 'unknown', review: true };

/** The least of the parts: what `allOf` means. Of no parts: met. */
export function least(parts: readonly Verdict[]): Verdict {
  return atLeast(parts.length, parts);
}

/** The greatest of the parts: what `oneOf` means. Of no parts: not met. */
export function greatest(parts: readonly Verdict[]): Verdict {
  return atLeast(1, parts);
}

/** The n-th greatest of the parts. An unknown result waits for review when one of its unknown parts does. */
export function atLeast(count: number, parts: readonly Verdict[]): Verdict {
  if (count <= 0) return met;
  if (parts.filter((part) => part.truth === 'met').length >= count) return met;
  if (parts.filter((part) => part.truth !== 'not-met').length < count) return notMet;
  return parts.some((part) => part.truth === 'unknown' && part.review) ? forReview : unknown;
}

/** What all parts agree on, else unknown. */
export function agreed(parts: readonly Verdict[]): Verdict {
  const [first] = parts;
  if (first !== undefined && first.truth !== 'unknown' && parts.every(({ truth }) => truth === first.truth))
    return first;
  return parts.some(({ truth, review }) => truth === 'unknown' && review) ? forReview : unknown;
}

/** Swaps met and not met, and leaves unknown. */
export function negate(part: Verdict): Verdict {
  if (part.truth === 'unknown') return part;
  return part.truth === 'met' ? notMet : met;
}

/** A truth that is certain either way. */
export function certain(value: boolean): Verdict {
  return value ? met : notMet;
}

/** A yes-or-no fact that may be missing. */
export function known(value: boolean | undefined): Verdict {
  return value === undefined ? unknown : certain(value);
}
