import { addMonths } from '../../dsl/kernel/calendar.ts';
import type {
  CaseRecord,
  DiagnosisEntry,
  FindingEntry,
  JudgementEntry,
  Request,
} from '../../dsl/kernel/case.ts';
import { canonicalId } from '../../dsl/kernel/drug-history.ts';
import type { NamedRow } from '../../dsl/kernel/kernel.ts';
import { drugsOf } from './drugs-of-case.ts';
import type { Assignment } from './evaluate.ts';
import { OutOfReach } from './fact.ts';
import { situationFor } from './situations.ts';
import {
  assignDrug,
  defined,
  drugConstraint,
  drugVariables,
  eventConstraint,
  eventsOn,
  eventVariables,
  evidenceOf,
  readDrug,
  readEvent,
} from './slots.ts';
import {
  apartConstraint,
  assignEvents,
  readStretch,
  stretchConstraint,
  stretchVariables,
} from './stretch.ts';
import { implies, less, not, or, real, type Term, type Value, type Variable } from './term.ts';
import type { World } from './world.ts';

/** The variables of a world, each once. */
export function variablesOf(world: World): readonly Variable[] {
  return [
    ...plainFacts(world).flatMap(({ variables }) => variables),
    ...world.drugs.flatMap(drugVariables),
    ...[...world.events.values()].flat().flatMap(eventVariables),
    ...[...world.stretches.values()].flat().flatMap(stretchVariables),
  ];
}

/**
 * What holds of every case: values lie in their ranges, there is a date of service, entries that a history lacks say
 * nothing and stand last.
 */
export function constraintsOf(world: World): readonly Term[] {
  const { request } = world;
  const on = request.dateOfService;
  const inOrder = (slots: readonly { readonly isPresent: Variable }[]) =>
    slots.slice(1).map((slot, place) => implies(slot.isPresent, slots[place]?.isPresent ?? slot.isPresent));
  const histories = [...world.events.values()];
  const stretches = [...world.stretches.values()];
  return [
    ...plainFacts(world).map(({ constraint }) => constraint),
    on.isKnown,
    ...[
      request.mgPerDay,
      request.days,
      request.quantity,
      ...world.drugs.map(({ doseValue }) => doseValue),
    ].map(({ isKnown, term }) => or(not(isKnown), less(real(0), term))),
    ...world.drugs.map((slot) => drugConstraint(slot, on.term)),
    ...histories.flat().map((slot) => eventConstraint(slot, on.term)),
    ...inOrder(world.drugs),
    ...histories.flatMap(inOrder),
    ...stretches.flat().map((stretch) => stretchConstraint(stretch, on.term)),
    ...stretches.map(apartConstraint),
  ];
}

