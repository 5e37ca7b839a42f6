import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as logic from '../../../compiler/logic/date.ts';
import { whole, type Term } from '../../../compiler/logic/term.ts';
import * as calendar from '../../../dsl/kernel/calendar.ts';
import { propertySeed } from '../../support/seed.ts';

/** Days from 1901 to 2089, those at which months and leap years end among them. */
const day = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 1901, max: 2089 }),
      fc.constantFrom('-02-28', '-03-01', '-12-31', '-01-01', '-01-31', '-08-31'),
    )
    .map(([year, rest]) => `${year}${rest}`),
  fc
    .integer({ min: 1901, max: 2089 })
    .chain((year) => fc.constant(`${year}-02-29`))
    .filter(calendar.isDate),
  fc.integer({ min: 0, max: 69_000 }).map((count) => calendar.addDays('1901-01-01', count)),
);

const term = (date: string): Term => whole(logic.packedDate(date) ?? 0);
const number = (value: Term): number => (value.kind === 'constant' ? Number(value.value) : NaN);
const text = (value: Term): string => logic.dateText(number(value));
const within = (date: string) => date >= '1901-01-01' && date <= '2099-12-31';

const many = { seed: propertySeed, numRuns: 3_000 };

describe('dates as logic', () => {
  test('order as dates do, and are read back', () => {
    fc.assert(
      fc.property(day, day, (first, second) => {
        expect(text(term(first))).toBe(first);
        expect(number(term(first)) < number(term(second))).toBe(first < second);
        expect(logic.isDay(term(first))).toEqual({ kind: 'constant', sort: 'truth', value: true });
      }),
      many,
    );
  });

  test.each(['2023-02-29', '2024-02-30', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00'])(
    'are none where the calendar has no %s',
    (date) => {
      expect(logic.isDay(term(date))).toEqual({ kind: 'constant', sort: 'truth', value: false });
    },
  );

  test('lie in the years that are reasoned about', () => {
    expect(['1900-12-31', '2090-01-01'].map(logic.packedDate)).toEqual([undefined, undefined]);
  });

  test('are moved by months and by days as the calendar moves them', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -120, max: 120 }),
        fc.integer({ min: -200, max: 200 }),
        (date, months, days) => {
          const [byMonths, byDays] = [calendar.addMonths(date, months), calendar.addDays(date, days)];
          if (within(byMonths)) expect(text(logic.addMonths(term(date), months))).toBe(byMonths);
          if (within(byDays)) expect(text(logic.addDays(term(date), days))).toBe(byDays);
          if (days >= 0 && within(byDays))
            expect(text(logic.addDays(term(date), whole(days), 200))).toBe(byDays);
        },
      ),
      many,
    );
  });

  test('are reached first from where so many months lead to them', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 36 }), (date, on, months) => {
        const first = number(logic.firstToReach(term(on), months));
        if (within(calendar.addMonths(date, months)))
          expect(number(term(date)) >= first).toBe(calendar.addMonths(date, months) >= on);
      }),
      many,
    );
  });

  test('lie as many days, months and years apart as by the calendar', () => {
    fc.assert(
      fc.property(day, day, (one, two) => {
        const [birth, on] = one < two ? [one, two] : [two, one];
        expect(number(logic.daysBetween(term(birth), term(on)))).toBe(calendar.daysBetween(birth, on));
        expect(number(logic.ageInMonths(term(birth), term(on)))).toBe(calendar.ageInMonths(birth, on));
        expect(number(logic.ageInYears(term(birth), term(on)))).toBe(calendar.ageInYears(birth, on));
      }),
      many,
    );
  });
});
