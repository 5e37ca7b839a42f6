import { addDays, addMonths } from '../../../dsl/kernel/calendar.ts';
import type { CaseRecord, EventEntry } from '../../../dsl/kernel/case.ts';
import type {
  Amount,
  BoundsIn,
  Change,
  Counted,
  Reading,
  Run,
  Selection,
  Window,
} from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { daysOf } from '../../../dsl/kernel/window.ts';
import { withhold } from '../record-facts.ts';
import { valuesAbout } from './request.ts';

/** Questions that events may answer; of quantities those that the latest value allows. */
export type AboutEvents = Counted | Reading | Change | Run | Amount;

/** Cases that differ in the events that a question reads: one more, one less, or one that says something else. */
export function eventAlternatives(
  leaf: AboutEvents,
  kernel: Kernel,
  record: CaseRecord,
): readonly CaseRecord[] {
  const selections = selectionsOf(leaf);
  const kinds = [...new Set(selections.flatMap(({ events }) => events))];
  const events = record.events ?? [];
  const put = (entries: readonly EventEntry[]): CaseRecord => {
    const { events: _events, ...rest } = record;
    return entries.length === 0 ? rest : { ...rest, events: entries };
  };
  const own = events.filter(({ event }) => kinds.includes(event));
  const others = events.filter(({ event }) => !kinds.includes(event));
  const entries = selections.flatMap((selection) => entriesFor(selection, leaf, kernel, record));
  const removed = own.map((entry) => put(events.filter((each) => each !== entry)));
  const days = selections.flatMap(({ window }) => daysAbout(window, record));
  const changed = own.flatMap((entry) => {
    const mine = selections.filter((selection) => selection.events.includes(entry.event));
    return mine
      .flatMap((selection) => changesOf(entry, selection, leaf, kernel, days))
      .map((change) => put(events.map((each) => (each === entry ? change : each))));
  });
  const several = entries
    .slice(0, 4)
    .flatMap((entry) =>
      [1, 2, 3].flatMap((more) => [
        put([...others, ...repeated(entry, more, 'days')]),
        put([...others, ...repeated(entry, more, 'none')]),
        put([...own, ...others, ...repeated(entry, more, 'days')]),
      ]),
    );
  const runs =
    leaf.kind === 'run' ? runsOf(leaf, entries[0], record).map((each) => put([...others, ...each])) : [];
  return [
    ...entries.map((entry) => put([...events, entry])),
    ...entries.map((entry) => put([...others, entry])),
    put(others),
    ...removed,
    ...runs,
    ...changed,
    ...several,
    ...kinds.flatMap((kind) => [
      { ...record, complete: (record.complete ?? []).filter((id) => id !== kind) },
      withhold(record, `events.${kind}`),
    ]),
    ...entries
      .slice(0, 2)
      .flatMap((entry) =>
        selections.flatMap((selection) =>
          changesOf(entry, selection, leaf, kernel, days).map((change) => put([...events, change])),
        ),
      ),
    ...anchorsOf(selections).map((anchor) => withhold(record, anchor)),
  ];
}

/** What a question asks of events, the selection that it counts first. */
export function selectionsOf(leaf: AboutEvents): readonly Selection[] {
  switch (leaf.kind) {
    case 'change':
      return [leaf.of, leaf.baseline];
    case 'amount':
      return leaf.perValueOf === undefined
        ? []
        : [{ events: [leaf.perValueOf.event], conditions: {}, grade: 'plain' }];
    default:
      return [leaf.of];
  }
}

function anchorsOf(selections: readonly Selection[]): readonly string[] {
  return [
    ...new Set(
      selections.flatMap(({ window }) =>
        window === undefined || window.anchor === 'dateOfService' ? [] : [window.anchor],
      ),
    ),
  ];
}

/** The days at the edges of a window and beside them. */
function daysAbout(window: Window | undefined, record: CaseRecord): readonly string[] {
  const on = record.request.dateOfService;
  const { earliest, latest } = window === undefined ? {} : (daysOf(window, record) ?? {});
  const days = [
    ...(latest === undefined ? [] : [latest, addDays(latest, 1), addDays(latest, -1)]),
    ...(earliest === undefined ? [] : [earliest, addDays(earliest, -1), addDays(earliest, 1)]),
    ...(window === undefined ? [addMonths(on, -1)] : []),
    on,
    addDays(on, 1),
    addMonths(on, -1),
    addMonths(on, -120),
  ];
  return [...new Set(days)];
}

function boundsOf(selection: Selection, leaf: AboutEvents): readonly BoundsIn[] {
  if (selection.bounds !== undefined) return selection.bounds;
  return leaf.kind === 'reading' ? leaf.bounds : [];
}

function relativeOf(selection: Selection, leaf: AboutEvents): 'lower' | 'upper' | undefined {
  return selection.relativeTo ?? (leaf.kind === 'reading' ? leaf.relativeTo : undefined);
}

