import { addDays, addMonths } from '../../../dsl/kernel/calendar.ts';
import type { CaseRecord, DrugEntry } from '../../../dsl/kernel/case.ts';
import type {
  Concurrent,
  Elapsed,
  Reason,
  Receiving,
  Treated,
  Trials,
} from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { daysOf } from '../../../dsl/kernel/window.ts';
import { withhold } from '../record-facts.ts';

type AboutDrugs = Reason | Treated | Receiving | Concurrent | Elapsed | Trials;

/** Cases that differ in the drug history: an entry more, one less, or one that says something else. */
export function drugAlternatives(
  leaf: AboutDrugs,
  kernel: Kernel,
  record: CaseRecord,
): readonly CaseRecord[] {
  const drugs = record.drugs ?? [];
  const put = (entries: readonly DrugEntry[]): CaseRecord => {
    const { drugs: _drugs, ...rest } = record;
    return entries.length === 0 ? rest : { ...rest, drugs: entries };
  };
  const names = agentNames(leaf, kernel);
  const days = turningDays(leaf, record);
  const courses = coursesFor(leaf, days, record);
  const removed = drugs.map((_, place) => put(drugs.filter((__, index) => index !== place)));
  const added = names.plain.flatMap((agent) =>
    courses.map((course) => put([...drugs, { agent, ...course }])),
  );
  const changed = drugs.flatMap((entry, place) =>
    changesOf(entry, days, record.request.dateOfService).map((change) =>
      put(drugs.map((each, index) => (index === place ? change : each))),
    ),
  );
  const renamed = drugs.flatMap((entry, place) =>
    [...names.plain, ...names.corner].map((agent) =>
      put(drugs.map((each, index) => (index === place ? { ...entry, agent } : each))),
    ),
  );
  const corners = [...names.plain.slice(0, 1), ...names.corner.slice(-3)].flatMap((agent) =>
    courses
      .slice(0, 1)
      .flatMap((course) => [
        put([...drugs, { agent, ...course }]),
        ...changesOf({ agent, ...course }, days, record.request.dateOfService).map((change) =>
          put([...drugs, change]),
        ),
      ]),
  );
  const { drugsComplete: _complete, ...open } = record;
  return [
    ...removed,
    ...added,
    ...changed,
    ...renamed,
    put([]),
    open,
    { ...record, drugsComplete: false },
    withhold(record, 'drugs'),
    ...corners,
  ];
}

/** Names that a question knows, each product and ingredient of its sets; and, at the corner, those beside them. */
function agentNames(leaf: AboutDrugs, { tables }: Kernel) {
  const ingredients = new Set(
    leaf.kind === 'reason'
      ? [...leaf.agents.ingredients, ...(leaf.otherThan?.ingredients ?? [])]
      : leaf.kind === 'receiving'
        ? leaf.others.ingredients
        : leaf.kind === 'concurrent' || leaf.kind === 'trials'
          ? leaf.agents.ingredients
          : [],
  );
  const products = 'products' in leaf ? leaf.products.products : [];
  const own = tables.products.filter(({ id }) => products.includes(id));
  const siblings = tables.products.filter(
    ({ id, ingredient }) => !products.includes(id) && own.some((row) => row.ingredient === ingredient),
  );
  const others = tables.ingredients.filter(({ id }) => !ingredients.has(id)).slice(0, 2);
  return {
    plain: [...products, ...ingredients],
    corner: [
      ...tables.products.filter(({ ingredient }) => ingredients.has(ingredient)).map(({ id }) => id),
      ...own.map(({ ingredient }) => ingredient),
      ...siblings.map(({ id }) => id),
      ...others.map(({ id }) => id),
      ...own.map(({ name }) => name.toUpperCase()),
      'an unlisted drug',
    ],
  };
}

/** The days on which the answer may turn. */
function turningDays(leaf: AboutDrugs, record: CaseRecord): readonly string[] {
  const on = record.request.dateOfService;
  const about = (day: string) => [day, addDays(day, 1), addDays(day, -1)];
  const started = (record.drugs ?? [])
    .flatMap(({ from, to }) => [from, to])
    .filter((day) => day !== undefined);
  const own =
    leaf.kind === 'receiving' || leaf.kind === 'elapsed'
      ? about(addMonths(on, -leaf.months))
      : leaf.kind === 'trials'
        ? windowDays(leaf, record)
        : [];
  return [...new Set([...own, ...about(on), addMonths(on, -6), ...started.flatMap(about)])];
}

function windowDays({ window, lasting }: Trials, record: CaseRecord): readonly string[] {
  const { earliest, latest } = window === undefined ? {} : (daysOf(window, record) ?? {});
  const on = record.request.dateOfService;
  const before =
    lasting?.unit === 'days' ? addDays(on, -lasting.count) : addMonths(on, -(lasting?.count ?? 6));
  return [
    ...(earliest === undefined ? [] : [earliest, addDays(earliest, -1)]),
    ...(latest === undefined ? [] : [latest, addDays(latest, 1)]),
    before,
    addDays(before, 1),
    addDays(before, -1),
  ];
}

