import type { Offset, Run } from '../../../dsl/kernel/expression.ts';
import { daysNeeded } from '../bounds.ts';
import { addMonths, dayNumber } from '../date.ts';
import { daysOfStretch, type Entry } from '../stretch.ts';
import {
  add,
  and,
  atMost,
  choose,
  countOf,
  equal,
  greatestOf,
  leastOf,
  less,
  no,
  not,
  or,
  subtract,
  whole,
  type Term,
} from '../term.ts';
import { unknown, type Verdict } from '../verdict.ts';
import { anchorIn, type World } from '../world.ts';
import { isComplete, isOfKind } from './selection.ts';

/** Days on end, by their numbers, both included. */
interface Span {
  readonly first: Term;
  readonly last: Term;
}

/** Entries alike on consecutive days, or one entry alone. */
interface Piece extends Span {
  readonly isDated: Term;
  /** Its entries are of the selection, but for the window: surely, or possibly. */
  readonly sure: Term;
  readonly possible: Term;
}

/**
 * Some run of consecutive days with an event on enough of them; no day of it lies after the date of service. A run that is
 * as good as any begins where some entries do, or at an end of the window: to begin it a day earlier would gain a day, or
 * lose none. So few runs are tried, and a stretch of many days counts by its ends.
 */
export function run(leaf: Run, world: World): Verdict {
  const { of, days } = leaf;
  const { anchor, from, to } = of.window;
  if (from === undefined || to === undefined) return unknown;
  const day = anchorIn(world, anchor);
  const first = edge(day.term, from, 1);
  const last = leastOf(edge(day.term, to, -1), dayNumber(world.request.dateOfService.term));
  const latestStart = subtract(last, whole(days - 1));
  const isLong = atMost(first, latestStart);
  const need = whole(daysNeeded(leaf));
  const { points, stretches } = piecesOf(of, world);
  const starts = [...points, ...stretches].map((piece) =>
    leastOf(greatestOf(piece.first, first), latestStart),
  );
  const best = (chosen: (piece: Piece) => Term): readonly Term[] =>
    starts.map((start) => {
      const within = { first: start, last: add(start, whole(days - 1)) };
      return markedDays(points, stretches, (piece) => and(chosen(piece), piece.isDated), within);
    });
  // An undated entry may lie on any day of the window.
  const open = countOf([...points, ...stretches].map((piece) => and(piece.possible, not(piece.isDated))));
  const reached = or(...best(({ sure }) => sure).map((marked) => atMost(need, marked)));
  const reachable = or(
    atMost(need, open),
    ...best(({ possible }) => possible).map((marked) => atMost(need, add(marked, open))),
  );
  return {
    met: and(day.isKnown, isLong, reached),
    notMet: and(day.isKnown, or(not(isLong), and(isComplete(of.events, world), not(reachable)))),
    review: no,
  };
}

/** The first or last day of a window as a number; a day of its own that does not count moves it inwards. */
function edge(anchor: Term, { count, unit, inclusive }: Offset, inwards: 1 | -1): Term {
  const moved =
    unit === 'months' ? dayNumber(addMonths(anchor, count)) : add(dayNumber(anchor), whole(count));
  return add(moved, whole(inclusive ? 0 : inwards));
}

/**
 * Entries one by one, and stretches. Where kinds of event together have more than two stretches, their days stand one by
 * one as well: of two, what they share is known by their ends.
 */
function piecesOf(
  of: Run['of'],
  world: World,
): { readonly points: readonly Piece[]; readonly stretches: readonly Piece[] } {
  const slots = of.events.flatMap((event): readonly Entry[] => world.events.get(event) ?? []);
  const stretches = of.events.flatMap((event) => world.stretches.get(event) ?? []);
  const piece = (entry: Entry, length: Term): Piece => {
    const [verdict, first] = [isOfKind(entry, of), dayNumber(entry.on.term)];
    return {
      first,
      last: add(first, subtract(length, whole(1))),
      isDated: entry.on.isKnown,
      sure: and(entry.isPresent, verdict.met),
      possible: and(entry.isPresent, not(verdict.notMet)),
    };
  };
  const single = (entry: Entry) => piece(entry, whole(1));
  return stretches.length > 2
    ? { points: [...slots, ...stretches.flatMap(daysOfStretch)].map(single), stretches: [] }
    : { points: slots.map(single), stretches: stretches.map(({ entry, days }) => piece(entry, days)) };
}

/** On how many days within a span something lies that is chosen. */
function markedDays(
  points: readonly Piece[],
  stretches: readonly Piece[],
  chosen: (piece: Piece) => Term,
  within: Span,
): Term {
  const alone = points.map((point, place) =>
    and(
      chosen(point),
      atMost(within.first, point.first),
      atMost(point.first, within.last),
      ...stretches.map((stretch) =>
        not(and(chosen(stretch), atMost(stretch.first, point.first), atMost(point.first, stretch.last))),
      ),
      ...points.slice(0, place).map((other) => not(and(chosen(other), equal(other.first, point.first)))),
    ),
  );
  const [one, two] = stretches;
  const inStretches = stretches.map((stretch) =>
    choose(chosen(stretch), lengthOf(shared(stretch, within)), whole(0)),
  );
  const twice =
    one === undefined || two === undefined
      ? whole(0)
      : choose(and(chosen(one), chosen(two)), lengthOf(shared(shared(one, two), within)), whole(0));
  return subtract([countOf(alone), ...inStretches].reduce(add), twice);
}

function shared(one: Span, two: Span): Span {
  return { first: greatestOf(one.first, two.first), last: leastOf(one.last, two.last) };
}

/** How many days a span has; one that ends before it begins has none. */
function lengthOf({ first, last }: Span): Term {
  return choose(less(last, first), whole(0), add(subtract(last, first), whole(1)));
}
