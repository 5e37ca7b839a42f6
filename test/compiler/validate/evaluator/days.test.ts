import { describe, expect, it } from 'vitest';
import { ageInMonths, ageInYears } from '../../../../dsl/kernel/calendar.ts';
import { dateText } from '../../../../compiler/logic/date.ts';
import {
  allDays,
  firstDayFrom,
  isDayNumber,
  lastDayTo,
} from '../../../../compiler/validate/evaluator/days.ts';

describe('the numbers that an evaluator makes of days', () => {
  it('order as days do, and none lies between', () => {
    const { numbers } = allDays();
    expect(numbers.every((number, place) => place === 0 || (numbers[place - 1] ?? 0) < number)).toBe(true);
    // 31 June is no day.
    const none = 2024 * 384 + 5 * 32 + 31;
    expect(isDayNumber(none)).toBe(false);
    expect(dateText(firstDayFrom(none) ?? 0)).toBe('2024-07-01');
    expect(dateText(lastDayTo(none) ?? 0)).toBe('2024-06-30');
  });

  it('tell full months and years by what is left when the rest is dropped', () => {
    const { packed, numbers } = allDays();
    const start = packed.indexOf((2024 << 9) | (1 << 5) | 1);
    const births = packed
      .slice(start, start + 366)
      .map((date, place) => ({ date, number: numbers[start + place] ?? 0 }));
    const later = packed
      .slice(start + 366, start + 731)
      .map((date, place) => ({ date, number: numbers[start + 366 + place] ?? 0 }));
    for (const birth of births)
      for (const on of later) {
        const apart = on.number - birth.number;
        const [from, to] = [dateText(birth.date), dateText(on.date)];
        if (
          Math.floor(apart / 32) !== ageInMonths(from, to) ||
          Math.floor(apart / 384) !== ageInYears(from, to)
        )
          throw new Error(`${from} and ${to}`);
      }
    expect(later).toHaveLength(365);
  });
});
