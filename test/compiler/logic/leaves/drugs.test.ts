import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Leaf } from '../../../../dsl/kernel/expression.ts';
import { askedOf, asking, compare, comparedIn, type Compared } from '../../../support/asking.ts';
import { drugCases } from '../../../support/drug-cases.ts';
import { historyLeaves } from '../../../support/random-leaves.ts';
import { propertySeed } from '../../../support/seed.ts';

const hasOther = (leaf: Leaf) => 'otherThan' in leaf && leaf.otherThan !== undefined;

const kinds: readonly (readonly [string, (leaf: Leaf) => boolean])[] = [
  ['reason', (leaf) => leaf.kind === 'reason' && !hasOther(leaf)],
  ['reason of another agent', (leaf) => leaf.kind === 'reason' && hasOther(leaf)],
  ['treated', ({ kind }) => kind === 'treated'],
  ['receiving', ({ kind }) => kind === 'receiving'],
  ['concurrent', ({ kind }) => kind === 'concurrent'],
  ['elapsed', ({ kind }) => kind === 'elapsed'],
];

describe.each(kinds)('%s over a world of four drugs', (_, isOfKind) => {
  test('is what the interpreter says', () => {
    const so: Compared = { answers: new Map(), skipped: 0 };
    const property = fc.property(historyLeaves.filter(isOfKind), drugCases, (leaf, records) => {
      const asked = askedOf(asking([leaf]), { drugs: 4, events: 0 });
      for (const record of records) compare(asked, record, so);
    });
    fc.assert(property, { seed: propertySeed, numRuns: 400 });
    expect(comparedIn(so)).toBeGreaterThan(3_000);
    expect(comparedIn(so)).toBeGreaterThan(so.skipped * 5);
    expect(so.answers.get('met')).toBeGreaterThan(50);
    expect([...so.answers.keys()].sort()).toEqual(['met', 'not-met', 'unknown', 'unknown, for review']);
  }, 60_000);
});
