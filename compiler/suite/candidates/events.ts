import { addDays, addMonths } from '../../../dsl/kernel/calendar.ts';
import type { CaseRecord, EventEntry } from '../../../dsl/kernel/case.ts';
import type { Leaf } from '../../../dsl/kernel/expression.ts';
import type { EventRow, Kernel } from '../../../dsl/kernel/kernel.ts';
import { daysOf } from '../../../dsl/kernel/window.ts';
import { entriesFor, selectionsOf, type AboutEvents } from '../alternatives/events.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { marches, serviceDays, turningDays } from './days.ts';

/** Names that no vocabulary holds: of an event, of a unit, of a condition. */
const stranger = { event: 'an event of no list', unit: '{other}', condition: 'otherwise' } as const;

/** The questions about events among some. */
export function eventQuestions(leaves: readonly Leaf[]): readonly AboutEvents[] {
  return leaves.flatMap((leaf): readonly AboutEvents[] =>
    'of' in leaf || (leaf.kind === 'amount' && leaf.perValueOf !== undefined) ? [leaf] : [],
  );
}

/**
 * Events at the edges of windows, and two on days that follow each other, about the ends of months and of years: one case
 * for each side of an edge, in which all else that the question asks is there.
 */
export function windowCases(kernel: Kernel, leaves: readonly Leaf[]): readonly CaseRecord[] {
  const days = [...serviceDays, ...turningDays, ...marches];
  return eventQuestions(leaves).flatMap((leaf) => {
    const windows = selectionsOf(leaf).flatMap(({ window }) => [window?.from, window?.to]);
    // Also those from which an edge falls on such a day.
    const edges = windows.flatMap((side) =>
      side === undefined
        ? []
        : marches.map((day) =>
            side.unit === 'days' ? addDays(day, -side.count) : addMonths(day, -side.count),
          ),
    );
    return [...days, ...edges].flatMap((day) => casesAbout(leaf, kernel, day));
  });
}

function casesAbout(leaf: AboutEvents, kernel: Kernel, day: string): readonly CaseRecord[] {
  const selections = selectionsOf(leaf);
  const complete = [...new Set(selections.flatMap(({ events }) => events))];
  const put = (record: CaseRecord, events: readonly EventEntry[]): CaseRecord => ({
    ...record,
    events,
    complete,
  });
  return selections.flatMap((selection) => {
    const { window } = selection;
    const isServed = window === undefined || window.anchor === 'dateOfService';
    const record: CaseRecord = isServed
      ? { request: { dateOfService: day } }
      : {
          request: { dateOfService: addMonths(day, 30) },
          dates: { [window.anchor.slice('dates.'.length)]: day },
        };
    const [entry, next = entry] = entriesFor(selection, leaf, kernel, record);
    if (entry === undefined || next === undefined) return [];
    const beside = selections
      .filter((each) => each !== selection)
      .flatMap((each) => entriesFor(each, leaf, kernel, record).slice(0, 1));
    const { earliest, latest } = window === undefined ? {} : (daysOf(window, record) ?? {});
    const least = fewestOf(leaf);
    // Towards the middle of the window, so that the entry at its edge alone decides.
    const from = (edge: string, step: number) =>
      Array.from({ length: least }, (_, place) => ({ ...entry, on: addDays(edge, step * place) }));
    const edges = [
      ...(earliest === undefined ? [] : [from(earliest, 1), from(addDays(earliest, -1), 1)]),
      ...(latest === undefined ? [] : [from(latest, -1), from(addDays(latest, 1), -1)]),
    ];
    const before = addDays(day, -1);
    const pairs = [
      [
        { ...entry, on: before },
        { ...next, on: day },
      ],
      [
        { ...next, on: before },
        { ...entry, on: day },
      ],
      [
        { ...entry, on: day },
        { ...entry, on: day },
      ],
    ];
    return [...edges, ...(isServed ? pairs : [])].map((events) => put(record, [...beside, ...events]));
  });
}

/** How many events a question asks for at least. */
function fewestOf(leaf: AboutEvents): number {
  if (leaf.kind === 'run') return Math.ceil((leaf.days * leaf.percent) / 100);
  return leaf.kind === 'counted' ? leaf.least : 1;
}