/** The case that an assignment describes, with the diagnoses of its situation dated before the date of service. */
export function recordOf(world: World, assignment: Assignment): CaseRecord {
  const { request } = world;
  const dateOfService = request.dateOfService.read(assignment) ?? '2024-01-01';
  const kind = request.kind.read(assignment);
  const plan = request.planDocument.read(assignment);
  const mandate = request.mandate.read(assignment);
  const regimen = defined({
    mgPerDay: request.mgPerDay.read(assignment),
    days: request.days.read(assignment),
  });
  const amount = defined({
    value: request.quantity.read(assignment),
    unit: request.quantityUnit.read(assignment),
  });
  const asked: Request = {
    ...defined({
      kind: kind === 'initial' || kind === 'reauthorization' ? kind : undefined,
      product: request.product.read(assignment),
      indication: request.indication.read(assignment),
      regimen: isEmpty(regimen) ? undefined : regimen,
      quantity: isEmpty(amount) ? undefined : amount,
      planDocument: plan === 'silent' || plan === 'covers' || plan === 'excludes' ? plan : undefined,
      mandate: mandate === 'none' || mandate === 'requires' ? mandate : undefined,
    }),
    dateOfService,
  };
  const birthDate = world.birthDate.read(assignment);
  const register = (name: string) => {
    const entries = [...world.affirmed].flatMap(([key, fact]) => {
      const value = fact.read(assignment);
      return value === undefined || !key.startsWith(`${name}.`)
        ? []
        : [[key.slice(name.length + 1), value] as const];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  };
  const prescriber = defined({
    specialties: register('specialties'),
    consultations: register('consultations'),
  });
  const diagnoses = [...world.courses.values()].flatMap(({ situation, situations }) => {
    const chosen = situations[Number(situation.read(assignment) ?? 0)];
    return (chosen?.diagnoses ?? []).map((entry) => dated(entry, dateOfService));
  });
  const drugs = world.drugs.flatMap((slot) => readDrug(slot, assignment) ?? []);
  const findings = mapOf(world.findings, (fact): FindingEntry | undefined =>
    evidenceOf(fact.read(assignment)),
  );
  const judgements = mapOf(world.verdicts, (fact, id): JudgementEntry | undefined => {
    const verdict = fact.read(assignment);
    const entry = defined({
      papers: evidenceOf(world.papers.get(id)?.read(assignment)),
      verdict: verdicts.find((each) => each === verdict),
    });
    return isEmpty(entry) ? undefined : entry;
  });
  const events = [
    ...[...world.events.values()].flat().flatMap((slot) => readEvent(slot, assignment) ?? []),
    ...[...world.stretches.values()].flat().flatMap((stretch) => readStretch(stretch, assignment)),
  ];
  const complete = [...world.complete].flatMap(([id, fact]) => (fact.read(assignment) === true ? id : []));
  return {
    request: asked,
    ...defined({
      patient: birthDate === undefined ? undefined : { birthDate },
      prescriber: isEmpty(prescriber) ? undefined : prescriber,
      diagnoses: diagnoses.length === 0 ? undefined : diagnoses,
      drugs: drugs.length === 0 ? undefined : drugs,
      drugsComplete: world.drugsComplete.read(assignment),
      findings,
      judgements,
      events: events.length === 0 ? undefined : events,
      complete: complete.length === 0 ? undefined : complete,
      dates: mapOf(world.dates, (fact) => fact.read(assignment)),
      attributes: mapOf(world.attributes, (fact) => fact.read(assignment)),
      commitments: register('commitments'),
    }),
  };
}

/**
 * The values that a case gives to a world's variables. Throws OutOfReach where it says what they can't: a date outside of
 * 1901 to 2089, more entries than there are slots.
 */
export function assignmentOf(world: World, record: CaseRecord): Assignment {
  const { request, tables } = world;
  const asked = record.request;
  const idIn = (rows: readonly NamedRow[], given: string | undefined) =>
    given === undefined ? undefined : (canonicalId(rows, given) ?? given);
  const on = asked.dateOfService;
  const drugs = drugsOf(world, record);
  const courses = [...world.courses.values()].flatMap(({ axis, questions, situations, situation }) => {
    const place = situationFor(situations, axis, questions, record.diagnoses ?? [], on);
    if (place === undefined) throw new OutOfReach('The diagnoses come to what two of them never do.');
    return situation.assign(String(place));
  });
  const events = [...world.events].flatMap(([kind, slots]) => {
    const entries = eventsOn(record, kind);
    const values = assignEvents(slots, world.stretches.get(kind) ?? [], entries);
    if (values === undefined) throw new OutOfReach(`The case lists ${entries.length} of ${kind}.`);
    return values;
  });
  return new Map<string, Value>([
    ...request.kind.assign(asked.kind),
    ...request.product.assign(idIn(tables.products, asked.product)),
    ...request.indication.assign(idIn(tables.indications, asked.indication)),
    ...request.dateOfService.assign(on),
    ...request.mgPerDay.assign(asked.regimen?.mgPerDay),
    ...request.days.assign(asked.regimen?.days),
    ...request.quantity.assign(asked.quantity?.value),
    ...request.quantityUnit.assign(asked.quantity?.unit),
    ...request.planDocument.assign(asked.planDocument),
    ...request.mandate.assign(asked.mandate),
    ...world.birthDate.assign(record.patient?.birthDate),
    ...[...world.dates].flatMap(([id, fact]) => fact.assign(record.dates?.[id])),
    ...[...world.affirmed].flatMap(([key, fact]) => fact.assign(affirmedIn(record, key))),
    ...[...world.findings].flatMap(([id, fact]) => fact.assign(findingIn(record, id))),
    ...[...world.papers].flatMap(([id, fact]) => fact.assign(record.judgements?.[id]?.papers)),
    ...[...world.verdicts].flatMap(([id, fact]) => fact.assign(record.judgements?.[id]?.verdict)),
    ...[...world.attributes].flatMap(([id, fact]) =>
      fact.assign(
        idIn(tables.attributes.find((row) => row.id === id)?.values ?? [], record.attributes?.[id]),
      ),
    ),
    ...courses,
    ...world.drugs.flatMap((slot, place) => assignDrug(slot, drugs[place])),
    ...world.drugsComplete.assign(record.drugsComplete),
    ...events,
    ...[...world.complete].flatMap(([id, fact]) =>
      fact.assign(record.complete?.includes(id) === true ? true : undefined),
    ),
  ]);
}

/** The same, or nothing where a case says what the world can't hold. */
export function heldBy(world: World, record: CaseRecord): Assignment | undefined {
  try {
    return assignmentOf(world, record);
  } catch (error) {
    if (error instanceof OutOfReach) return undefined;
    throw error;
  }
}

const verdicts = ['met', 'not-met'] as const;

function plainFacts(world: World) {
  return [
    ...Object.values(world.request),
    world.birthDate,
    ...world.dates.values(),
    ...world.affirmed.values(),
    ...world.findings.values(),
    ...world.papers.values(),
    ...world.verdicts.values(),
    ...world.attributes.values(),
    ...[...world.courses.values()].map(({ situation }) => situation),
    world.drugsComplete,
    ...world.complete.values(),
  ];
}

function affirmedIn({ prescriber, commitments }: CaseRecord, key: string): boolean | undefined {
  const [register = '', id = ''] = key.split('.');
  switch (register) {
    case 'specialties':
      return prescriber?.specialties?.[id];
    case 'consultations':
      return prescriber?.consultations?.[id];
    default:
      return commitments?.[id];
  }
}

/** The grade of a finding; one that is dated after the date of service does not count (reading C-55). */
function findingIn({ findings, request }: CaseRecord, id: string) {
  const entry = findings?.[id];
  if (typeof entry !== 'object') return entry;
  return entry.on !== undefined && entry.on > request.dateOfService ? undefined : entry.evidence;
}

/** Diagnoses of a situation stand at two days before every date of service: here, two years and one before this one. */
function dated(entry: DiagnosisEntry, dateOfService: string): DiagnosisEntry {
  if (entry.on === undefined) return entry;
  return { ...entry, on: addMonths(dateOfService, entry.on < '1906' ? -24 : -12) };
}

function mapOf<F, T>(
  facts: ReadonlyMap<string, F>,
  read: (fact: F, id: string) => T | undefined,
): Readonly<Record<string, T>> | undefined {
  const entries = [...facts].flatMap(([id, fact]) => {
    const value = read(fact, id);
    return value === undefined ? [] : [[id, value] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}
