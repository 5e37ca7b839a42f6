import { addDays, daysBetween } from '../../dsl/kernel/calendar.ts';
import type { EventEntry } from '../../dsl/kernel/case.ts';
import type { EventRow } from '../../dsl/kernel/kernel.ts';
import { dayNumber, nextDay } from './date.ts';
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
  add,
  and,
  atMost,
  equal,
  less,
  or,
  not,
  variable,
  whole,
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
  /** The most days that it may have: what the question that it is for needs. */
  readonly most: number;
}

/** An entry of a history as logic: one of a slot, or one day of a stretch. */
export interface Entry extends Omit<EventSlot, 'isPresent' | 'on'> {
  readonly isPresent: Term;
  readonly on: { readonly isKnown: Term; readonly term: Term };
}

export function stretchOf(
  row: EventRow,
  place: number,
  most: number,
  usesSource: boolean,
  usesReference: boolean,
): Stretch {
  const entry = eventSlot(row, `stretch.${place}`, usesSource, usesReference);
  return { entry, days: variable(`events.${row.id}.stretch.${place}.days`, 'whole'), most };
}

export function stretchVariables({ entry, days }: Stretch): readonly Variable[] {
  return [...eventVariables(entry), days];
}

/** A stretch has a first day, two days at least, and none after the date of service. */
export function stretchConstraint({ entry, days, most }: Stretch, dateOfService: Term): Term {
  const last = add(dayNumber(entry.on.term), days);
  return and(
    eventConstraint(entry, dateOfService),
    or(
      and(not(entry.isPresent), equal(days, whole(0))),
      and(
        entry.isPresent,
        entry.on.isKnown,
        atMost(whole(2), days),
        atMost(days, whole(most)),
        atMost(last, add(dayNumber(dateOfService), whole(1))),
      ),
    ),
  );
}

/** The entries of a stretch, day by day. */
export function daysOfStretch({ entry, days, most }: Stretch): readonly Entry[] {
  const entries: Entry[] = [];
  let term: Term = entry.on.term;
  for (let place = 0; place < most; place += 1) {
    entries.push({
      ...entry,
      isPresent: place === 0 ? entry.isPresent : less(whole(place), days),
      on: { isKnown: entry.on.isKnown, term },
    });
    term = nextDay(term);
  }
  return entries;
}

export function readStretch({ entry, days }: Stretch, assignment: Assignment): readonly EventEntry[] {
  const first = readEvent(entry, assignment);
  if (first?.on === undefined) return [];
  const { on } = first;
  return Array.from({ length: Number(assignment.get(days.name) ?? 0) }, (_, place) => ({
    ...first,
    on: addDays(on, place),
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
  const [stretch, ...others] = stretches;
  if (stretch === undefined) {
    return entries.length > slots.length
      ? undefined
      : slots.flatMap((slot, place) => assignEvent(slot, entries[place]));
  }
  const chosen = entries.length > slots.length ? longestOf(stretch, entries) : [];
  const taken = new Set(chosen);
  const rest = assignEvents(
    slots,
    others,
    entries.filter((entry) => !taken.has(entry)),
  );
  return rest && [...assignEvent(stretch.entry, chosen[0]), [stretch.days.name, chosen.length], ...rest];
}

/** The most entries alike, up to what a stretch may have, that lie on consecutive days; none of fewer than two. */
function longestOf({ entry: slot, most }: Stretch, entries: readonly EventEntry[]): readonly EventEntry[] {
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
        before !== undefined && daysBetween(before, day) === 1 && row.length < most
          ? [...row, entry]
          : [entry];
      if (row.length >= 2 && row.length > longest.length) longest = row;
      before = day;
    }
  }
  return longest;
}