/** Entries that tell all that is asked: at the bounds of value and window, and a step beside them. */
export function entriesFor(
  selection: Selection,
  leaf: AboutEvents,
  kernel: Kernel,
  record: CaseRecord,
): readonly EventEntry[] {
  const relative = relativeOf(selection, leaf);
  const days = daysAbout(selection.window, record).filter((day) => day <= record.request.dateOfService);
  return selection.events.flatMap((event) => {
    const row = kernel.tables.events.find(({ id }) => id === event);
    const conditions = Object.fromEntries(
      (row?.conditions ?? []).map(({ id }) => [id, selection.conditions[id] ?? false] as const),
    );
    const base = {
      event,
      evidence: 'documented' as const,
      ...(Object.keys(conditions).length === 0 ? {} : { conditions }),
      ...(selection.shownBy === undefined ? {} : { shownBy: selection.shownBy[0] ?? ('record' as const) }),
    };
    const units = row?.units ?? [];
    const values = units.flatMap(({ unit, factor }) => {
      const bounds = boundsOf(selection, leaf).find((each) => each.unit === unit);
      const about =
        relative !== undefined
          ? valuesAbout(boundsOf(selection, leaf)[0] ?? {}, 0.5).map((value) => value * 10)
          : leaf.kind === 'change'
            ? [100, 101, 99, ...valuesAbout(leaf.bounds).map((value) => 100 + value)].map(
                (value) => value / factor,
              )
            : bounds === undefined
              ? [10]
              : valuesAbout(bounds, bounds.least !== undefined && bounds.least % 1 !== 0 ? 0.1 : 1);
      return about
        .map((value) => Number(value.toPrecision(9)))
        .map((value) => ({
          value,
          unit,
          ...(relative === undefined ? {} : { reference: { lower: 10, upper: 10 } }),
        }));
    });
    const measured = units.length === 0 ? [{}] : values;
    const [first] = days;
    return [
      ...measured.flatMap((value) => (first === undefined ? [] : [{ ...base, on: first, ...value }])),
      ...days.slice(1).flatMap((on) => measured.slice(0, 2).map((value) => ({ ...base, on, ...value }))),
    ];
  });
}

/** What else one entry may say. */
function changesOf(
  entry: EventEntry,
  selection: Selection,
  leaf: AboutEvents,
  kernel: Kernel,
  days: readonly string[],
): readonly EventEntry[] {
  const { on: _on, ...undated } = entry;
  const { value: _value, ...unvalued } = entry;
  const { unit: _unit, ...unitless } = entry;
  const { evidence: _evidence, ...unproven } = entry;
  const { conditions, ...unconditional } = entry;
  const { reference, ...unreferenced } = entry;
  const { shownBy: _shownBy, ...unshown } = entry;
  const units = kernel.tables.events.find(({ id }) => id === entry.event)?.units ?? [];
  const isMeasured = entry.value !== undefined;
  const values = isMeasured
    ? units.flatMap(({ unit }) => {
        const bounds = boundsOf(selection, leaf).find((each) => each.unit === unit);
        const about =
          bounds === undefined
            ? [(entry.value ?? 0) + 1, (entry.value ?? 0) - 1]
            : [...valuesAbout(bounds), ...valuesAbout(bounds, 0.1)];
        return about.map((value) => ({ ...entry, value, unit }));
      })
    : [];
  return [
    ...values,
    ...(reference === undefined
      ? []
      : [0, 1, 5, 10, 20].flatMap((limit) => [
          { ...entry, reference: { lower: limit, upper: 10 } },
          { ...entry, reference: { lower: 10, upper: limit } },
        ])),
    ...days.map((on) => ({ ...entry, on })),
    ...Object.entries(conditions ?? {}).map(([id, holds]) => ({
      ...entry,
      conditions: { ...conditions, [id]: !holds },
    })),
    { ...entry, evidence: 'reported' },
    { ...entry, evidence: 'absent' },
    ...(['record', 'claim', 'laboratory', 'prescriber', 'attestation'] as const).map((shownBy) => ({
      ...entry,
      shownBy,
    })),
    undated,
    ...(isMeasured ? [unvalued, unitless] : []),
    unproven,
    unconditional,
    unreferenced,
    unshown,
  ];
}

function repeated(entry: EventEntry, more: number, step: 'days' | 'none'): readonly EventEntry[] {
  const { on } = entry;
  if (on === undefined) return [];
  return Array.from({ length: more + 1 }, (_, place) => ({
    ...entry,
    on: step === 'none' ? on : addDays(on, -place),
  }));
}

/** Runs of events on just enough days, on one fewer, and in a stretch that is one day short. */
function runsOf(
  { of, days, percent }: Run,
  entry: EventEntry | undefined,
  record: CaseRecord,
): readonly (readonly EventEntry[])[] {
  if (entry === undefined) return [];
  const { earliest, latest } = daysOf(of.window, record) ?? {};
  const on = record.request.dateOfService;
  const last = latest === undefined || latest > on ? on : latest;
  const first = earliest ?? addDays(last, -days);
  const need = Math.ceil((days * percent) / 100);
  const stretch = (start: string, count: number) =>
    Array.from({ length: count }, (_, place) => ({ ...entry, on: addDays(start, place) }));
  return [need, need - 1, need + 1].flatMap((count) => [
    stretch(first, count),
    stretch(addDays(last, 1 - count), count),
    [...stretch(first, count - 1), ...stretch(addDays(first, days - 1), 1)],
    [...stretch(first, count - 1), ...stretch(addDays(first, days), 1)],
  ]);
}
