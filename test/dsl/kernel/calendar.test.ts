import { describe, expect, it } from 'vitest';
import { addDays, addMonths, ageInYears, isDate } from '../../../dsl/kernel/calendar.ts';

describe('calendar', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2024-04-31', false],
    ['2024-13-01', false],
    ['2024-00-10', false],
    ['0000-01-01', false],
    ['2024-1-01', false],
    ['2024-01-01T00:00', false],
  ])('%s is a date: %s', (text, expected) => expect(isDate(text)).toBe(expected));

  it.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-03-31', 1, '2024-04-30'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
  ])('%s and %i months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

  it('keeps to days that sort as text', () => {
    expect([addDays('9999-12-31', 1), addMonths('9999-12-31', 1)]).toEqual(['9999-12-31', '9999-12-31']);
    expect([addDays('9999-12-30', 1), addDays('9999-12-31', -1)]).toEqual(['9999-12-31', '9999-12-30']);
    expect([addDays('0001-01-01', -1), addDays('0001-01-01', -366)]).toEqual(['0000-12-31', '0000-01-01']);
    expect([addDays('0001-01-01', -367), addMonths('0001-01-01', -24)]).toEqual(['0000-01-01', '0000-01-01']);
    expect(addDays('0001-01-01', 1)).toBe('0001-01-02');
  });

  it.each([
    ['2007-06-03', '2024-06-02', 16],
    ['2007-06-03', '2024-06-03', 17],
    ['2008-02-29', '2025-02-28', 16],
    ['2008-02-29', '2025-03-01', 17],
    ['2008-02-29', '2028-02-29', 20],
  ])('born %s, on %s one is %i', (birth, on, age) => expect(ageInYears(birth, on)).toBe(age));
});
