/**
 * Calendar dates without a time zone, as `YYYY-MM-DD`: they sort as text. Months are calendar months. What would lie after
 * the last day that sorts is that day, and what would lie before the first is that: records put 9999-12-31 for "never".
 */

const [firstDay, lastDay] = ['0000-01-01', '9999-12-31'];

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** The number of days of a month (1 to 12) of a year, by the Gregorian rule. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the text is a day that exists, from year 1 on. */
export function isDate(text: string): boolean {
  if (!shape.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The day that lies a number of calendar months after a date; a day that the month lacks becomes the month's
 * last (reading C-39: 29 February 2024 and 12 months is 28 February 2025).
 */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return format(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Age in full years on a day; a 29 February birthday turns on 1 March in other years (reading B-5). */
export function ageInYears(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/**
 * Age in full calendar months on a day; a day of the month that a month lacks is reached on the first of the next, as a
 * 29 February birthday is (reading B-5).
 */
export function ageInMonths(birthDate: string, on: string): number {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const full = months(on) - months(birthDate);
  return on.slice(8) < birthDate.slice(8) ? full - 1 : full;
}

/** The number of days from one date to another; negative where the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day that lies a number of days after a date, or before it where the number is negative. */
export function addDays(date: string, days: number): string {
  const wanted = dayNumber(date) + days;
  if (wanted < dayNumber(firstDay)) return firstDay;
  // Four centuries always have 146,097 days: by them the year is near enough to step to its month.
  const about = Math.floor((wanted * 400) / 146_097);
  const start = (year: number, month: number) =>
    year > 9999 ? dayNumber(lastDay) : dayNumberOf(year, month, 1);
  const year = [about + 2, about + 1, about].find((each) => each >= 0 && start(each, 1) <= wanted) ?? 0;
  const month = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2].find((each) => start(year, each) <= wanted) ?? 1;
  return format(year, month, wanted - start(year, month) + 1);
}

/** Days since the end of the year 0, by the Gregorian rule. */
function dayNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return dayNumberOf(year, month, day);
}

// A window asks for many of them, so that no text and no list is made on the way.
function dayNumberOf(year: number, month: number, day: number): number {
  const before = year - 1;
  let days =
    before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + day;
  for (let each = 1; each < month; each += 1) days += daysInMonth(year, each);
  return days;
}

function format(year: number, month: number, day: number): string {
  if (year < 0) return firstDay;
  if (year > 9999) return lastDay;
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
