import * as dates from '../../logic/date.ts';
import type { Term } from '../../logic/term.ts';
import { adopted, numberOf } from './formula.ts';
import type { Machine } from './machine.ts';
import { anyWhole } from './stale.ts';
import { isPlain, type Value } from './value.ts';

/**
 * What functions of the emitted text on dates come to where the date is not given. Each says no more than what running
 * the function on every day from 1901 to 2099 shows; `check-dates.ts` does that, for the numbers of months that
 * are put to them, which are noted.
 */
export function dateSummaries(months: Set<number>): Machine['summaries'] {
  const moved = (day: Value, by: Value, move: (date: Term, months: number) => Term): Value => {
    if (typeof by !== 'number') return undefined;
    months.add(by);
    return isKind(day, 'day') ? { kind: 'day', packed: adopted(move(day.packed, by)) } : old('months', day);
  };
  return new Map([
    [
      'day',
      ([text]: readonly Value[]): Value =>
        isKind(text, 'date') ? { kind: 'day', packed: text.packed } : undefined,
    ],
    [
      'dayNumber',
      ([day]: readonly Value[]) =>
        isKind(day, 'day')
          ? { kind: 'ordinal' as const, packed: day.packed, plus: 0 }
          : old('dayNumber', day),
    ],
    // No months later is the same day: then what is reckoned in days and what in months is seen to be one.
    [
      'monthsAfter',
      ([day, months]: readonly Value[]) =>
        moved(day, months, (date, by) => (by === 0 ? date : dates.addMonths(date, by))),
    ],
    ['monthsBefore', ([day, months]: readonly Value[]) => moved(day, months, dates.lastToHavePassed)],
  ]);
}

/** Of a number that an earlier case left, the result may be anything. */
function old(what: string, value: Value): Value {
  return isKind(value, 'whole') ? anyWhole(`${what} of ${numberOf(value.term)}`, 1_000_000) : undefined;
}

function isKind<Kind extends 'date' | 'day' | 'whole'>(
  value: Value,
  kind: Kind,
): value is Extract<Value, { kind: Kind }> {
  return !isPlain(value) && value.kind === kind;
}
