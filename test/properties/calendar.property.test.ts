import { Temporal } from '@js-temporal/polyfill';
import {
  addDays as daysAfter,
  addMonths as monthsAfter,
  differenceInCalendarDays,
  formatISO,
  parseISO,
} from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageInMonths,
  ageInYears,
  daysBetween,
  isDate,
} from '../../dsl/kernel/calendar.ts';
import { propertySeed } from '../support/seed.ts';

/** The calendar against two libraries of record: date-fns, and the polyfill of Temporal. */

const options = { seed: propertySeed, numRuns: 4000 };
const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** Days of four centuries, and often those about which something turns: leap days, ends of months and of years. */
const day: fc.Arbitrary<string> = fc.oneof(
  fc
    .record({
      year: fc.integer({ min: 1900, max: 2299 }),
      month: fc.integer({ min: 1, max: 12 }),
      date: fc.integer({ min: 1, max: 31 }),
    })
    .map(({ year, month, date }) => `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`)
    .filter(isDate),
  fc
    .record({
      year: fc.constantFrom(1900, 1999, 2000, 2023, 2024, 2025, 2100, 2104),
      end: fc.constantFrom('01-01', '01-31', '02-27', '02-28', '02-29', '03-01', '03-31', '04-30', '12-31'),
    })
    .map(({ year, end }) => `${year}-${end}`)
    .filter(isDate),
);
const iso = (date: Date) => formatISO(date, { representation: 'date' });

describe('the calendar', () => {
  it('adds and takes away days as the libraries of record do', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -3000, max: 3000 }), (from, count) => {
        const expected = iso(daysAfter(parseISO(from), count));
        expect([addDays(from, count), daysBetween(from, expected)]).toEqual([expected, count]);
        expect(Temporal.PlainDate.from(from).add({ days: count }).toString()).toBe(expected);
      }),
      options,
    );
  });

  it('adds and takes away calendar months as the libraries of record do', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (from, count) => {
        const expected = iso(monthsAfter(parseISO(from), count));
        expect(addMonths(from, count)).toBe(expected);
        expect(Temporal.PlainDate.from(from).add({ months: count }).toString()).toBe(expected);
      }),
      options,
    );
  });

  it('counts the days between two dates as the libraries of record do', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        const expected = differenceInCalendarDays(parseISO(to), parseISO(from));
        expect(daysBetween(from, to)).toBe(expected);
        expect(Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days).toBe(expected);
      }),
      options,
    );
  });

  it('counts full years and months, and reaches a day that a month lacks on the first of the next', () => {
    fc.assert(
      fc.property(day, day, (first, second) => {
        const [birth, on] = first <= second ? [first, second] : [second, first];
        const lived = Temporal.PlainDate.from(birth).until(on, { largestUnit: 'month' });
        // Temporal takes the last day of a short month for the day that it lacks; this language does not (reading B-5).
        const isEarly = Number(on.slice(8)) < Number(birth.slice(8)) && lived.days === 0;
        const months = isEarly ? lived.months - 1 : lived.months;
        expect([birth, on, ageInMonths(birth, on)]).toEqual([birth, on, months]);
        expect([birth, on, ageInYears(birth, on)]).toEqual([birth, on, Math.floor(months / 12)]);
      }),
      options,
    );
  });

  it('turns who was born on 29 February on 1 March in other years', () => {
    expect([ageInYears('2008-02-29', '2025-02-28'), ageInYears('2008-02-29', '2025-03-01')]).toEqual([
      16, 17,
    ]);
    expect([ageInMonths('2024-01-31', '2024-02-29'), ageInMonths('2024-01-31', '2024-03-01')]).toEqual([
      0, 1,
    ]);
    expect([addMonths('2024-02-29', 12), addMonths('2024-03-31', -1)]).toEqual(['2025-02-28', '2024-02-29']);
  });
});