/** Courses that tell all that is asked, by the plainest first. */
function coursesFor(
  leaf: AboutDrugs,
  days: readonly string[],
  record: CaseRecord,
): readonly Omit<DrugEntry, 'agent'>[] {
  const on = record.request.dateOfService;
  const [begun, ended] = [addMonths(on, -30), addMonths(on, -26)];
  const past = {
    evidence: 'documented',
    source: 'supplied',
    from: begun,
    to: ended,
    current: false,
  } as const;
  const shown =
    leaf.kind === 'trials' && leaf.shownBy !== undefined ? { shownBy: leaf.shownBy[0] ?? 'record' } : {};
  const dose =
    leaf.kind === 'trials' && leaf.dose !== undefined
      ? {
          doseReached: {
            value: leaf.dose.least ?? leaf.dose.most ?? (leaf.dose.above ?? 0) + 1,
            unit: leaf.dose.unit,
          },
        }
      : {};
  const indication = record.request.indication === undefined ? {} : { indication: record.request.indication };
  const forIt = leaf.kind === 'concurrent' && leaf.sameIndication === true ? indication : {};
  const wanted =
    'reasons' in leaf && leaf.reasons !== undefined ? leaf.reasons : (['none', 'failure'] as const);
  const outcomes = [...new Set([...wanted, 'none' as const, 'failure' as const])];
  const ongoing = {
    evidence: 'documented',
    source: 'supplied',
    from: addMonths(on, -3),
    current: true,
  } as const;
  const ending = days.filter((day) => day <= on);
  return [
    ...(leaf.kind === 'concurrent' ? [{ outcome: 'none' as const, ...ongoing, ...forIt }] : []),
    ...outcomes.map((outcome) => ({ outcome, ...past, ...shown, ...dose, ...forIt })),
    ...(leaf.kind === 'trials' ? ending : ending.slice(0, 4)).flatMap((day) =>
      outcomes.slice(0, 1).map((outcome) => ({
        outcome,
        ...past,
        from: leaf.kind === 'trials' && leaf.window !== undefined ? addMonths(day, -12) : addMonths(day, -1),
        to: day,
        ...shown,
        ...dose,
        ...forIt,
      })),
    ),
    ...(leaf.kind === 'concurrent'
      ? []
      : [{ outcome: 'none' as const, ...ongoing, ...shown, ...dose, ...forIt }]),
  ];
}

/** What else one entry may say: each field otherwise, and each left out. */
function changesOf(entry: DrugEntry, days: readonly string[], on: string): readonly DrugEntry[] {
  const { to: _to, current: _current, ...begun } = entry;
  const { from: _from, ...undated } = begun;
  const { outcome: _outcome, ...silent } = entry;
  const { evidence: _evidence, ...unproven } = entry;
  const { source: _source, ...unsourced } = entry;
  const past = days.filter((day) => day <= on);
  const outcomes = ['failure', 'intolerance', 'contraindication', 'none', 'unknown'] as const;
  return [
    ...past.flatMap((day) => [
      {
        ...begun,
        to: day,
        current: false,
        from: entry.from !== undefined && entry.from <= day ? entry.from : addMonths(day, -1),
      },
      { ...entry, from: day },
    ]),
    { ...begun, current: true },
    ...outcomes.map((outcome) => ({ ...entry, outcome })),
    { ...entry, source: 'sample' },
    { ...entry, evidence: 'reported' },
    ...outcomes.flatMap((outcome) => [
      { ...entry, outcome, source: 'sample' as const },
      { ...entry, outcome, evidence: 'reported' as const },
      { ...undated, outcome },
      { ...unsourced, outcome },
      { ...withoutSource(undated), outcome },
    ]),
    { ...entry, evidence: 'absent' },
    ...(['record', 'claim', 'laboratory', 'prescriber', 'attestation'] as const).map((shownBy) => ({
      ...entry,
      shownBy,
    })),
    ...doses(entry),
    silent,
    unproven,
    unsourced,
    begun,
    undated,
    { ...begun, current: false },
    { ...undated, current: true },
    { ...undated, current: false },
    withoutSource(undated),
    { ...undated, to: on },
    ...past.flatMap((day) => [
      { ...undated, to: day },
      { ...begun, from: day },
      { ...begun, from: day, current: true },
      { ...entry, from: addDays(on, 1), to: day },
      { ...entry, from: addDays(day, 1), to: day },
    ]),
    { ...begun, from: addDays(on, 1) },
    { ...entry, to: addDays(on, 1) },
  ];
}

function withoutSource(entry: DrugEntry): DrugEntry {
  const { source: _source, outcome: _outcome, ...rest } = entry;
  return rest;
}

function doses(entry: DrugEntry): readonly DrugEntry[] {
  const { doseReached, ...rest } = entry;
  if (doseReached === undefined) return [];
  const { value, unit } = doseReached;
  return [
    ...(value === undefined
      ? []
      : [value - 1, value + 1, value - 0.1].map((each) => ({
          ...entry,
          doseReached: { ...doseReached, value: Number(each.toPrecision(9)) },
        }))),
    rest,
    ...(unit === undefined ? [] : [{ ...entry, doseReached: { unit } }]),
    ...(value === undefined
      ? []
      : [
          { ...entry, doseReached: { value } },
          { ...entry, doseReached: { value, unit: '{other}' } },
        ]),
  ];
}
