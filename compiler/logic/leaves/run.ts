import type { Offset, Run } from '../../../dsl/kernel/expression.ts';
import { daysNeeded } from '../bounds.ts';
import { addDays, addMonths } from '../date.ts';
import { daysOfStretch, lastDayOf, type Entry } from '../stretch.ts';
import { and, atLeast, atMost, equal, leastOf, not, or, whole, yes, type Term } from '../term.ts';
import { unknown, type Verdict } from '../verdict.ts';
import { anchorIn, type World } from '../world.ts';
import { isComplete, isOfKind } from './selection.ts';

/** Days on end, by the first and the last, and how many they are. */
interface Span {
  readonly first: Term;
  readonly last: Term;
  readonly days: Term;
}

/** Entries alike on consecutive days, or one entry alone. */
interface Piece extends Span {
  readonly isDated: Term;
  /** Its entries are of the selection, but for the window: surely, or possibly. */
  readonly sure: Term;
  readonly possible: Term;
}

/** A run that is tried, where it lies in the window. */
interface Trial extends Span {
  readonly isInside: Term;
}

/**
 * Some run of consecutive days with an event on enough of them; no day of it lies after the date of service. A run that is
 * as good as any begins where some entries do, or lies at an end of the window: to begin it a day earlier would gain a
 * day, or lose none. So few runs are tried, and a stretch of many days counts by its ends.
 */
export function run(leaf: Run, world: World): Verdict {
  const { of, days } = leaf;
  const { anchor, from, to } = of.window;
  if (from === undefined || to === undefined) return unknown;
  const day = anchorIn(world, anchor);
  const first = firstDayOf(leaf, from, world);
  const last = lastDay(leaf, world, to);
  const latestStart = addDays(last, 1 - days);
  const isLong = atMost(first, latestStart);
  const need = daysNeeded(leaf);
  const pieces = piecesOf(of, world);
  const trial = (start: Term, isInside: Term): Trial => ({
    first: start,
    last: addDays(start, days - 1),
    days: whole(days),
    isInside,
  });
  const trials = [
    trial(first, yes),
    { ...trial(latestStart, yes), last },
    ...[...pieces.points, ...pieces.stretches].map((piece) =>
      trial(piece.first, and(piece.isDated, atMost(first, piece.first), atMost(piece.first, latestStart))),
    ),
  ];
  // An undated entry may lie on any day of the window.
  const open = [...pieces.points, ...pieces.stretches].map((piece) =>
    and(piece.possible, not(piece.isDated)),
  );
  const reaches = (chosen: (piece: Piece) => Term, beside: readonly Term[]): Term =>
    or(
      ...trials.map((each) => {
        const marks = [...pointsWithin(pieces, chosen, each), ...beside];
        return and(each.isInside, reachesBoth(need, marks, stretchesWithin(pieces, chosen, each)));
      }),
    );
  const reached = reaches((piece) => and(piece.sure, piece.isDated), []);
  const reachable = reaches((piece) => and(piece.possible, piece.isDated), open);
  return {
    met: and(day.isKnown, isLong, reached),
    notMet: and(day.isKnown, or(not(isLong), and(isComplete(of.events, world), not(reachable)))),
    review: unknown.review,
  };
}

/** So many days in all: of those that are counted one by one, and the rest in one stretch. */
function reachesBoth(need: number, marks: readonly Term[], inStretch: (count: number) => Term): Term {
  return or(
    ...Array.from({ length: Math.min(need, marks.length) + 1 }, (_, count) =>
      and(atLeast(count, marks), count === need ? yes : inStretch(need - count)),
    ),
  );
}

/** The first or last day of a window; a day of its own that does not count moves it inwards. */
function edge(anchor: Term, { count, unit, inclusive }: Offset, inwards: 1 | -1): Term {
  const moved = inclusive ? 0 : inwards;
  return unit === 'months' ? addDays(addMonths(anchor, count), moved) : addDays(anchor, count + moved);
}

/** The first day of the window. */
function firstDayOf({ of }: Run, from: Offset, world: World): Term {
  return edge(anchorIn(world, of.window.anchor).term, from, 1);
}

/**
 * That each first stretch of days, where there is one, begins with the window of a run: of cases that show one, the
 * plainest, and the solver finds it at once.
 */
export function beginWithWindows(world: World): Term {
  return and(
    ...[...world.stretches].map(([kind, [stretch]]) => {
      const firsts = world.leaves.flatMap((leaf) => {
        if (leaf.kind !== 'run' || !leaf.of.events.includes(kind)) return [];
        const { from } = leaf.of.window;
        return from === undefined ? [] : [firstDayOf(leaf, from, world)];
      });
      if (stretch === undefined || firsts.length === 0) return yes;
      const { isPresent, on } = stretch.entry;
      return or(not(isPresent), ...firsts.map((first) => equal(on.term, first)));
    }),
  );
}

/** The last day of the window, or the date of service where that comes before. */
function lastDay({ of }: Run, world: World, to: Offset): Term {
  const end = edge(anchorIn(world, of.window.anchor).term, to, -1);
  return of.window.anchor === 'dateOfService' && to.count <= 0
    ? end
    : leastOf(end, world.request.dateOfService.term);
}

interface Pieces {
  readonly points: readonly Piece[];
  /** INVARIANT: no run of days holds days of two of them. */
  readonly stretches: readonly Piece[];
}

/**
 * Entries one by one, and stretches, of which those of one kind lie further apart than any run is long. Where several kinds
 * have some, their days stand one by one as well.
 */
function piecesOf(of: Run['of'], world: World): Pieces {
  const slots = of.events.flatMap((event): readonly Entry[] => world.events.get(event) ?? []);
  const stretches = of.events
    .map((event) => world.stretches.get(event) ?? [])
    .filter((each) => each.length > 0);
  const piece = (entry: Entry, days: Term, most: number): Piece => {
    const verdict = isOfKind(entry, of);
    return {
      first: entry.on.term,
      last: lastDayOf(entry.on.term, days, most),
      days,
      isDated: entry.on.isKnown,
      sure: and(entry.isPresent, verdict.met),
      possible: and(entry.isPresent, not(verdict.notMet)),
    };
  };
  const single = (entry: Entry) => piece(entry, whole(1), 1);
  return stretches.length > 1
    ? { points: [...slots, ...stretches.flat().flatMap(daysOfStretch)].map(single), stretches: [] }
    : {
        points: slots.map(single),
        stretches: stretches.flat().map(({ entry, days, bounds }) => piece(entry, days, bounds.most)),
      };
}

/** For each entry, that it is chosen, lies within a span on a day of no stretch, and is the first of its day that does. */
function pointsWithin(
  { points, stretches }: Pieces,
  chosen: (piece: Piece) => Term,
  within: Span,
): readonly Term[] {
  return points.map((point, place) =>
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
}

/** Whether some chosen stretch has at least so many days in a span: asked by its ends, so that nothing is added up. */
function stretchesWithin(
  { stretches }: Pieces,
  chosen: (piece: Piece) => Term,
  within: Span,
): (count: number) => Term {
  return (count) =>
    or(
      ...stretches.map((stretch) =>
        and(
          chosen(stretch),
          atMost(whole(count), stretch.days),
          atMost(whole(count), within.days),
          ...(stretch.first === within.first
            ? []
            : [
                atMost(addDays(within.first, count - 1), stretch.last),
                atMost(addDays(stretch.first, count - 1), within.last),
              ]),
        ),
      ),
    );
}
