import { add, and, arithmetic, atMost, choose, equal, less, or, subtract, whole, type Term } from './term.ts';

/**
 * Calendar dates as logic: year, month and day side by side in one whole number, so that dates order as numbers do; 0 is
 * none. They mean what `dsl/kernel/calendar.ts` says, in the years that `isDay` allows.
 */

/** The years in which dates lie: in all of them, and ten years on, every fourth is a leap year, as 1900 and 2100 are not. */
const [firstYear, lastYear] = [1901, 2089];

/** The last day that is reasoned about. */
export const lastDate = `${lastYear}-12-31`;

/** The number that a `YYYY-MM-DD` text stands for; undefined where its year lies outside of those that are reasoned about. */
export function packedDate(text: string): number | undefined {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return year < firstYear || year > lastYear ? undefined : (year << 9) | (month << 5) | day;
}

/** The text of a packed date. */
export function dateText(packed: number): string {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(packed >> 9, 4)}-${pad((packed >> 5) & 15, 2)}-${pad(packed & 31, 2)}`;
}

/** Twelve bits of it, so that the solver knows how small it is and what is reckoned with it. */
export function yearOf(date: Term): Term {
  return arithmetic('bitAnd', arithmetic('shiftRight', date, whole(9)), whole(4095));
}

export function monthOf(date: Term): Term {
  return arithmetic('bitAnd', arithmetic('shiftRight', date, whole(5)), whole(15));
}

export function dayOfMonth(date: Term): Term {
  return arithmetic('bitAnd', date, whole(31));
}

/** A day that exists, between 1901 and 2089. */
export function isDay(date: Term): Term {
  const [year, month, day] = [yearOf(date), monthOf(date), dayOfMonth(date)];
  return and(
    // Of the date itself, since the year is cut out of it.
    atMost(whole(firstYear << 9), date),
    less(date, whole((lastYear + 1) << 9)),
    atMost(whole(1), month),
    atMost(month, whole(12)),
    atMost(whole(1), day),
    atMost(day, monthLength(year, month)),
  );
}

function monthLength(year: Term, month: Term): Term {
  const isLeap = equal(arithmetic('bitAnd', year, whole(3)), whole(0));
  const isShort = or(...[4, 6, 9, 11].map((each) => equal(month, whole(each))));
  return choose(
    equal(month, whole(2)),
    choose(isLeap, whole(29), whole(28)),
    choose(isShort, whole(30), whole(31)),
  );
}

/** So many calendar months after a date, or before it; a day that the month lacks becomes the month's last. */
export function addMonths(date: Term, months: number): Term {
  const [year, month] = monthAfter(date, months);
  const length = monthLength(year, month);
  const day = choose(less(length, dayOfMonth(date)), length, dayOfMonth(date));
  return packed(year, month, day);
}

/**
 * The last of the days from which so many calendar months have passed on a day: of every date, `addMonths(date, months)`
 * is at most `on` just where the date is at most this. It need not be a day that exists.
 */
export function lastToHavePassed(on: Term, months: number): Term {
  const [year, month] = monthAfter(on, -months);
  // Every later day of its month would be this month's last.
  const isLast = equal(dayOfMonth(on), monthLength(yearOf(on), monthOf(on)));
  return packed(year, month, choose(isLast, whole(31), dayOfMonth(on)));
}

/** The first of the days from which so many calendar months reach a day: where `addMonths(date, months)` is at least `on`. */
export function firstToReach(on: Term, months: number): Term {
  const [year, month] = monthAfter(on, -months);
  return packed(year, month, dayOfMonth(on));
}

/** The year and the month that lie so many calendar months after a date's. */
function monthAfter(date: Term, months: number): readonly [Term, Term] {
  const [years, rest] = [Math.floor(months / 12), ((months % 12) + 12) % 12];
  const sum = add(monthOf(date), whole(rest));
  const wraps = less(whole(12), sum);
  const month = choose(wraps, subtract(sum, whole(12)), sum);
  return [add(yearOf(date), choose(wraps, whole(years + 1), whole(years))), month];
}

/**
 * So many days after a date, or before it: the count is a term between 0 and `most`, or a number. It is reckoned by months,
 * each of 28 days at least, and stays a date: dates are compared far more easily than day numbers are.
 */
export function addDays(date: Term, count: Term | number, most = 0): Term {
  if (typeof count === 'number')
    return count < 0 ? daysBefore(date, -count) : addDays(date, whole(count), count);
  let [year, month, day] = [yearOf(date), monthOf(date), add(dayOfMonth(date), count)];
  for (let months = Math.ceil(most / 28); months > 0; months -= 1) {
    const length = monthLength(year, month);
    const isOver = less(length, day);
    const wraps = and(isOver, equal(month, whole(12)));
    day = choose(isOver, subtract(day, length), day);
    month = choose(wraps, whole(1), choose(isOver, add(month, whole(1)), month));
    year = choose(wraps, add(year, whole(1)), year);
  }
  return packed(year, month, day);
}

/** The day after a date. */
export function nextDay(date: Term): Term {
  return addDays(date, 1);
}

function daysBefore(date: Term, count: number): Term {
  let [year, month, day] = [yearOf(date), monthOf(date), subtract(dayOfMonth(date), whole(count))];
  for (let months = Math.ceil(count / 28); months > 0; months -= 1) {
    const isUnder = less(day, whole(1));
    const wraps = and(isUnder, equal(month, whole(1)));
    month = choose(wraps, whole(12), choose(isUnder, subtract(month, whole(1)), month));
    year = choose(wraps, subtract(year, whole(1)), year);
    day = choose(isUnder, add(day, monthLength(year, month)), day);
  }
  return packed(year, month, day);
}

/**
 * The number of a day, counted without a gap: what differs by one lies a day apart. It is reckoned without a choice, by
 * shifts alone, which the solver takes far more easily.
 */
export function dayNumber(date: Term): Term {
  const [year, month, day] = [yearOf(date), monthOf(date), dayOfMonth(date)];
  // A year that begins in March puts the leap day at its end, so that months count alike in every year: -1 in January and February.
  const early = arithmetic('shiftRight', subtract(month, whole(3)), whole(31));
  const years = arithmetic('multiply', add(year, early), whole(1461));
  const months = arithmetic('multiply', add(month, arithmetic('bitAnd', early, whole(12))), whole(979));
  // From 1 March to the first of a month that counts from 3 to 14, as 0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337.
  const before = arithmetic('shiftRight', subtract(months, whole(2919)), whole(5));
  return add(add(arithmetic('shiftRight', years, whole(2)), before), day);
}

/** Days from one date to another; negative where the second lies before the first. */
export function daysBetween(from: Term, to: Term): Term {
  return subtract(dayNumber(to), dayNumber(from));
}

/** Full calendar months from a birth to a day; a day that a month lacks is reached on the first of the next. */
export function ageInMonths(birth: Term, on: Term): Term {
  const months = (date: Term) => add(arithmetic('multiply', yearOf(date), whole(12)), monthOf(date));
  const full = subtract(months(on), months(birth));
  return choose(less(dayOfMonth(on), dayOfMonth(birth)), subtract(full, whole(1)), full);
}

/** Full years from a birth to a day. */
export function ageInYears(birth: Term, on: Term): Term {
  const inYear = (date: Term) => arithmetic('bitAnd', date, whole(511));
  const years = subtract(yearOf(on), yearOf(birth));
  return choose(less(inYear(on), inYear(birth)), subtract(years, whole(1)), years);
}

function packed(year: Term, month: Term, day: Term): Term {
  const high = arithmetic('shiftLeft', year, whole(9));
  return arithmetic('bitOr', arithmetic('bitOr', high, arithmetic('shiftLeft', month, whole(5))), day);
}
