import * as calendar from '../../dsl/kernel/calendar.ts';
import type { EventEntry } from '../../dsl/kernel/case.ts';
import type { EventRow } from '../../dsl/kernel/kernel.ts';
import type { StretchBounds } from './bounds.ts';
import { addDays } from './date.ts';
import type { Assignment } from './evaluate.ts';
import {
  assignEvent,
  eventConstraint,
  eventSlot,
  eventVariables,
  readEvent,
  type EventSlot,
} from './slots.ts';
import {
  and,
  atMost,
  equal,
  less,
  or,
  not,
  subtract,
  variable,
  whole,
  yes,
  type Term,
  type Value,
  type Variable,
} from './term.ts';

/**
 * Entries alike in all but their day, one on each of some consecutive days: by it a world of few entries holds a history
 * that shows a run of weeks, or more events than it has slots.
 */
export interface Stretch {
  /** What each of the entries says; its day is the first of them. */
  readonly entry: EventSlot;
  /** How many days; 0 where there is no such stretch. */
  readonly days: Variable;
  readonly bounds: StretchBounds;
}

/** An entry of a history as logic: one of a slot, or one day of a stretch. */
export interface Entry extends Omit<EventSlot, 'isPresent' | 'on'> {
  readonly isPresent: Term;
  readonly on: { readonly isKnown: Term; readonly term: Term };
}

export function stretchOf(
  row: EventRow,
  place: number,
  bounds: StretchBounds,
  usesSource: boolean,
  usesReference: boolean,
): Stretch {
  const entry = eventSlot(row, `stretch.${place}`, usesSource, usesReference);
  return { entry, days: variable(`events.${row.id}.stretch.${place}.days`, 'whole'), bounds };
}

export function stretchVariables({ entry, days }: Stretch): readonly Variable[] {
  return [...eventVariables(entry), days];
}

/** A stretch has a first day, two days at least, and none after the date of service. */
export function stretchConstraint({ entry, days, bounds }: Stretch, dateOfService: Term): Term {
  const last = lastDayOf(entry.on.term, days, bounds.most);
  return and(
    eventConstraint(entry, dateOfService),
    or(
      and(not(entry.isPresent), equal(days, whole(0))),
      and(
        entry.isPresent,
        entry.on.isKnown,
        atMost(whole(2), days),
        atMost(days, whole(bounds.most)),
        atMost(last, dateOfService),
      ),
    ),
  );
}

/** The last of so many days, at least one and at most `most`, of which the first is given. */
export function lastDayOf(first: Term, days: Term, most: number): Term {
  return addDays(first, subtract(days, whole(1)), most - 1);
}

/** Of two, the second lies later, and by so many days that no run holds days of both. */
export function apartConstraint(stretches: readonly Stretch[]): Term {
  return and(
    ...stretches.slice(1).map(({ entry, bounds }, place) => {
      const before = stretches[place];
      if (before === undefined) return yes;
      const end = lastDayOf(before.entry.on.term, before.days, before.bounds.most);
      return or(
        not(entry.isPresent),
        and(before.entry.isPresent, less(addDays(end, bounds.apart), entry.on.term)),
      );
    }),
  );
}

/** The entries of a stretch, day by day. */
export function daysOfStretch({ entry, days, bounds }: Stretch): readonly Entry[] {
  return Array.from({ length: bounds.most }, (_, place) => ({
    ...entry,
    isPresent: place === 0 ? entry.isPresent : less(whole(place), days),
    on: { isKnown: entry.on.isKnown, term: addDays(entry.on.term, place) },
  }));
}

export function readStretch({ entry, days }: Stretch, assignment: Assignment): readonly EventEntry[] {
  const first = readEvent(entry, assignment);
  if (first?.on === undefined) return [];
  const { on } = first;
  return Array.from({ length: Number(assignment.get(days.name) ?? 0) }, (_, place) => ({
    ...first,
    on: calendar.addDays(on, place),
  }));
}

/**
 * The values of slots and stretches that hold these entries; none where they are more than fit. Stretches are used only
 * where there are fewer slots than entries, the longest first.
 */
export function assignEvents(
  slots: readonly EventSlot[],
  stretches: readonly Stretch[],
  entries: readonly EventEntry[],
): readonly (readonly [string, Value])[] | undefined {
  let rest = entries;
  const rows: (readonly EventEntry[])[] = [];
  for (const stretch of stretches) {
    if (rest.length <= slots.length) break;
    const row = longestOf(stretch, rest);
    if (row.length > 0) rows.push(row);
    const taken = new Set(row);
    rest = rest.filter((entry) => !taken.has(entry));
  }
  rows.sort(([first], [second]) => ((first?.on ?? '') < (second?.on ?? '') ? -1 : 1));
  const areApart = rows.slice(1).every((row, place) => {
    const [end, start] = [rows[place]?.at(-1)?.on, row[0]?.on];
    const apart = stretches[0]?.bounds.apart ?? 0;
    return end !== undefined && start !== undefined && calendar.daysBetween(end, start) > apart;
  });
  if (rest.length > slots.length || !areApart) return undefined;
  return [
    ...stretches.flatMap(({ entry, days }, place): readonly (readonly [string, Value])[] => [
      ...assignEvent(entry, rows[place]?.[0]),
      [days.name, rows[place]?.length ?? 0],
    ]),
    ...slots.flatMap((slot, place) => assignEvent(slot, rest[place])),
  ];
}

/** The most entries alike, up to what a stretch may have, that lie on consecutive days; none of fewer than two. */
function longestOf({ entry: slot, bounds }: Stretch, entries: readonly EventEntry[]): readonly EventEntry[] {
  const alike = new Map<string, Map<string, EventEntry>>();
  for (const entry of entries) {
    const { on, ...rest } = entry;
    if (on === undefined) continue;
    const key = JSON.stringify(assignEvent(slot, rest));
    alike.set(key, (alike.get(key) ?? new Map<string, EventEntry>()).set(on, entry));
  }
  let longest: readonly EventEntry[] = [];
  for (const byDay of alike.values()) {
    let row: EventEntry[] = [];
    let before: string | undefined;
    for (const [day, entry] of [...byDay].sort(([first], [second]) => (first < second ? -1 : 1))) {
      row =
        before !== undefined && calendar.daysBetween(before, day) === 1 && row.length < bounds.most
          ? [...row, entry]
          : [entry];
      if (row.length >= 2 && row.length > longest.length) longest = row;
      before = day;
    }
  }
  return longest;
}
