import { daysBetween } from './calendar.ts';
import type { CaseRecord, EventEntry } from './case.ts';
import { isShownBy, supported } from './evidence.ts';
import type { Amount, BoundsIn, Change, Counted, Reading, Run, Selection } from './expression.ts';
import type { Kernel, Tables } from './kernel.ts';
import {
  agreed,
  atLeast,
  certain,
  greatest,
  known,
  least,
  met,
  negate,
  notMet,
  unknown,
  type Verdict,
} from './truth.ts';
import { daysOf, isInBounds, isWithin } from './window.ts';

/**
 * What histories of events mean. An entry may be within a selection, outside it, or open; and what an incomplete
 * history leaves out may be anything, so that "never" over it is unknown.
 */

/** An entry that counts on the date of service, and whether it is of the selection. */
interface Candidate {
  readonly entry: EventEntry;
  readonly verdict: Verdict;
}

/** The entries that may be the one that is looked for; and whether some entry surely is of the selection. */
interface Winners {
  readonly entries: readonly EventEntry[];
  readonly sure: boolean;
}

/** At least so many events: those that are sure reach it, or those that are possible don't. */
export function counted({ of, least: wanted, distinct }: Counted, record: CaseRecord): Verdict {
  const candidates = candidatesOf(of, record);
  const sure = candidates.filter(({ verdict }) => verdict.truth === 'met');
  const possible = candidates.filter(({ verdict }) => verdict.truth !== 'not-met');
  // Undated entries may be of the same day as any other, or of days of their own.
  const fewest = distinct === 'entry' ? sure.length : Math.max(daysIn(sure).size, Math.min(1, sure.length));
  const most = distinct === 'entry' ? possible.length : daysIn(possible).size + undated(possible).length;
  if (fewest >= wanted) return met;
  return isComplete(of.events, record) && most < wanted ? notMet : unknown;
}

/** One value drawn from a history. An incomplete history may hold a later one, or one out of bounds. */
export function reading(leaf: Reading, kernel: Kernel, record: CaseRecord): Verdict {
  const { of, which, minimum } = leaf;
  const complete = isComplete(of.events, record);
  const inBounds = (entry: EventEntry) => valueIn(entry, leaf.bounds, leaf.relativeTo);
  switch (which) {
    case 'latest':
    case 'earliest': {
      if (!complete) return unknown;
      const { entries, sure } = winnersOf(of, which, record);
      return agreed([...entries.map(inBounds), ...(sure ? [] : [notMet])]);
    }
    case 'every': {
      const unlisted = complete ? notMet : unknown;
      const candidates = candidatesOf(of, record);
      const inside = candidates.map(({ entry, verdict }) => least([verdict, inBounds(entry)]));
      const outside = candidates.map(({ entry, verdict }) => least([verdict, negate(inBounds(entry))]));
      // What the history leaves out may be any number of entries.
      const enough = atLeast(minimum, [...inside, ...Array.from({ length: minimum }, () => unlisted)]);
      return least([enough, negate(greatest([unlisted, ...outside]))]);
    }
    case 'mean': {
      if (!complete) return unknown;
      const possible = candidatesOf(of, record).filter(({ verdict }) => verdict.truth !== 'not-met');
      if (possible.length < minimum) return notMet;
      if (possible.some(({ verdict }) => verdict.truth === 'unknown')) return unknown;
      const values = possible.map(({ entry }) => inFirstUnit(entry, kernel.tables));
      const sum = values.reduce<number | undefined>(
        (total, value) => (total === undefined || value === undefined ? undefined : total + value),
        0,
      );
      const unit = rowOf(of.events[0], kernel.tables)?.units[0]?.unit;
      const bounds = leaf.bounds.find((each) => each.unit === unit);
      return sum === undefined || bounds === undefined
        ? unknown
        : certain(isInBounds(sum / values.length, bounds));
    }
  }
}

/** A later value against the baseline, both of the same kind of event. */
export function change(leaf: Change, kernel: Kernel, record: CaseRecord): Verdict {
  const kinds = leaf.of.events.map((kind) => {
    if (!isComplete([kind], record)) return unknown;
    const last = winnersOf({ ...leaf.of, events: [kind] }, 'latest', record);
    const base = winnersOf({ ...leaf.baseline, events: [kind] }, 'latest', record);
    const pairs = last.entries.flatMap((entry) =>
      base.entries.map((from) => {
        const [value, before] = [inFirstUnit(entry, kernel.tables), inFirstUnit(from, kernel.tables)];
        if (value === undefined || before === undefined) return unknown;
        if (leaf.as === 'difference') return certain(isInBounds(value - before, leaf.bounds));
        return before === 0 ? unknown : certain(isInBounds(((value - before) / before) * 100, leaf.bounds));
      }),
    );
    return agreed([...pairs, ...(last.sure && base.sure && pairs.length > 0 ? [] : [notMet])]);
  });
  return greatest(kinds);
}

