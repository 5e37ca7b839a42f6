import { ageInMonths, ageInYears } from '../../dsl/kernel/calendar.ts';
import type {
  CaseRecord,
  DiagnosisEntry,
  DrugEntry,
  EventEntry,
  Evidence,
  JudgementEntry,
} from '../../dsl/kernel/case.ts';
import { canonicalId } from '../../dsl/kernel/drug-history.ts';
import type { NamedRow, Tables } from '../../dsl/kernel/kernel.ts';

/** A made-up case in a sentence or two, for a reader who knows the policy and not the form of a case. */
export function caseStory(record: CaseRecord, tables: Tables): string {
  const facts = factsOnFile(record, tables);
  return [
    requestSentence(record, tables),
    ...(facts.length === 0 ? [] : [`On file: ${facts.join('; ')}.`]),
  ].join(' ');
}

function requestSentence({ request }: CaseRecord, tables: Tables): string {
  const { kind, product, indication, dateOfService, regimen, quantity, planDocument, mandate } = request;
  const what = {
    initial: 'A first request',
    reauthorization: 'A request to go on',
    none: 'A request',
  }[kind ?? 'none'];
  const dose = [
    ...(regimen?.mgPerDay === undefined ? [] : [`${regimen.mgPerDay} mg a day`]),
    ...(regimen?.days === undefined ? [] : [`on ${plural(regimen.days, 'day')}`]),
    ...(quantity?.value === undefined ? [] : [`${quantity.value} ${quantity.unit ?? '(no unit told)'}`]),
  ];
  const plan = {
    silent: '',
    covers: ' The plan document covers it.',
    excludes: ' The plan document excludes it.',
  };
  return [
    what,
    product === undefined
      ? ''
      : `${kind === 'reauthorization' ? ' with' : ' for'} ${nameOf(tables.products, product)}`,
    indication === undefined ? '' : ` to treat ${nameOf(tables.indications, indication)}`,
    dose.length === 0 ? '' : `, ${dose.join(' ')}`,
    `, served on ${dateOfService}.`,
    plan[planDocument ?? 'silent'],
    mandate === 'requires' ? ' A mandate requires coverage.' : '',
  ].join('');
}

function factsOnFile(record: CaseRecord, tables: Tables): readonly string[] {
  const {
    patient,
    prescriber,
    diagnoses = [],
    drugs = [],
    drugsComplete,
    events = [],
    complete = [],
  } = record;
  const entries = <T>(given: Readonly<Record<string, T>> | undefined) => Object.entries(given ?? {});
  return [
    ...(patient?.birthDate === undefined ? [] : [birth(patient.birthDate, record.request.dateOfService)]),
    ...entries(prescriber?.specialties).map(
      ([id, is]) =>
        `the prescriber is ${is ? one(nameOf(tables.specialties, id)) : `no ${nameOf(tables.specialties, id)}`}`,
    ),
    ...entries(prescriber?.consultations).map(
      ([id, was]) => `${one(nameOf(tables.specialties, id))} was ${was ? '' : 'not '}consulted`,
    ),
    ...diagnoses.map((entry) => diagnosis(entry, tables)),
    ...entries(record.attributes).map(([id, value]) => {
      const row = tables.attributes.find((each) => each.id === id);
      return `${row?.name ?? id}: ${nameOf(row?.values ?? [], value)}`;
    }),
    ...entries(record.findings).map(([id, entry]) => {
      const evidence = typeof entry === 'string' ? entry : entry.evidence;
      return `${nameOf(tables.findings, id)} (${graded(evidence)})`;
    }),
    ...entries(record.judgements).map(([id, entry]) => judgement(nameOf(tables.judgements, id), entry)),
    ...entries(record.dates).map(([id, day]) => `${nameOf(tables.milestones, id)} on ${day}`),
    ...drugs.map((entry) => drug(entry, tables)),
    ...(drugsComplete === undefined
      ? []
      : [
          drugsComplete
            ? 'the list of drugs is the whole history'
            : 'the list of drugs may not be the whole history',
        ]),
    ...events.map((entry) => event(entry, tables)),
    ...complete.map((id) => `what is listed of ‘${nameOf(tables.events, id)}’ is the whole history`),
    ...entries(record.commitments).map(
      ([id, will]) => `${nameOf(tables.commitments, id)}: ${will ? 'yes' : 'no'}`,
    ),
  ];
}

