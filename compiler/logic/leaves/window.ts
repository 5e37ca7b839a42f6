import type { Offset, Window } from '../../../dsl/kernel/expression.ts';
import { addDays, addMonths, dayNumber } from '../date.ts';
import { add, and, atMost, less, no, not, or, whole, type Term } from '../term.ts';
import { met, type Verdict } from '../verdict.ts';
import { anchorIn, type World } from '../world.ts';

/** A day, packed as in `date.ts`, that may be unknown: the term counts only where it is known. */
export interface PossibleDay {
  readonly isKnown: Term;
  readonly term: Term;
}

/** The days between which something happened, both included; a side that is unknown is open. */
export interface Days {
  readonly earliest: PossibleDay;
  readonly latest: PossibleDay;
}

/** Whether what happened within some days lies in a window: surely, surely not, or as the day turns out. */
export function isWithin(window: Window | undefined, { earliest, latest }: Days, world: World): Verdict {
  if (window === undefined || (window.from === undefined && window.to === undefined)) return met;
  const { from, to } = window;
  const anchor = anchorIn(world, window.anchor);
  const isEarly = (day: Term) => (from === undefined ? no : isBefore(day, anchor.term, from));
  const isLate = (day: Term) => (to === undefined ? no : isAfter(day, anchor.term, to));
  return {
    met: and(
      anchor.isKnown,
      earliest.isKnown,
      latest.isKnown,
      not(isEarly(earliest.term)),
      not(isLate(latest.term)),
    ),
    notMet: and(
      anchor.isKnown,
      or(and(latest.isKnown, isEarly(latest.term)), and(earliest.isKnown, isLate(earliest.term))),
    ),
    review: no,
  };
}

/** Whether a day lies before a window that begins so far from its anchor. */
function isBefore(day: Term, anchor: Term, from: Offset): Term {
  const [own, edge] = comparable(day, anchor, from);
  return from.inclusive ? less(own, edge) : atMost(own, edge);
}

/** Whether a day lies after a window that ends so far from its anchor. */
function isAfter(day: Term, anchor: Term, to: Offset): Term {
  const [own, edge] = comparable(day, anchor, to);
  return to.inclusive ? less(edge, own) : atMost(edge, own);
}

const mostByDays = 184;

/** A day and the edge of a window, both as dates or both as day numbers, whichever takes less. */
function comparable(day: Term, anchor: Term, { count, unit }: Offset): readonly [Term, Term] {
  if (count === 0) return [day, anchor];
  if (unit === 'months') return [day, addMonths(anchor, count)];
  // Within half a year a date is as easily counted to; further off, the number of a day is.
  return Math.abs(count) <= mostByDays
    ? [day, addDays(anchor, count)]
    : [dayNumber(day), add(dayNumber(anchor), whole(count))];
}
