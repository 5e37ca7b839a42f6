import { addDays, dayNumber, daysBetween } from '../date.ts';
import { add, and, atMost, choose, greatestOf, less, or, subtract, whole, type Term } from '../term.ts';

/** Days that follow one another, as dates, both ends included; no days where it does not count. */
export interface Span {
  readonly counts: Term;
  readonly first: Term;
  readonly last: Term;
}

type Ends = readonly [first: Term, last: Term];

/** Whether spans together have so many days; a day that several have counts once. */
export function hasDays(spans: readonly Span[], wanted: number): Term {
  // One that is long enough by itself is told apart, in the words of a question for its length: the solver then knows it.
  const alone = spans.map(({ counts, first, last }) => and(counts, isAsLongAs(first, last, wanted)));
  return spans.length <= 1 ? or(...alone) : or(...alone, atMost(whole(wanted), daysTogether(spans)));
}

/** Whether from one date to another there are so many days, both included. */
export function isAsLongAs(first: Term, last: Term, days: number): Term {
  // Dates are compared far more easily than day numbers, unless many months lie between them.
  return days <= mostByMonths
    ? atMost(addDays(first, days - 1), last)
    : atMost(whole(days - 1), daysBetween(first, last));
}

/** Days of about a year. */
const mostByMonths = 366;

/** How many days spans have together. */
function daysTogether(spans: readonly Span[]): Term {
  // A span that does not count lies before all others and has no days.
  const ends = spans.map(({ counts, first, last }): Ends => [
    choose(counts, dayNumber(first), whole(0)),
    choose(counts, dayNumber(last), whole(-1)),
  ]);
  const { days } = inOrder(ends).reduce(
    ({ days: before, covered }, [first, last]) => {
      // Of spans in the order of their first days, each adds what lies after all that are before it.
      const start = greatestOf(first, add(covered, whole(1)));
      const added = choose(less(last, start), whole(0), add(subtract(last, start), whole(1)));
      return { days: add(before, added), covered: greatestOf(covered, last) };
    },
    { days: whole(0), covered: whole(-1) },
  );
  return days;
}

/** Spans in the order of their first days: every two neighbours are put in order until all are. */
function inOrder(spans: readonly Ends[]): readonly Ends[] {
  return spans.reduce<readonly Ends[]>((sorted, next) => {
    // The next one sinks through those that are in order.
    const { before, sinking } = sorted.toReversed().reduce<{ before: readonly Ends[]; sinking: Ends }>(
      ({ before: above, sinking: span }, other) => {
        const isLater = atMost(other[0], span[0]);
        return {
          before: [either(isLater, span, other), ...above],
          sinking: either(isLater, other, span),
        };
      },
      { before: [], sinking: next },
    );
    return [sinking, ...before];
  }, []);
}

function either(condition: Term, then: Ends, otherwise: Ends): Ends {
  return [choose(condition, then[0], otherwise[0]), choose(condition, then[1], otherwise[1])];
}
