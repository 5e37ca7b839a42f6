import { describe, expect, it } from 'vitest';
import {
  atLeast,
  forReview,
  greatest,
  least,
  met,
  negate,
  notMet,
  unknown,
} from '../../../dsl/kernel/truth.ts';

describe('Kleene truth', () => {
  it('takes the least, the greatest and the n-th greatest', () => {
    expect(least([met, unknown]).truth).toBe('unknown');
    expect(least([notMet, unknown]).truth).toBe('not-met');
    expect(least([]).truth).toBe('met');
    expect(greatest([met, unknown]).truth).toBe('met');
    expect(greatest([notMet, unknown]).truth).toBe('unknown');
    expect(greatest([]).truth).toBe('not-met');
    expect(atLeast(2, [met, unknown, notMet]).truth).toBe('unknown');
    expect(atLeast(2, [met, met, unknown]).truth).toBe('met');
    expect(atLeast(2, [met, notMet, notMet]).truth).toBe('not-met');
  });

  it('swaps met and not met, and leaves unknown', () => {
    expect([met, notMet, unknown].map((verdict) => negate(verdict).truth)).toEqual([
      'not-met',
      'met',
      'unknown',
    ]);
  });

  it('waits for review only while an open part does', () => {
    expect(least([met, forReview]).review).toBe(true);
    expect(least([notMet, forReview]).review).toBe(false);
    expect(greatest([met, forReview]).review).toBe(false);
    expect(least([unknown, met]).review).toBe(false);
  });
});
