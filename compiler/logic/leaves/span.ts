import { add, atMost, choose, greatestOf, less, subtract, whole, type Term } from '../term.ts';

/** Days that follow one another, as day numbers, both ends included; no days where it does not count. */
export interface Span {
  readonly counts: Term;
  readonly first: Term;
  readonly last: Term;
}

type Ends = readonly [first: Term, last: Term];

/** Whether spans together have so many days; a day that several have counts once. */
export function hasDays(spans: readonly Span[], wanted: number): Term {
  // A span that does not count lies before all others and has no days.
  const ends = spans.map(({ counts, first, last }): Ends => [
    choose(counts, first, whole(0)),
    choose(counts, last, whole(-1)),
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
  return atMost(whole(wanted), days);
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
