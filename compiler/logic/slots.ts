import type { CaseRecord, DrugEntry, EventEntry, Evidence, EvidenceSource } from '../../dsl/kernel/case.ts';
import type { Agent } from './agents.ts';
import type { Assignment } from './evaluate.ts';
import {
  choice,
  day,
  flag,
  noChoice,
  noQuantity,
  OutOfReach,
  quantity,
  type Choice,
  type Day,
  type Known,
  type Flag,
  type Quantity,
} from './fact.ts';
import type { EventRow } from '../../dsl/kernel/kernel.ts';
import { and, atMost, implies, not, or, variable, type Term, type Value, type Variable } from './term.ts';

/** One entry of the drug history, or of none where it is not present. */
export interface DrugSlot {
  readonly isPresent: Variable;
  readonly agent: Choice;
  readonly outcome: Choice;
  readonly evidence: Choice;
  readonly source: Choice;
  readonly from: Day;
  readonly to: Day;
  readonly current: Flag;
  readonly shownBy: Choice;
  readonly doseValue: Quantity;
  readonly doseUnit: Choice;
  readonly indication: Choice;
}

/** One event of one kind, or none where it is not present. */
export interface EventSlot {
  readonly event: string;
  readonly isPresent: Variable;
  readonly on: Day;
  readonly value: Quantity;
  readonly unit: Choice;
  readonly lower: Quantity;
  readonly upper: Quantity;
  /** By the id of the circumstance. */
  readonly conditions: ReadonlyMap<string, Flag>;
  readonly evidence: Choice;
  readonly shownBy: Choice;
}

/** What of a drug's entry some question reads. */
export interface DrugUses {
  readonly shownBy: boolean;
  readonly doseUnits: readonly string[];
  readonly indications: readonly string[] | undefined;
}

const evidences: readonly Evidence[] = ['documented', 'reported', 'absent'];
const sources: readonly EvidenceSource[] = ['record', 'claim', 'laboratory', 'prescriber', 'attestation'];
const outcomes = ['failure', 'intolerance', 'contraindication', 'none', 'unknown'] as const;

export function drugSlot(place: number, agents: readonly Agent[], uses: DrugUses): DrugSlot {
  const name = (field: string) => `drugs.${place}.${field}`;
  return {
    isPresent: variable(name('present'), 'truth'),
    agent: choice(
      name('agent'),
      agents.map(({ id }) => id),
    ),
    outcome: choice(name('outcome'), outcomes),
    evidence: choice(name('evidence'), evidences),
    source: choice(name('source'), ['supplied', 'sample']),
    from: day(name('from')),
    to: day(name('to')),
    current: flag(name('current')),
    shownBy: uses.shownBy ? choice(name('shownBy'), sources) : noChoice,
    doseValue: uses.doseUnits.length === 0 ? noQuantity : quantity(name('doseReached.value')),
    doseUnit:
      uses.doseUnits.length === 0 ? noChoice : choice(name('doseReached.unit'), uses.doseUnits, '{unit}'),
    indication: uses.indications === undefined ? noChoice : choice(name('indication'), uses.indications),
  };
}

/** Without an entry, nothing of it is known; an entry counts on the date of service and does not end before it begins. */
export function drugConstraint(slot: DrugSlot, dateOfService: Term): Term {
  const facts = drugFacts(slot);
  return and(
    ...facts.map(({ constraint }) => constraint),
    or(slot.isPresent, and(...facts.map(({ isKnown }) => not(isKnown)))),
    implies(slot.isPresent, slot.agent.isKnown),
    atMost(slot.from.term, dateOfService),
    or(not(slot.to.isKnown), atMost(slot.from.term, slot.to.term)),
  );
}

export function drugVariables(slot: DrugSlot): readonly Variable[] {
  return [slot.isPresent, ...drugFacts(slot).flatMap(({ variables }) => variables)];
}

/** An entry in the texts of the world. Throws OutOfReach for one that says what no slot can. */
export function assignDrug(
  slot: DrugSlot,
  entry: DrugEntry | undefined,
): readonly (readonly [string, Value])[] {
  if (entry === undefined)
    return [[slot.isPresent.name, false], ...drugFacts(slot).flatMap((fact) => fact.assign(undefined))];
  const contradicts = entry.from !== undefined && entry.to !== undefined && entry.to < entry.from;
  return [
    [slot.isPresent.name, true],
    ...slot.agent.assign(entry.agent),
    ...slot.outcome.assign(entry.outcome),
    ...slot.evidence.assign(entry.evidence),
    ...slot.source.assign(entry.source),
    ...slot.from.assign(contradicts ? undefined : entry.from),
    ...slot.to.assign(contradicts ? undefined : entry.to),
    ...slot.current.assign(entry.current),
    ...slot.shownBy.assign(entry.shownBy),
    ...slot.doseValue.assign(entry.doseReached?.value),
    ...slot.doseUnit.assign(entry.doseReached?.unit),
    ...slot.indication.assign(entry.indication),
  ];
}

export function readDrug(slot: DrugSlot, assignment: Assignment): DrugEntry | undefined {
  if (assignment.get(slot.isPresent.name) !== true) return undefined;
  const outcome = slot.outcome.read(assignment);
  const source = slot.source.read(assignment);
  const dose = defined({ value: slot.doseValue.read(assignment), unit: slot.doseUnit.read(assignment) });
  return {
    agent: slot.agent.read(assignment) ?? 'an unlisted drug',
    ...defined({
      outcome: outcomes.find((each) => each === outcome),
      evidence: evidenceOf(slot.evidence.read(assignment)),
      source: source === 'supplied' || source === 'sample' ? source : undefined,
      from: slot.from.read(assignment),
      to: slot.to.read(assignment),
      current: slot.current.read(assignment),
      shownBy: sourceOf(slot.shownBy.read(assignment)),
      doseReached: Object.keys(dose).length === 0 ? undefined : dose,
      indication: slot.indication.read(assignment),
    }),
  };
}

