import { addMonths, dateText, dayNumber, lastToHavePassed } from '../../logic/date.ts';
import { whole, type Term } from '../../logic/term.ts';
import { loadEvaluator } from '../../load-evaluator.ts';
import { allDays, years } from './days.ts';
import type { Read } from './read.ts';
import { ordinalOffset } from './value.ts';

/**
 * Runs the functions on dates of an emitted text on every day, and tells the first that makes something else of it than
 * their summaries say; nothing where none does.
 */
export async function checkDates(
  text: string,
  read: Read,
  months: ReadonlySet<number>,
): Promise<string | undefined> {
  const names = ['day', 'dayNumber', 'monthsAfter', 'monthsBefore'].filter((name) =>
    read.functions.has(name),
  );
  const module = await loadEvaluator(`${text}\nexport const dateFunctions = { ${names.join(', ')} };\n`);
  const functions: unknown = Reflect.get(module, 'dateFunctions');
  const run = (name: string, ...values: readonly unknown[]): unknown => {
    const found: unknown =
      typeof functions === 'object' && functions !== null ? Reflect.get(functions, name) : undefined;
    return typeof found === 'function' ? Reflect.apply(found, undefined, values) : undefined;
  };
  const { packed, numbers } = allDays();
  const has = new Set(names);
  for (const [place, date] of packed.entries()) {
    const number = numbers[place] ?? 0;
    if (run('day', dateText(date)) !== number) return `day of ${dateText(date)}`;
    if (has.has('dayNumber') && run('dayNumber', number) !== valueOf(dayNumber(whole(date))) + ordinalOffset)
      return `dayNumber of ${dateText(date)}`;
    const year = date >> 9;
    if (year < years.first || year > years.last) continue;
    for (const count of months) {
      if (
        has.has('monthsAfter') &&
        run('monthsAfter', number, count) !== numberOf(addMonths(whole(date), count))
      )
        return `monthsAfter of ${dateText(date)} and ${count}`;
      if (
        has.has('monthsBefore') &&
        run('monthsBefore', number, count) !== numberOf(lastToHavePassed(whole(date), count))
      )
        return `monthsBefore of ${dateText(date)} and ${count}`;
    }
  }
  return undefined;
}

function valueOf(term: Term): number {
  return term.kind === 'constant' ? Number(term.value) : Number.NaN;
}

/** The number that `day` makes of a packed date; its day of the month may be one that the month lacks. */
function numberOf(term: Term): number {
  const packed = valueOf(term);
  return (packed >> 9) * 384 + (((packed >> 5) & 15) - 1) * 32 + (packed & 31);
}