/**
 * Events at random, about one question each: of its kinds and others, in units of theirs and others, about the bounds of
 * values and windows; with parts left open, some on no day, and now and then more than an evaluator first makes room for.
 */
export function eventHistories(
  kernel: Kernel,
  leaves: readonly Leaf[],
  count: number,
): readonly CaseRecord[] {
  const asked = eventQuestions(leaves);
  if (asked.length === 0) return [];
  const chance = chanceFrom(20_260_301);
  return Array.from({ length: count }, () => history(kernel, asked, chance));
}

function history(kernel: Kernel, asked: readonly AboutEvents[], chance: Chance): CaseRecord {
  const { pick, below, onceIn } = chance;
  const { events: rows, milestones } = kernel.tables;
  const leaf = pick(asked);
  const selections = selectionsOf(leaf);
  const on = onceIn(2) ? addMonths(kernel.effective, below(30)) : pick(serviceDays);
  const record: CaseRecord = {
    request: { dateOfService: on },
    dates: Object.fromEntries(
      milestones.filter(() => !onceIn(6)).map(({ id }) => [id, addMonths(on, -below(20))]),
    ),
  };
  const given = selections.flatMap((selection) => entriesFor(selection, leaf, kernel, record));
  const kinds = [...new Set(selections.flatMap(({ events }) => events))];
  const doubt = pick([0, 0, 8, 3]);
  const length = onceIn(40) ? pick([15, 16, 17, 33, 40]) : 1 + below(pick([1, 2, 3, 4, 6]));
  const entries = Array.from({ length }, () =>
    given.length === 0 ? { event: pick(kinds) } : varied(pick(given), rows, on, doubt, chance),
  );
  const complete = [...kinds.filter(() => !onceIn(5)), ...(onceIn(5) ? [stranger.event] : [])];
  return { ...record, events: entries, ...(onceIn(8) ? {} : { complete }) };
}

function varied(
  entry: EventEntry,
  rows: readonly EventRow[],
  on: string,
  doubt: number,
  { pick, below, onceIn }: Chance,
): EventEntry {
  const isOpen = () => doubt !== 0 && onceIn(doubt);
  const { conditions, unit, value, on: day, evidence, shownBy, reference, event } = entry;
  const units = rows.find(({ id }) => id === event)?.units ?? [];
  const circumstances = [stranger.condition, ...rows.flatMap((row) => row.conditions.map(({ id }) => id))];
  const told = Object.entries(conditions ?? {}).filter(() => !isOpen());
  return {
    event: onceIn(20) ? pick([stranger.event, ...rows.map(({ id }) => id)]) : event,
    ...(isOpen() ? {} : { on: onceIn(3) ? addDays(on, 1 - below(900)) : addDays(day ?? on, below(3) - 1) }),
    ...(value === undefined || isOpen()
      ? {}
      : { value: value * pick([1, 1, 1, 0.5, 2]) + pick([0, 0, 1, -1]) }),
    ...(unit === undefined || isOpen()
      ? {}
      : { unit: onceIn(8) ? pick([stranger.unit, ...units.map((each) => each.unit)]) : unit }),
    ...(reference === undefined || isOpen()
      ? {}
      : { reference: { lower: pick([10, 0, 5]), upper: pick([10, 0, 20]) } }),
    ...(onceIn(6)
      ? { conditions: { [pick(circumstances)]: onceIn(2) } }
      : conditions === undefined
        ? {}
        : {
            conditions: Object.fromEntries(
              told.map(([id, holds]) => [id, onceIn(8) ? !holds : holds] as const),
            ),
          }),
    ...(isOpen()
      ? {}
      : { evidence: onceIn(6) ? pick(['reported', 'absent'] as const) : (evidence ?? 'documented') }),
    ...(shownBy === undefined || isOpen()
      ? {}
      : {
          shownBy: onceIn(4)
            ? pick(['record', 'claim', 'laboratory', 'prescriber', 'attestation'] as const)
            : shownBy,
        }),
  };
}
