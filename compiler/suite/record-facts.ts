import type { CaseRecord } from '../../dsl/kernel/case.ts';
import { defined } from '../logic/slots.ts';

/**
 * A case as the facts that questions read, by their places as `factsOf` of `dsl/kernel/facts.ts` names them:
 * `patient.birthDate`, `findings.hiv-infection`, `drugs`, `events.hba1c`.
 */

/** A case with one of its facts as another case has it, or without it where that one lacks it. */
export function withFact(record: CaseRecord, fact: string, from: CaseRecord): CaseRecord {
  const [section = '', ...rest] = fact.split('.');
  const id = rest.join('.');
  switch (section) {
    case 'request':
      return { ...record, request: withKey(record.request, requestKey(id), from.request) };
    case 'patient':
      return withKey(record, 'patient', from);
    case 'prescriber':
      return withPrescriber(record, id, from);
    case 'findings':
      return withEntry(record, 'findings', id, from);
    case 'judgements':
      return withEntry(record, 'judgements', id, from);
    case 'attributes':
      return withEntry(record, 'attributes', id, from);
    case 'commitments':
      return withEntry(record, 'commitments', id, from);
    case 'dates':
      return withEntry(record, 'dates', id, from);
    case 'events':
      return withEvents(record, id, from);
    case 'diagnoses':
    case 'drugs':
    case 'drugsComplete':
      return withKey(record, section, from);
    default:
      throw new RangeError(`A case has no fact '${fact}'.`);
  }
}

/** A case with several facts as another case has them. */
export function withFacts(record: CaseRecord, facts: readonly string[], from: CaseRecord): CaseRecord {
  return facts.reduce((changed, fact) => withFact(changed, fact, from), record);
}

/**
 * A case that does not tell a fact. Without its drugs it doesn't tell that they are the whole history either: that would
 * say that there were none.
 */
export function withhold(record: CaseRecord, fact: string): CaseRecord {
  const silent: CaseRecord = { request: { dateOfService: record.request.dateOfService } };
  return withFacts(record, withheldWith(fact), silent);
}

/** A fact and those that a case does not tell either where it does not tell that one. */
export function withheldWith(fact: string): readonly string[] {
  return fact === 'drugs' ? ['drugs', 'drugsComplete'] : [fact];
}

/** Whether two cases tell a fact alike. */
export function isAlike(first: CaseRecord, second: CaseRecord, fact: string): boolean {
  return keyOf(first, [fact]) === keyOf(second, [fact]);
}

/** Whether two cases are the same but for these facts. */
export function differOnlyIn(first: CaseRecord, second: CaseRecord, facts: readonly string[]): boolean {
  return textOf(inOrder(withFacts(first, facts, second))) === textOf(inOrder(second));
}

/** A case with its parts in the order of their declaration, entries by their ids, and events by kind. */
export function inOrder(record: CaseRecord): CaseRecord {
  const sorted = <T extends object | undefined>(entries: T): T =>
    entries === undefined ? entries : Object.assign({}, ...sortedEntries(entries));
  const { request, patient, prescriber, diagnoses, drugs, drugsComplete } = record;
  const { findings, judgements, events, complete, dates, attributes, commitments } = record;
  const given = {
    request,
    patient,
    prescriber,
    diagnoses,
    drugs,
    drugsComplete,
    findings: sorted(findings),
    judgements: sorted(judgements),
    events: events?.toSorted((first, second) =>
      first.event < second.event ? -1 : Number(first.event > second.event),
    ),
    complete: complete?.toSorted(),
    dates: sorted(dates),
    attributes: sorted(attributes),
    commitments: sorted(commitments),
  };
  return { ...defined(given), request };
}

function sortedEntries(entries: object): readonly object[] {
  return Object.entries(entries)
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([key, value]: [string, unknown]) => ({ [key]: value }));
}

/** One text for cases that say the same, whatever the order of their keys. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([first], [second]) => (first < second ? -1 : 1)))
      : part,
  );
}

function keyOf(record: CaseRecord, facts: readonly string[]): string {
  const silent: CaseRecord = { request: { dateOfService: record.request.dateOfService } };
  return textOf({ ...withFacts(silent, facts, record), request: withFacts(silent, facts, record).request });
}

const requestKeys = ['kind', 'product', 'indication', 'regimen', 'quantity'] as const;

function requestKey(id: string): (typeof requestKeys)[number] {
  const key = requestKeys.find((each) => each === id);
  if (key === undefined) throw new RangeError(`A request has no fact '${id}'.`);
  return key;
}

function withKey<T extends object>(to: T, key: keyof T, from: T): T {
  const copy = { ...to };
  if (from[key] === undefined) Reflect.deleteProperty(copy, key);
  else copy[key] = from[key];
  return copy;
}

type Entries = 'findings' | 'judgements' | 'attributes' | 'commitments' | 'dates';

function withEntry<Key extends Entries>(
  record: CaseRecord,
  key: Key,
  id: string,
  from: CaseRecord,
): CaseRecord {
  const entries = entryTaken<unknown>(record[key], from[key], id);
  const copy: CaseRecord = { ...record };
  if (entries === undefined) Reflect.deleteProperty(copy, key);
  else Object.assign(copy, { [key]: entries });
  return copy;
}

/** Entries with one as another list has it; none where nothing is left. */
function entryTaken<T>(
  to: Readonly<Record<string, T>> | undefined,
  from: Readonly<Record<string, T>> | undefined,
  id: string,
): Readonly<Record<string, T>> | undefined {
  const kept = Object.entries(to ?? {}).filter(([key]) => key !== id);
  const taken = Object.entries(from ?? {}).filter(([key]) => key === id);
  const entries = [...kept, ...taken];
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function withPrescriber(record: CaseRecord, place: string, from: CaseRecord): CaseRecord {
  const [register = '', ...rest] = place.split('.');
  const key = register === 'specialties' ? 'specialties' : 'consultations';
  const entries = entryTaken(record.prescriber?.[key], from.prescriber?.[key], rest.join('.'));
  const prescriber = withKey(record.prescriber ?? {}, key, entries === undefined ? {} : { [key]: entries });
  return withKey(
    record,
    'prescriber',
    Object.keys(prescriber).length === 0
      ? { request: record.request }
      : { request: record.request, prescriber },
  );
}

/** Entries of one kind of event, and whether they are all. */
function withEvents(record: CaseRecord, kind: string, from: CaseRecord): CaseRecord {
  const events = [
    ...(record.events ?? []).filter(({ event }) => event !== kind),
    ...(from.events ?? []).filter(({ event }) => event === kind),
  ];
  const complete = [
    ...(record.complete ?? []).filter((id) => id !== kind),
    ...(from.complete ?? []).filter((id) => id === kind),
  ].sort();
  const { events: _events, complete: _complete, ...others } = record;
  return {
    ...others,
    ...(events.length === 0 ? {} : { events }),
    ...(complete.length === 0 ? {} : { complete }),
  };
}
