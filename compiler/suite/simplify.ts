import { addMonths } from '../../dsl/kernel/calendar.ts';
import type { CaseRecord, DrugEntry, EventEntry } from '../../dsl/kernel/case.ts';
import { leavesOf } from '../../dsl/kernel/facts.ts';
import { alternativesOf } from './alternatives/alternatives.ts';
import { tellsAll } from './complete.ts';
import { decideAnew } from './decide-anew.ts';
import { differences, type Decided, type Decision } from './decision.ts';
import { inOrder, withFacts } from './record-facts.ts';
import { allFacts } from './pairs.ts';

/**
 * The same case in plainer facts, as far as no clause's status and no outcome changes by it: entries that say nothing to
 * the point are taken out, and what is left says what most cases say. Only these facts are touched.
 */
export function simplified(decision: Decision, decided: Decided, facts = allFacts(decision)): Decided {
  const told = allFacts(decision).filter((fact) => tellsAll(decided.record, [fact]));
  let best: Decided = { ...decided, record: inOrder(decided.record) };
  for (const plainer of steps) {
    // A step is taken for each of the entries that there were before it, from the last to the first.
    for (const change of plainer(best.record, decision)) {
      const record = inOrder(withFacts(best.record, facts, change(best.record)));
      if (JSON.stringify(record) === JSON.stringify(best.record) || !tellsAll(record, told)) continue;
      const candidate = decideAnew(decision, best, record, facts);
      if (isAlike(decision, decided, candidate)) best = candidate;
    }
  }
  return best;
}

type Change = (record: CaseRecord) => CaseRecord;

function isAlike(decision: Decision, first: Decided, second: Decided): boolean {
  return (
    first.outcome === second.outcome &&
    first.layer === second.layer &&
    differences(decision, first, second).length === 0
  );
}

const steps: readonly ((record: CaseRecord, decision: Decision) => readonly Change[])[] = [
  fewerDrugs,
  fewerEvents,
  plainFacts,
  plainCourse,
  plainAge,
  plainDrugs,
  plainEvents,
];

function fewerDrugs({ drugs = [] }: CaseRecord): readonly Change[] {
  return drugs.map(
    (_, place) => (record) => withDrugs(record, without(record.drugs ?? [], drugs.length - 1 - place)),
  );
}

function fewerEvents({ events = [] }: CaseRecord): readonly Change[] {
  return events.map(
    (_, place) => (record) => withEvents(record, without(record.events ?? [], events.length - 1 - place)),
  );
}

function plainFacts({ findings = {}, judgements = {}, prescriber }: CaseRecord): readonly Change[] {
  return [
    ...Object.keys(findings).flatMap((id) =>
      (['documented', 'absent'] as const).map((grade): Change => (record) => ({
        ...record,
        findings: { ...record.findings, [id]: grade },
      })),
    ),
    ...Object.keys(judgements).map((id): Change => (record) => ({
      ...record,
      judgements: { ...record.judgements, [id]: { ...record.judgements?.[id], papers: 'documented' } },
    })),
    ...(['consultations', 'specialties'] as const).flatMap((register) =>
      Object.keys(prescriber?.[register] ?? {}).map((id): Change => (record) => ({
        ...record,
        prescriber: {
          ...record.prescriber,
          [register]: { ...record.prescriber?.[register], [id]: false },
        },
      })),
    ),
  ];
}

/** One diagnosis on record, where one does. */
function plainCourse(record: CaseRecord, { bottom, kernel }: Decision): readonly Change[] {
  if (record.diagnoses === undefined) return [];
  const leaf = bottom
    .flatMap(({ expression }) => leavesOf(expression))
    .find(({ kind }) => kind === 'classified');
  if (leaf === undefined) return [];
  const single = alternativesOf(leaf, kernel, record).flatMap(({ diagnoses }) =>
    diagnoses?.length === 1 && diagnoses[0]?.evidence === 'documented' ? [diagnoses] : [],
  );
  // The first that does is kept: the later ones are tried in vain, or say the same.
  return single
    .slice(0, 8)
    .toReversed()
    .map((diagnoses): Change => (before) => ({ ...before, diagnoses }));
}

function plainAge({ patient, request }: CaseRecord): readonly Change[] {
  if (patient?.birthDate === undefined) return [];
  return [1, 6, 60, 120, 192, 720, 540].map((months): Change => (record) => ({
    ...record,
    patient: { birthDate: addMonths(request.dateOfService, -months) },
  }));
}

function plainDrugs({ drugs = [], request }: CaseRecord): readonly Change[] {
  const on = request.dateOfService;
  const at =
    (place: number, change: (entry: DrugEntry) => DrugEntry): Change =>
    (record) =>
      withDrugs(
        record,
        (record.drugs ?? []).map((entry, index) => (index === place ? change(entry) : entry)),
      );
  return drugs.flatMap((_, place) => [
    at(place, (entry) => ({ ...entry, evidence: 'documented' })),
    at(place, (entry) => ({ ...entry, source: 'supplied' })),
    at(place, (entry) => ({ ...entry, outcome: 'none' })),
    ...[
      [-30, -26],
      [-20, -14],
      [-12, -2],
    ].map(([from = 0, to = 0]) =>
      at(place, ({ current: _current, ...entry }) => ({
        ...entry,
        from: addMonths(on, from),
        to: addMonths(on, to),
        current: false,
      })),
    ),
  ]);
}

function plainEvents({ events = [], request }: CaseRecord): readonly Change[] {
  const at =
    (place: number, change: (entry: EventEntry) => EventEntry): Change =>
    (record) =>
      withEvents(
        record,
        (record.events ?? []).map((entry, index) => (index === place ? change(entry) : entry)),
      );
  return events.flatMap((_, place) => [
    at(place, (entry) => ({ ...entry, evidence: 'documented' })),
    at(place, (entry) => (entry.value === undefined ? entry : { ...entry, value: Math.round(entry.value) })),
    ...[-1, -2].map((months) =>
      at(place, (entry) => ({ ...entry, on: addMonths(request.dateOfService, months) })),
    ),
  ]);
}

function withDrugs(record: CaseRecord, drugs: readonly DrugEntry[]): CaseRecord {
  const { drugs: _drugs, ...rest } = record;
  return drugs.length === 0 ? rest : { ...rest, drugs };
}

function withEvents(record: CaseRecord, events: readonly EventEntry[]): CaseRecord {
  const { events: _events, ...rest } = record;
  return events.length === 0 ? rest : { ...rest, events };
}

function without<T>(entries: readonly T[], place: number): readonly T[] {
  return entries.filter((_, index) => index !== place);
}
