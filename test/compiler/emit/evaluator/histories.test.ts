import { describe, expect, it } from 'vitest';
import { answersOfHistories, type Historical } from '../../../../compiler/emit/evaluator/histories.ts';
import type { Selection } from '../../../../dsl/kernel/expression.ts';

const sugar: Selection = { events: ['sugar'], conditions: {}, grade: 'plain' };
const high = [{ unit: 'mg/dL', least: 126 }];

function counted(of: Partial<Selection>, least = 1): Historical {
  return { kind: 'counted', of: { ...sugar, ...of }, least, distinct: 'entry' };
}

function reading(which: 'latest' | 'every', of: Partial<Selection> = {}): Historical {
  return { kind: 'reading', of: { ...sugar, ...of }, which, minimum: 1, bounds: high };
}

/** Which statuses, 3 met and 0 not, no history gives to the questions together. */
function excluded(...questions: readonly Historical[]): readonly string[] {
  const found = new Set((answersOfHistories(questions) ?? []).map((each) => each.join('')));
  const all = questions.reduce<readonly string[]>(
    (some) => some.flatMap((each) => [`${each}0`, `${each}3`]),
    [''],
  );
  return all.filter((each) => !found.has(each));
}

describe('answers to questions about one history', () => {
  it('have what is meant by the narrower question meant by the wider', () => {
    expect(excluded(counted({ bounds: high }), counted({}))).toEqual(['30']);
    expect(excluded(counted({ conditions: { fasting: true } }), counted({}))).toEqual(['30']);
    expect(excluded(counted({ grade: 'documented' }), counted({}))).toEqual(['30']);
    expect(excluded(counted({ shownBy: ['laboratory'] }), counted({}))).toEqual(['30']);
    expect(excluded(counted({}, 2), counted({}))).toEqual(['30']);
  });

  it('have a day within the shorter window lie within the longer, where both count in months', () => {
    const within = (months: number) => ({
      window: {
        anchor: 'dateOfService' as const,
        from: { count: -months, unit: 'months' as const, inclusive: true },
        to: { count: 0, unit: 'days' as const, inclusive: true },
      },
    });
    expect(excluded(counted(within(3)), counted(within(12)))).toEqual(['30']);
  });

  it('have every value, and the latest, be one of those that are counted', () => {
    expect(excluded(reading('every'), counted({ bounds: high }))).toEqual(['30']);
    expect(excluded(reading('latest'), counted({ bounds: high }))).toEqual(['30']);
  });

  it('bind three questions where no two of them bind each other so', () => {
    const fasting = counted({ bounds: high, conditions: { fasting: true } });
    const other = counted({ conditions: { fasting: false } });
    expect(excluded(fasting, other)).toEqual([]);
    expect(excluded(counted({ bounds: high }), other)).toEqual([]);
    // A high value was measured either fasting or not.
    expect(excluded(counted({ bounds: high }), fasting, other)).toContain('300');
  });

  it('are free where different entries answer', () => {
    const low = counted({ bounds: [{ unit: 'mg/dL', below: 100 }] });
    expect(excluded(counted({ bounds: high }), low)).toEqual([]);
  });

  it('stay open where what is meant is in a unit that a question does not name', () => {
    const other = counted({ bounds: [{ unit: 'mmol/L', least: 7 }] });
    expect(excluded(counted({ bounds: high }), other)).toEqual(['03', '30']);
  });

  it('are given up where there are too many histories', () => {
    expect(answersOfHistories([counted({}, 6000)])).toBeUndefined();
  });
});
