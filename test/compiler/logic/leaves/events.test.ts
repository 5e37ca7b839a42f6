import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../../dsl/kernel/calendar.ts';
import type { CaseRecord, EventEntry } from '../../../../dsl/kernel/case.ts';
import type { Leaf } from '../../../../dsl/kernel/expression.ts';
import { askedOf, asking, compare, comparedIn, type Compared } from '../../../support/asking.ts';
import { eventCase } from '../../../support/random-case.ts';
import { eventLeaves } from '../../../support/random-leaves.ts';
import { fitting } from '../../../support/fitting.ts';
import { propertySeed } from '../../../support/seed.ts';

type Kind = 'counted' | 'reading' | 'change' | 'run' | 'amount';
const kinds: readonly Kind[] = ['counted', 'reading', 'change', 'run', 'amount'];

/** A case of which an entry stands again on each of the days that follow it. */
const caseOfStretches: fc.Arbitrary<CaseRecord> = fc
  .tuple(eventCase, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 2 }))
  .map(([{ events = [], ...rest }, lengths]) => ({
    ...rest,
    events: events.slice(0, 3).flatMap((entry, place) => {
      const { on } = entry;
      return on === undefined || on > '2030-01-01'
        ? [entry]
        : Array.from({ length: lengths[place] ?? 1 }, (_, day) => ({ ...entry, on: addDays(on, day) }));
    }),
  }));

/** Random questions of a kind, each of many random cases, over worlds with so many entries. */
function compareAll(kind: Kind, cases: fc.Arbitrary<CaseRecord>, events: number, beside?: Kind): Compared {
  const so: Compared = { answers: new Map(), skipped: 0 };
  const ofKind = (wanted: Kind) => eventLeaves.filter((each) => each.kind === wanted);
  const questions = beside === undefined ? [ofKind(kind)] : [ofKind(kind), ofKind(beside)];
  const records = fc.array(cases.map(fitting), { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(fc.tuple(...questions), records, (leaves, each) => {
      const asked = askedOf(asking(leaves), { drugs: 0, events });
      for (const record of each) compare(asked, record, so);
    }),
    { seed: propertySeed, numRuns: 140 },
  );
  return so;
}

describe.each(kinds)('%s', (kind) => {
  test('means over entries what it means to the interpreter', () => {
    const so = compareAll(kind, eventCase, 5);
    expect(comparedIn(so)).toBeGreaterThan(3_000);
    expect(comparedIn(so)).toBeGreaterThan(so.skipped * 10);
    expect([...so.answers.keys()].sort()).toEqual(['met', 'not-met', 'unknown']);
  });

  test('means the same over stretches of days, which a run asks for, and an entry beside them', () => {
    const so = compareAll(kind, caseOfStretches, 1, 'run');
    expect(comparedIn(so)).toBeGreaterThan(3_000);
    expect([...so.answers.keys()].sort()).toEqual(['met', 'not-met', 'unknown']);
  });
});

describe('what random cases seldom hold', () => {
  const of = { events: ['sugar'], conditions: {}, grade: 'plain' as const };
  const sure = { event: 'sugar', evidence: 'documented' as const };
  const request = { dateOfService: '2024-06-03' };
  const answers = (leaf: Leaf, events: readonly EventEntry[]): string => {
    const so: Compared = { answers: new Map(), skipped: 0 };
    const asked = askedOf(asking([leaf]), { drugs: 0, events: 3 });
    compare(asked, { request, events, complete: ['sugar'] }, so);
    return [...so.answers.keys()].join();
  };

  test('an undated event is one day, and two of them may be one day or two', () => {
    const byDay = (least: number): Leaf => ({ kind: 'counted', of, least, distinct: 'day' });
    expect(answers(byDay(1), [sure])).toBe('met');
    expect(answers(byDay(2), [sure, sure])).toBe('unknown');
    expect(answers(byDay(3), [sure, sure])).toBe('not-met');
  });

  test.each([
    [{ value: 200, reference: { upper: 100 } }, 'met'],
    [{ value: 199, reference: { upper: 100 } }, 'not-met'],
    [{ value: -200, reference: { upper: -100 } }, 'met'],
    [{ value: -199, reference: { upper: -100 } }, 'not-met'],
    [{ value: 200, reference: { upper: -100 } }, 'not-met'],
    [{ value: 200, reference: { upper: 0 } }, 'unknown'],
    [{ value: 200 }, 'unknown'],
  ])('%o is as many times its limit: %s', (entry, wanted) => {
    const bounds = [{ unit: '1', least: 2 }];
    const twice: Leaf = { kind: 'reading', of, which: 'latest', bounds, relativeTo: 'upper', minimum: 1 };
    expect(answers(twice, [{ ...sure, on: '2024-06-01', ...entry }])).toBe(wanted);
  });
});