export function eventSlot(
  row: EventRow,
  place: number | string,
  usesSource: boolean,
  usesReference: boolean,
): EventSlot {
  const name = (field: string) => `events.${row.id}.${place}.${field}`;
  const isMeasured = row.units.length > 0;
  return {
    event: row.id,
    isPresent: variable(name('present'), 'truth'),
    on: day(name('on')),
    value: isMeasured ? quantity(name('value')) : noQuantity,
    unit: isMeasured
      ? choice(
          name('unit'),
          row.units.map(({ unit }) => unit),
        )
      : noChoice,
    lower: usesReference ? quantity(name('reference.lower')) : noQuantity,
    upper: usesReference ? quantity(name('reference.upper')) : noQuantity,
    conditions: new Map(row.conditions.map(({ id }) => [id, flag(name(`conditions.${id}`))])),
    evidence: choice(name('evidence'), evidences),
    shownBy: usesSource ? choice(name('shownBy'), sources) : noChoice,
  };
}

export function eventConstraint(slot: EventSlot, dateOfService: Term): Term {
  const facts = eventFacts(slot);
  return and(
    ...facts.map(({ constraint }) => constraint),
    or(slot.isPresent, and(...facts.map(({ isKnown }) => not(isKnown)))),
    atMost(slot.on.term, dateOfService),
  );
}

export function eventVariables(slot: EventSlot): readonly Variable[] {
  return [slot.isPresent, ...eventFacts(slot).flatMap(({ variables }) => variables)];
}

/** Throws OutOfReach for an entry that says what no slot can, as a unit or a circumstance that its kind lacks. */
export function assignEvent(
  slot: EventSlot,
  entry: EventEntry | undefined,
): readonly (readonly [string, Value])[] {
  if (entry === undefined)
    return [[slot.isPresent.name, false], ...eventFacts(slot).flatMap((fact) => fact.assign(undefined))];
  if (slot.unit === noChoice && (entry.value ?? entry.unit) !== undefined)
    throw new OutOfReach(`The case lists a value of ${entry.event}, which has none.`);
  const strange = Object.keys(entry.conditions ?? {}).find((id) => !slot.conditions.has(id));
  if (strange !== undefined) throw new OutOfReach(`The case tells '${strange}' of ${entry.event}.`);
  return [
    [slot.isPresent.name, true],
    ...slot.on.assign(entry.on),
    ...slot.value.assign(entry.value),
    ...slot.unit.assign(entry.unit),
    ...slot.lower.assign(entry.reference?.lower),
    ...slot.upper.assign(entry.reference?.upper),
    ...[...slot.conditions].flatMap(([id, fact]) => fact.assign(entry.conditions?.[id])),
    ...slot.evidence.assign(entry.evidence),
    ...slot.shownBy.assign(entry.shownBy),
  ];
}

export function readEvent(slot: EventSlot, assignment: Assignment): EventEntry | undefined {
  if (assignment.get(slot.isPresent.name) !== true) return undefined;
  const reference = defined({ lower: slot.lower.read(assignment), upper: slot.upper.read(assignment) });
  const conditions = Object.fromEntries(
    [...slot.conditions].flatMap(([id, fact]) => {
      const holds = fact.read(assignment);
      return holds === undefined ? [] : [[id, holds] as const];
    }),
  );
  return {
    event: slot.event,
    ...defined({
      on: slot.on.read(assignment),
      value: slot.value.read(assignment),
      unit: slot.unit.read(assignment),
      reference: Object.keys(reference).length === 0 ? undefined : reference,
      conditions: Object.keys(conditions).length === 0 ? undefined : conditions,
      evidence: evidenceOf(slot.evidence.read(assignment)),
      shownBy: sourceOf(slot.shownBy.read(assignment)),
    }),
  };
}

/** An object without the keys that have no value. */
export function defined<T extends object>(record: { readonly [Key in keyof T]: T[Key] | undefined }): {
  [Key in keyof T]?: Exclude<T[Key], undefined>;
} {
  const filled: { [Key in keyof T]?: Exclude<T[Key], undefined> } = {};
  for (const key in record) {
    const value = record[key];
    if (isDefined(value)) filled[key] = value;
  }
  return filled;
}

function isDefined<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined;
}

export function evidenceOf(text: string | undefined): Evidence | undefined {
  return evidences.find((each) => each === text);
}

/** The events of a kind that count on the date of service. */
export function eventsOn(record: CaseRecord, kind: string): readonly EventEntry[] {
  return (record.events ?? []).filter(
    ({ event, on }) => event === kind && (on === undefined || on <= record.request.dateOfService),
  );
}

function sourceOf(text: string | undefined): EvidenceSource | undefined {
  return sources.find((each) => each === text);
}

function drugFacts(slot: DrugSlot): readonly Known[] {
  const { agent, outcome, evidence, source, from, to, current, shownBy, doseValue, doseUnit, indication } =
    slot;
  return [agent, outcome, evidence, source, from, to, current, shownBy, doseValue, doseUnit, indication];
}

function eventFacts({
  on,
  value,
  unit,
  lower,
  upper,
  conditions,
  evidence,
  shownBy,
}: EventSlot): readonly Known[] {
  return [on, value, unit, lower, upper, ...conditions.values(), evidence, shownBy];
}
