import { addDays } from '../../../dsl/kernel/calendar.ts';

/** Years with a leap day and after one, and those in which the rule of hundreds of years speaks. */
const years = [2000, 2001, 2024, 2025, 2027, 2028, 2029, 2044, 2045, 2100, 2101, 2400, 2401] as const;

/** Days about which months are counted: the ends and beginnings of all months in those years. */
export const serviceDays: readonly string[] = years.flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`).flatMap(
    (first) => [addDays(first, -1), first, addDays(first, -2), addDays(first, 27), addDays(first, 28)],
  ),
);
