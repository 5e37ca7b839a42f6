import { daysInMonth } from '../../../dsl/kernel/calendar.ts';

/** The days that are reasoned about, packed as `logic/date.ts` has them, beside the numbers that the text makes of them. */

/** The years of dates that a case may hold here. */
export const years = { first: 1911, last: 2089 } as const;

/** Years before the first and after the last that sums of months may reach. */
const margin = 10;

interface Days {
  readonly packed: readonly number[];
  readonly numbers: readonly number[];
}

let listed: Days | undefined;

/** Every day from ten years before the first year to ten years after the last, in order. */
export function allDays(): Days {
  if (listed !== undefined) return listed;
  const packed: number[] = [];
  const numbers: number[] = [];
  for (let year: number = years.first - margin; year <= years.last + margin; year += 1)
    for (let month = 1; month <= 12; month += 1)
      for (let day = 1; day <= daysInMonth(year, month); day += 1) {
        packed.push((year << 9) | (month << 5) | day);
        numbers.push(dayNumberOf(year, month, day));
      }
  listed = { packed, numbers };
  return listed;
}

/** The number that `day` of the emitted text makes of a date: that it does is checked for every one. */
export function dayNumberOf(year: number, month: number, day: number): number {
  return year * 384 + (month - 1) * 32 + day;
}

/** Whether a number is that of a day. */
export function isDayNumber(number: number): boolean {
  const { numbers } = allDays();
  return numbers[placeFrom(number)] === number;
}

/** The first day, packed, whose number is not less; none where all are. */
export function firstDayFrom(number: number): number | undefined {
  return allDays().packed[placeFrom(number)];
}

/** The last day, packed, whose number is not greater. */
export function lastDayTo(number: number): number | undefined {
  return allDays().packed[placeFrom(number + 1) - 1];
}

function placeFrom(number: number): number {
  const { numbers } = allDays();
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
