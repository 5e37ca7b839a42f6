import { addDays, addMonths } from '../../../dsl/kernel/calendar.ts';
import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import type { Leaf } from '../../../dsl/kernel/expression.ts';

/** Years with a leap day and after one, and those in which the rule of hundreds of years speaks. */
const years = [2000, 2001, 2024, 2025, 2027, 2028, 2029, 2044, 2045, 2100, 2101, 2400, 2401] as const;

/** Days about which months are counted: the ends and beginnings of all months in those years. */
export const serviceDays: readonly string[] = years.flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`).flatMap(
    (first) => [addDays(first, -1), first, addDays(first, -2), addDays(first, 27), addDays(first, 28)],
  ),
);

/** Days at which a digit of a date turns, that of the day, the month, the year, ten, a hundred or a thousand years. */
export const turningDays: readonly string[] = [
  ...['2024-06-09', '2024-06-19', '2024-06-29', '2024-06-30', '2024-07-31', '2024-09-30', '2024-12-31'],
  ...['1999-12-31', '2009-12-31', '2019-12-31', '2029-12-31', '2099-12-31', '2005-03-01', '2012-02-29'],
];

/** The first of March of each year that is gone through: there the days of a year begin to be counted, after a leap day. */
export const marches: readonly string[] = Array.from({ length: 205 }, (_, place) => `${1898 + place}-03-01`);

/** Cases of one date beside the date of service: a birth at the age that is asked for, a finding on the day or the next. */
export function datedCases(leaves: readonly Leaf[]): readonly CaseRecord[] {
  const served = turningDays.flatMap((day) => [day, addDays(day, 1)]);
  return served.flatMap((dateOfService) => {
    const near = [0, 1, -1].map((days) => addDays(dateOfService, days));
    return leaves.flatMap((leaf): readonly CaseRecord[] => {
      const request = { dateOfService };
      if (leaf.kind === 'finding')
        return near.map((on) => ({ request, findings: { [leaf.finding]: { evidence: 'documented', on } } }));
      if (leaf.kind !== 'threshold') return [];
      const { least, above, most, below } = leaf.bounds;
      const age = least ?? above ?? most ?? below ?? 0;
      const months = leaf.unit === 'years' ? 12 : 1;
      return [age, age + 1].flatMap((count) =>
        near.map((day) => ({
          request,
          patient: {
            birthDate: leaf.unit === 'days' ? addDays(day, -count) : addMonths(day, -months * count),
          },
        })),
      );
    });
  });
}
