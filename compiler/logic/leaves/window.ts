import type { Offset, Window } from '../../../dsl/kernel/expression.ts';
import { addMonths, dayNumber } from '../date.ts';
import { add, and, atMost, less, no, or, whole, type Term } from '../term.ts';
import { met, type Verdict } from '../verdict.ts';
import { anchorIn, type World } from '../world.ts';

/** A day, packed as in `date.ts`, that may be unknown; its term counts only where it is known. */
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
  const anchor = anchorIn(world, window.anchor);
  const { from, to } = window;
  const isBefore = (day: Term) => (from === undefined ? no : liesBefore(day, anchor.term, from));
  const isAfter = (day: Term) => (to === undefined ? no : liesAfter(day, anchor.term, to));
  const isOutside = or(
    and(latest.isKnown, isBefore(latest.term)),
    and(earliest.isKnown, isAfter(earliest.term)),
  );
  const isInside = and(
    earliest.isKnown,
    latest.isKnown,
    from === undefined ? met.met : startsBy(earliest.term, anchor.term, from),
    to === undefined ? met.met : endsBy(latest.term, anchor.term, to),
  );
  return { met: and(anchor.isKnown, isInside), notMet: and(anchor.isKnown, isOutside), review: no };
}