/** Some run of consecutive days with an event on enough of them; no day of it lies after the date of service. */
export function run({ of, days, percent }: Run, record: CaseRecord): Verdict {
  const window = daysOf(of.window, record);
  if (window?.earliest === undefined || window.latest === undefined) return unknown;
  const on = record.request.dateOfService;
  const last = window.latest < on ? window.latest : on;
  const length = daysBetween(window.earliest, last) + 1;
  if (length < days) return notMet;
  const need = Math.ceil((days * percent) / 100);
  const candidates = candidatesOf(of, record);
  const first = window.earliest;
  const best = (among: ReadonlySet<string>) => {
    const marks = Array.from({ length }, () => 0);
    for (const day of among) {
      const place = daysBetween(first, day);
      if (place >= 0 && place < length) marks[place] = 1;
    }
    const runs = Array.from({ length: length - days + 1 }, (_, start) =>
      marks.slice(start, start + days).reduce((sum, mark) => sum + mark, 0),
    );
    return Math.max(...runs);
  };
  const sure = candidates.filter(({ verdict }) => verdict.truth === 'met');
  if (best(daysIn(sure)) >= need) return met;
  const possible = candidates.filter(({ verdict }) => verdict.truth !== 'not-met');
  const most = best(daysIn(possible)) + undated(possible).length;
  return isComplete(of.events, record) && most < need ? notMet : unknown;
}

/** The quantity asked for, within bounds or within what the latest value of an event allows. */
export function amount(leaf: Amount, kernel: Kernel, record: CaseRecord): Verdict {
  const { value, unit } = record.request.quantity ?? {};
  if (value === undefined || unit !== leaf.unit) return unknown;
  const { perValueOf, bounds } = leaf;
  if (perValueOf === undefined) return certain(isInBounds(value, bounds));
  const { event, roundedUpTo } = perValueOf;
  if (!isComplete([event], record)) return unknown;
  const { entries, sure } = winnersOf({ events: [event], conditions: {}, grade: 'plain' }, 'latest', record);
  const verdicts = entries.map((entry) => {
    const factor = inFirstUnit(entry, kernel.tables);
    if (factor === undefined) return unknown;
    const allowed = (bound: number) =>
      roundedUpTo === undefined ? bound * factor : roundedUp(bound * factor, roundedUpTo);
    const scaled = Object.entries(bounds).map(([name, bound]) => [name, allowed(Number(bound))]);
    return certain(isInBounds(value, Object.fromEntries(scaled)));
  });
  return agreed([...verdicts, ...(sure ? [] : [unknown])]);
}

/** A multiple of the package that holds the amount; what binary fractions add beyond 12 digits is no part of it. */
function roundedUp(amountAsked: number, packaged: number): number {
  return Math.ceil(Number((amountAsked / packaged).toPrecision(12))) * packaged;
}

/** Whether what is not listed of these kinds did not happen. */
function isComplete(events: readonly string[], { complete }: CaseRecord): boolean {
  return events.every((event) => complete?.includes(event) === true);
}

/** The entries of a selection's kinds, up to the date of service (as reading C-55 has it for findings). */
function candidatesOf(of: Selection, record: CaseRecord): readonly Candidate[] {
  return (record.events ?? [])
    .filter(
      ({ event, on }) =>
        of.events.includes(event) && (on === undefined || on <= record.request.dateOfService),
    )
    .map((entry) => ({ entry, verdict: isSelected(entry, of, record) }));
}

function isSelected(entry: EventEntry, of: Selection, record: CaseRecord): Verdict {
  const { on } = entry;
  return least([
    isWithin(of.window, on === undefined ? {} : { earliest: on, latest: on }, record),
    of.bounds === undefined ? met : valueIn(entry, of.bounds, of.relativeTo),
    ...Object.entries(of.conditions).map(([id, wanted]) => {
      const holds = known(entry.conditions?.[id]);
      return wanted ? holds : negate(holds);
    }),
    isShownBy(entry.shownBy, of.shownBy),
    supported(entry.evidence, of.grade),
  ]);
}

/** Whether a value is within the bounds of its own unit, or as a multiple of its own limit. */
function valueIn(
  { value, unit, reference }: EventEntry,
  bounds: readonly BoundsIn[],
  relativeTo: 'lower' | 'upper' | undefined,
): Verdict {
  const limit = relativeTo === undefined ? 1 : reference?.[relativeTo];
  const own = relativeTo === undefined ? bounds.find((each) => each.unit === unit) : bounds[0];
  if (value === undefined || own === undefined || limit === undefined || limit === 0) return unknown;
  return certain(isInBounds(value / limit, own));
}

/** The entries that may be the latest, or the earliest, of a selection. */
function winnersOf(of: Selection, which: 'latest' | 'earliest', record: CaseRecord): Winners {
  const possible = candidatesOf(of, record).filter(({ verdict }) => verdict.truth !== 'not-met');
  const sure = possible.filter(({ verdict }) => verdict.truth === 'met');
  const days = [...daysIn(sure)].sort();
  const edge = which === 'latest' ? days.at(-1) : days[0];
  const reaches = ({ on }: EventEntry) =>
    on === undefined || edge === undefined || (which === 'latest' ? on >= edge : on <= edge);
  return { entries: possible.map(({ entry }) => entry).filter(reaches), sure: sure.length > 0 };
}

function inFirstUnit({ event, value, unit }: EventEntry, tables: Tables): number | undefined {
  const factor = rowOf(event, tables)?.units.find((each) => each.unit === unit)?.factor;
  return value === undefined || factor === undefined ? undefined : value * factor;
}

function rowOf(event: string | undefined, tables: Tables) {
  return tables.events.find(({ id }) => id === event);
}

function daysIn(candidates: readonly Candidate[]): ReadonlySet<string> {
  return new Set(candidates.flatMap(({ entry: { on } }) => (on === undefined ? [] : [on])));
}

function undated(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ entry: { on } }) => on === undefined);
}
