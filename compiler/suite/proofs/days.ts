import { transform } from 'sucrase';
import { daysInMonth } from '../../../dsl/kernel/calendar.ts';
import type { Leaf } from '../../../dsl/kernel/expression.ts';
import { mutated, type Mutant } from '../mutants.ts';
import { beyondAllDays } from './order.ts';

/** The years whose days are gone through: with them the rule of hundreds of years in both its ways. */
export const yearsGoneThrough = { first: 1896, last: 2104 } as const;

const names = ['day', 'monthLength', 'monthsAfter', 'monthsBefore', 'dayNumber'] as const;

/** Whether a mutant changes a function on dates. */
export function changesDays({ declaration }: Mutant): boolean {
  return names.some((name) => name === declaration);
}

interface DateFunctions {
  readonly day: (date: string) => number;
  readonly monthsAfter?: (day: number, months: number) => number;
  readonly monthsBefore?: (day: number, months: number) => number;
  readonly dayNumber?: (day: number) => number;
}

/**
 * Whether the functions on dates of a mutant say of every day what the evaluator's say: the same numbers, or the same all
 * moved by one number, for the text compares and subtracts days and does nothing else with them. Of the last day so many
 * months before, only which days lie up to it counts: it is a bound, and may be a day that its month lacks. Where no
 * months are counted, it is enough that the days of a year keep their order within what the text takes for a year.
 */
export function sameDays(
  text: string,
  mutant: Mutant,
  {
    deciding,
    months: counts,
  }: { readonly deciding: ReadonlySet<string>; readonly months: readonly number[] },
): boolean {
  const [own, other] = [functionsIn(text, deciding), functionsIn(mutated(text, mutant), deciding)];
  if (own === undefined || other === undefined) return false;
  try {
    if (countsYearsAlone(text, deciding)) return keepsOrderInYears(own.day) && keepsOrderInYears(other.day);
    const [first] = everyDay();
    if (first === undefined) return false;
    const moved = other.day(first.date) - own.day(first.date);
    const counted =
      (other.dayNumber?.(other.day(first.date)) ?? 0) - (own.dayNumber?.(own.day(first.date)) ?? 0);
    return everyDay().every(({ date }) => {
      const [day, otherDay] = [own.day(date), other.day(date)];
      return (
        otherDay > 0 &&
        otherDay - day === moved &&
        (own.dayNumber === undefined ||
          (other.dayNumber?.(otherDay) ?? 0) - own.dayNumber(day) === counted) &&
        counts.every(
          (months) =>
            (other.monthsAfter?.(otherDay, months) ?? moved) - (own.monthsAfter?.(day, months) ?? 0) ===
              moved &&
            lastDayTo((other.monthsBefore?.(otherDay, months) ?? moved) - moved) ===
              lastDayTo(own.monthsBefore?.(day, months) ?? 0),
        )
      );
    });
  } catch {
    return false;
  }
}

/**
 * Whether a mutant numbers the days that it is given in their order, as the evaluator does, within the bounds that the text
 * takes for days before and after all others; and an unknown day by 0.
 */
export function keepsOrder(text: string, mutant: Mutant, deciding: ReadonlySet<string>): boolean {
  const [own, other] = [functionsIn(text, deciding), functionsIn(mutated(text, mutant), deciding)];
  if (own === undefined || other === undefined) return false;
  try {
    if (mutant.declaration === 'day') return [own.day, other.day].every(isInOrder);
    return [own.dayNumber, other.dayNumber].every(
      (dayNumber) => dayNumber?.(0) === 0 && isInOrder((date) => dayNumber(own.day(date))),
    );
  } catch {
    return false;
  }
}

function isInOrder(numberOf: (date: string) => number): boolean {
  let before = 0;
  return everyDay().every(({ date }) => {
    const number = numberOf(date);
    const isNext = Number.isInteger(number) && number > before && number < beyondAllDays;
    before = number;
    return isNext;
  });
}

/** Whether the text asks of days only which comes first, and how many whole years lie between them. */
function countsYearsAlone(text: string, deciding: ReadonlySet<string>): boolean {
  const isRead = names.filter((name) => name !== 'day').some((name) => deciding.has(name));
  return !isRead && !/\bon - \d+ \* 32\b/.test(text) && !/isAged\([^()]*, 32, /.test(text);
}

/** Whether the numbers of days are so many years, 384 each, and a part that orders as the days of a year do. */
function keepsOrderInYears(day: (date: string) => number): boolean {
  const parts = new Map<string, number>();
  const isYearsAndPart = everyDay().every(({ date }) => {
    const part = day(date) - Number(date.slice(0, 4)) * yearLength;
    const known = parts.get(date.slice(5)) ?? part;
    parts.set(date.slice(5), known);
    return part === known && day(date) > 0;
  });
  const ordered = [...parts].sort(([first], [second]) => (first < second ? -1 : 1)).map(([, part]) => part);
  const [first = 0] = ordered;
  return (
    isYearsAndPart &&
    ordered.every((part, place) => place === 0 || part > (ordered[place - 1] ?? part)) &&
    (ordered.at(-1) ?? first) - first < yearLength
  );
}

/** What the text takes for the length of a year. */
const yearLength = 384;

/** The number of the last day that is not after a number. */
function lastDayTo(number: number): number {
  const month = number >> 5;
  const length = daysInMonth(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1);
  return month * 32 + Math.min(number & 31, length);
}

/** The numbers of months that a policy counts. */
export function monthsCounted(leaves: readonly Leaf[]): readonly number[] {
  const offsets = leaves.flatMap((leaf) => [
    ...('months' in leaf ? [leaf.months] : []),
    ...(leaf.kind === 'trials' ? [leaf.window?.from, leaf.window?.to, leaf.lasting] : [])
      .concat('of' in leaf ? [leaf.of.window?.from, leaf.of.window?.to] : [])
      .concat(leaf.kind === 'change' ? [leaf.baseline.window?.from, leaf.baseline.window?.to] : [])
      .flatMap((each) => (each?.unit === 'months' ? [each.count] : [])),
  ]);
  return [...new Set(offsets)];
}

let listed: readonly { readonly date: string }[] | undefined;

function everyDay(): readonly { readonly date: string }[] {
  const pad = (number: number) => String(number).padStart(2, '0');
  const { first, last } = yearsGoneThrough;
  listed ??= Array.from({ length: last - first + 1 }, (_, place) => first + place).flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => month + 1).flatMap((month) =>
      Array.from({ length: daysInMonth(year, month) }, (_, day) => ({
        date: `${year}-${pad(month)}-${pad(day + 1)}`,
      })),
    ),
  );
  return listed;
}

/** The functions on dates of a text, as they run. */
function functionsIn(text: string, deciding: ReadonlySet<string>): DateFunctions | undefined {
  const sources = names.flatMap(
    (name) => new RegExp(`^function ${name}\\([^]*?^}`, 'm').exec(text)?.[0] ?? [],
  );
  const has = names.filter(
    (name) => deciding.has(name) && sources.some((source) => source.startsWith(`function ${name}(`)),
  );
  try {
    const { code } = transform(sources.join('\n'), { transforms: ['typescript'], disableESTransforms: true });
    // Only text that this project's own emitter printed is run.
    // oxlint-disable-next-line no-new-func, no-implied-eval -- a mutant is a text
    const made: unknown = new Function(`${code}\nreturn { ${has.join(', ')} };`)();
    return isDateFunctions(made) ? made : undefined;
  } catch {
    return undefined;
  }
}

function isDateFunctions(made: unknown): made is DateFunctions {
  return typeof made === 'object' && made !== null && 'day' in made;
}
