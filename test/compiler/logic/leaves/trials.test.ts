import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packedDate } from '../../../../compiler/logic/date.ts';
import { hasDays } from '../../../../compiler/logic/leaves/span.ts';
import { truth, whole, yes, no } from '../../../../compiler/logic/term.ts';
import { addDays } from '../../../../dsl/kernel/calendar.ts';
import type { Trials } from '../../../../dsl/kernel/expression.ts';
import { askedOf, asking, compare, comparedIn, type Compared } from '../../../support/asking.ts';
import { drugCases } from '../../../support/drug-cases.ts';
import { trialLeaves } from '../../../support/random-leaves.ts';
import { propertySeed } from '../../../support/seed.ts';

/** The same question with fewer demands, so that it is met more often. */
function loosened({ kind, agents, by, least, lasting, totalDays, grade }: Trials): Trials {
  return {
    kind,
    agents,
    by,
    least,
    grade,
    ...(totalDays === undefined
      ? lasting === undefined
        ? {}
        : { lasting: { count: lasting.count, unit: lasting.unit } }
      : { totalDays }),
  };
}

describe.each(['ingredient', 'class', 'product'] as const)(
  'trials by %s over a world of four drugs',
  (by) => {
    test('are what the interpreter says', () => {
      const so: Compared = { answers: new Map(), skipped: 0 };
      const leaves = fc
        .tuple(trialLeaves, fc.boolean())
        .filter(([leaf]) => leaf.kind === 'trials' && leaf.by === by)
        .map(([leaf, isLoose]) => (isLoose && leaf.kind === 'trials' ? loosened(leaf) : leaf));
      const property = fc.property(leaves, drugCases, (leaf, records) => {
        const asked = askedOf(asking([leaf]), { drugs: 4, events: 0 });
        for (const record of records) compare(asked, record, so);
      });
      fc.assert(property, { seed: propertySeed, numRuns: 400 });
      expect(comparedIn(so)).toBeGreaterThan(3_000);
      expect(comparedIn(so)).toBeGreaterThan(so.skipped * 5);
      expect(so.answers.get('met')).toBeGreaterThan(50);
      expect([...so.answers.keys()].sort()).toEqual(['met', 'not-met', 'unknown', 'unknown, for review']);
    }, 60_000);
  },
);

test('the days of up to four spans together are those of their union', () => {
  const spans = fc.array(
    fc.record({
      counts: fc.boolean(),
      first: fc.integer({ min: 1, max: 12 }),
      length: fc.integer({ min: 1, max: 6 }),
    }),
    { maxLength: 4 },
  );
  const property = fc.property(spans, (drawn) => {
    const days = new Set(
      drawn.flatMap(({ counts, first, length }) =>
        counts ? Array.from({ length }, (_, place) => first + place) : [],
      ),
    );
    const terms = drawn.map(({ counts, first, length }) => ({
      counts: truth(counts),
      first: whole(packedDate(addDays('2024-02-23', first)) ?? 0),
      last: whole(packedDate(addDays('2024-02-23', first + length - 1)) ?? 0),
    }));
    // Terms over constants are constants.
    if (days.size > 0) expect(hasDays(terms, days.size)).toEqual(yes);
    expect(hasDays(terms, days.size + 1)).toEqual(no);
  });
  fc.assert(property, { seed: propertySeed, numRuns: 5_000 });
});