function birth(birthDate: string, on: string): string {
  if (birthDate > on) return `born ${birthDate}`;
  const years = ageInYears(birthDate, on);
  const age = years < 2 ? plural(ageInMonths(birthDate, on), 'month') : plural(years, 'year');
  return `born ${birthDate} (${age} old)`;
}

function diagnosis({ condition, activity, icd10, evidence, on }: DiagnosisEntry, tables: Tables): string {
  const state = tables.axes
    .flatMap(({ states }) => states)
    .find(
      (each) => each.condition === condition && (each.activity === undefined || each.activity === activity),
    );
  const name = state?.name ?? [condition, activity].filter((part) => part !== undefined).join(', ');
  return `a diagnosis of ${[name, icd10 ?? ''].filter((part) => part !== '').join(' ')} (${graded(evidence)})${dated(on)}`;
}

function drug(entry: DrugEntry, tables: Tables): string {
  const { agent, outcome, evidence, source, from, to, current, shownBy, doseReached, indication } = entry;
  const outcomes = {
    failure: 'failed',
    intolerance: 'not tolerated',
    contraindication: 'contraindicated',
    none: 'no bad outcome',
    unknown: 'outcome unknown',
  };
  const details = [
    ...(outcome === undefined ? [] : [outcomes[outcome]]),
    ...(indication === undefined ? [] : [`for ${nameOf(tables.indications, indication)}`]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(to === undefined ? [] : [`to ${to}`]),
    ...(current === undefined ? [] : [current ? 'still taken' : 'no longer taken']),
    ...(doseReached?.value === undefined ? [] : [`${doseReached.value} ${doseReached.unit ?? ''} reached`]),
    ...(source === undefined ? [] : [source === 'sample' ? 'from samples' : 'supplied']),
    ...(evidence === undefined ? [] : [graded(evidence)]),
    ...(shownBy === undefined ? [] : [`shown by ${sources[shownBy]}`]),
  ];
  const name = nameOf([...tables.products, ...tables.ingredients], agent);
  return details.length === 0 ? `a course of ${name}` : `${name} (${details.join(', ')})`;
}

const sources = {
  record: 'the medical record',
  claim: 'a claim',
  laboratory: 'a laboratory report',
  prescriber: 'the prescriber',
  attestation: 'an attestation',
} as const;

function event(
  { event: id, on, value, unit, reference, conditions, evidence, shownBy }: EventEntry,
  tables: Tables,
) {
  const row = tables.events.find((each) => each.id === id);
  const limits = [
    ...(reference?.lower === undefined ? [] : [`lower limit ${reference.lower}`]),
    ...(reference?.upper === undefined ? [] : [`upper limit ${reference.upper}`]),
  ];
  const details = [
    ...limits,
    ...Object.entries(conditions ?? {}).map(
      ([each, holds]) => `${holds ? '' : 'not '}${nameOf(row?.conditions ?? [], each)}`,
    ),
    ...(evidence === undefined ? [] : [graded(evidence)]),
    ...(shownBy === undefined ? [] : [`shown by ${sources[shownBy]}`]),
  ];
  const measured = value === undefined ? '' : ` of ${value}${shownUnit(unit, row?.name ?? id)}`;
  return `${row?.name ?? id}${measured}${dated(on)}${details.length === 0 ? '' : ` (${details.join(', ')})`}`;
}

/** A unit for a reader: one that only names what is counted stands without its braces, or not at all. */
function shownUnit(unit: string | undefined, name: string): string {
  const counted = /^\{(.*)\}$/.exec(unit ?? '')?.[1];
  if (counted !== undefined) return name.includes(counted) ? '' : ` ${counted}`;
  return unit === undefined ? '' : ` ${unit}`;
}

function judgement(name: string, { papers, verdict }: JudgementEntry): string {
  const said = {
    met: 'a reviewer says yes',
    'not-met': 'a reviewer says no',
    none: 'no reviewer has judged',
  };
  return `${name} (${[said[verdict ?? 'none'], ...(papers === undefined ? [] : [`papers ${graded(papers)}`])].join(', ')})`;
}

function graded(evidence: Evidence | undefined): string {
  return {
    documented: 'documented',
    reported: 'reported only',
    absent: 'known to be absent',
    none: 'evidence not told',
  }[evidence ?? 'none'];
}

function dated(on: string | undefined): string {
  return on === undefined ? '' : ` on ${on}`;
}

function nameOf(rows: readonly NamedRow[], given: string): string {
  const id = canonicalId(rows, given);
  return rows.find((row) => row.id === id)?.name ?? given;
}

function one(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
