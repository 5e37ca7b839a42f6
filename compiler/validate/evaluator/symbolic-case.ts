import type { CaseRecord, FindingEntry, JudgementEntry } from '../../../dsl/kernel/case.ts';
import { canonicalId } from '../../../dsl/kernel/drug-history.ts';
import type { Assignment } from '../../logic/evaluate.ts';
import type { World } from '../../logic/world.ts';
import { conj, disj, less, neg, number32, same } from './formula.ts';
import {
  evidences,
  linkDay,
  linkFlag,
  linkNumber,
  linkTerm,
  linkText,
  listed,
  present,
  textsOf,
} from './links.ts';
import * as raw from './raw-facts.ts';
import type { Sheet } from './raw-facts.ts';
import { rawDrugs } from './raw-drugs.ts';
import { rawEvents } from './raw-events.ts';
import { gather, type Value } from './value.ts';

/** A case of which nothing is given but how many entries its histories have. */
export interface SymbolicCase {
  readonly facts: Value;
  readonly sheet: Sheet;
  readonly recordOf: (assignment: Assignment) => CaseRecord;
}

/** The case that a policy's evaluator and its kernel are compared by. */
export function symbolicCase(world: World, entries: number): SymbolicCase {
  const sheet: Sheet = { variables: [], constraints: [], substitution: new Map(), guarded: new Map() };
  const on = raw.date(sheet, 'request.dateOfService', true);
  const { tables } = world;
  const readers: ((assignment: Assignment) => Partial<CaseRecord>)[] = [];
  const isThere = (assignment: Assignment, name: string) => assignment.get(`${name} is there`) === true;

  const kind = raw.text(sheet, 'request.kind', ['initial', 'reauthorization']);
  const product = raw.text(sheet, 'case.request.product', textsOf(tables.products));
  const indication = raw.text(sheet, 'case.request.indication', textsOf(tables.indications));
  const planDocument = raw.text(sheet, 'request.planDocument', ['silent', 'covers', 'excludes']);
  const mandate = raw.text(sheet, 'request.mandate', ['none', 'requires']);
  linkText(sheet, world.request.product, product, (given) => canonicalId(tables.products, given) ?? given);
  linkText(
    sheet,
    world.request.indication,
    indication,
    (given) => canonicalId(tables.indications, given) ?? given,
  );
  const mgPerDay = raw.quantity(sheet, 'case.request.regimen.mgPerDay');
  const days = raw.quantity(sheet, 'case.request.regimen.days');
  const regimen = raw.optional(
    sheet,
    'request.regimen',
    raw.record((name) => ({ mgPerDay, days })[name === 'days' ? 'days' : 'mgPerDay'].value),
  );
  linkNumber(sheet, world.request.mgPerDay, mgPerDay, regimen.isThere);
  linkNumber(sheet, world.request.days, days, regimen.isThere);
  const amounts = world.leaves.flatMap((leaf) => (leaf.kind === 'amount' ? leaf.unit : []));
  const value = raw.quantity(sheet, 'case.request.quantity.value');
  const unit = raw.text(sheet, 'case.request.quantity.unit', [...new Set(amounts), '{unit}']);
  const quantity = raw.optional(
    sheet,
    'request.quantity',
    raw.record((name) => (name === 'unit' ? unit : value).value),
  );
  linkNumber(sheet, world.request.quantity, value, quantity.isThere);
  linkText(sheet, world.request.quantityUnit, unit, (given) => given, quantity.isThere);

  const birth = raw.date(sheet, 'case.patient.birthDate');
  const patient = raw.optional(
    sheet,
    'patient',
    raw.record(() => birth.value),
  );
  linkDay(sheet, world.birthDate, patient.isThere, birth.term);

  const registers = new Map(
    (['specialties', 'consultations', 'commitments'] as const).map((name) => {
      const flags = named((id) => raw.flag(sheet, `case.${name}.${id}`));
      const register = raw.optional(
        sheet,
        name,
        raw.record((id) => flags.of(id).value),
      );
      return [name, { ...register, flags }] as const;
    }),
  );
  const prescriber = raw.optional(
    sheet,
    'prescriber',
    raw.record((name) => registers.get(name === 'specialties' ? name : 'consultations')?.value),
  );
  for (const [key, fact] of world.affirmed) {
    const [name = '', id = ''] = key.split('.');
    for (const [register, { isThere: given, flags }] of registers)
      if (register === name)
        linkFlag(
          sheet,
          fact,
          flags.of(id),
          register === 'commitments' ? given : conj(given, prescriber.isThere),
        );
  }

  const findings = named((id) => finding(sheet, `case.findings.${id}`));
  const allFindings = raw.optional(
    sheet,
    'findings',
    raw.record((id) => findings.of(id).value),
  );
  for (const [id, fact] of world.findings) {
    const own = findings.of(id);
    const isLate = conj(own.isDated, own.on.isKnown, less(on.term, own.on.term));
    linkTerm(sheet, fact, raw.orNone(conj(allFindings.isThere, own.isThere, neg(isLate)), own.evidence.term));
  }
  const judgements = named((id) => judgement(sheet, `case.judgements.${id}`));
  const allJudgements = raw.optional(
    sheet,
    'judgements',
    raw.record((id) => judgements.of(id).value),
  );
  for (const [id, fact] of world.papers)
    linkTerm(
      sheet,
      fact,
      raw.orNone(conj(allJudgements.isThere, judgements.of(id).isThere), judgements.of(id).papers.term),
    );
  for (const [id, fact] of world.verdicts)
    linkTerm(
      sheet,
      fact,
      raw.orNone(conj(allJudgements.isThere, judgements.of(id).isThere), judgements.of(id).verdict.term),
    );

  const dates = named((id) => raw.date(sheet, `case.dates.${id}`));
  const allDates = raw.optional(
    sheet,
    'dates',
    raw.record((id) => dates.of(id).value),
  );
  for (const [id, fact] of world.dates) linkDay(sheet, fact, allDates.isThere, dates.of(id).term);
  const valuesOf = (id: string) => tables.attributes.find((row) => row.id === id)?.values ?? [];
  const attributes = named((id) => raw.text(sheet, `case.attributes.${id}`, textsOf(valuesOf(id))));
  const allAttributes = raw.optional(
    sheet,
    'attributes',
    raw.record((id) => attributes.of(id).value),
  );
  for (const [id, fact] of world.attributes)
    linkText(
      sheet,
      fact,
      attributes.of(id),
      (given) => canonicalId(valuesOf(id), given) ?? given,
      allAttributes.isThere,
    );

  const drugsComplete = raw.flag(sheet, 'drugsComplete');
  const drugs = rawDrugs(sheet, world, entries, on.term, indication);
  const events = rawEvents(sheet, world, entries, on.term);
  readers.push(drugs.read, events.read);

  const request = raw.record(
    (name) =>
      ({ kind, product, indication, dateOfService: on, planDocument, mandate, regimen, quantity })[
        requestKey(name)
      ].value,
  );
  const values: Readonly<Record<string, Value>> = {
    request,
    patient: patient.value,
    prescriber: prescriber.value,
    commitments: registers.get('commitments')?.value,
    findings: allFindings.value,
    judgements: allJudgements.value,
    dates: allDates.value,
    attributes: allAttributes.value,
    drugsComplete: drugsComplete.value,
    drugs: drugs.value,
    events: events.value,
    complete: events.complete,
  };
  const recordOf = (assignment: Assignment): CaseRecord => {
    const over = <T>(
      name: string,
      facts: {
        readonly all: ReadonlyMap<string, { readonly read: (assignment: Assignment) => T | undefined }>;
      },
    ) =>
      isThere(assignment, name)
        ? listed([...facts.all].map(([id, fact]) => [id, fact.read(assignment)] as const))
        : undefined;
    const register = (name: 'specialties' | 'consultations' | 'commitments') =>
      over(name, registers.get(name)?.flags ?? { all: new Map() });
    const birthDate = birth.read(assignment);
    const planned = planDocument.read(assignment);
    const asked = kind.read(assignment);
    const mandated = mandate.read(assignment);
    return {
      request: {
        dateOfService: on.read(assignment) ?? '2024-01-01',
        ...(asked === 'initial' || asked === 'reauthorization' ? { kind: asked } : {}),
        ...present('product', product.read(assignment)),
        ...present('indication', indication.read(assignment)),
        ...(planned === 'silent' || planned === 'covers' || planned === 'excludes'
          ? { planDocument: planned }
          : {}),
        ...(mandated === 'none' || mandated === 'requires' ? { mandate: mandated } : {}),
        ...(isThere(assignment, 'request.regimen')
          ? {
              regimen: {
                ...present('mgPerDay', mgPerDay.read(assignment)),
                ...present('days', days.read(assignment)),
              },
            }
          : {}),
        ...(isThere(assignment, 'request.quantity')
          ? {
              quantity: {
                ...present('value', value.read(assignment)),
                ...present('unit', unit.read(assignment)),
              },
            }
          : {}),
      },
      ...(isThere(assignment, 'patient') ? { patient: present('birthDate', birthDate) } : {}),
      ...(isThere(assignment, 'prescriber')
        ? {
            prescriber: {
              ...present('specialties', register('specialties')),
              ...present('consultations', register('consultations')),
            },
          }
        : {}),
      ...present('commitments', register('commitments')),
      ...present('findings', over('findings', findings)),
      ...present('judgements', over('judgements', judgements)),
      ...present('dates', over('dates', dates)),
      ...present('attributes', over('attributes', attributes)),
      ...present('drugsComplete', drugsComplete.read(assignment)),
      ...Object.assign({}, ...readers.map((read) => read(assignment))),
    };
  };
  return { facts: raw.record((name) => factOf(values, name)), sheet, recordOf };
}

/** What the text reads of a case at its top; diagnoses are gone through apart. */
function factOf(values: Readonly<Record<string, Value>>, name: string): Value {
  if (!Object.hasOwn(values, name)) throw new RangeError(`The text reads '${name}', which a case lacks.`);
  return values[name];
}

const requestKeys = [
  'kind',
  'product',
  'indication',
  'dateOfService',
  'planDocument',
  'mandate',
  'regimen',
  'quantity',
] as const;

function requestKey(name: string): (typeof requestKeys)[number] {
  const key = requestKeys.find((each) => each === name);
  if (key === undefined) throw new RangeError(`The text reads 'request.${name}', which a case lacks.`);
  return key;
}

/** Things by id, made when they are first asked for. */
function named<T>(make: (id: string) => T): {
  readonly of: (id: string) => T;
  readonly all: ReadonlyMap<string, T>;
} {
  const all = new Map<string, T>();
  return {
    all,
    of: (id) => {
      const own = all.get(id) ?? make(id);
      all.set(id, own);
      return own;
    },
  };
}

function finding(sheet: Sheet, name: string) {
  const shape = raw.text(sheet, `${name}.shape`, ['bare', 'dated']);
  const evidence = raw.text(sheet, `${name}.evidence`, evidences);
  const on = raw.date(sheet, `${name}.on`);
  const [isBare, isDated] = [same(shape.term, number32(1)), same(shape.term, number32(2))];
  sheet.constraints.push(disj(neg(isBare), evidence.isKnown));
  return {
    isThere: shape.isKnown,
    isDated,
    evidence,
    on,
    value: gather([
      { when: neg(shape.isKnown), value: undefined },
      { when: isBare, value: evidence.value },
      { when: isDated, value: raw.record((part) => (part === 'on' ? on : evidence).value) },
    ]),
    read: (assignment: Assignment): FindingEntry | undefined => {
      const shown = evidences.find((each) => each === evidence.read(assignment));
      if (shape.read(assignment) === 'bare') return shown;
      return shape.read(assignment) === 'dated'
        ? { ...present('evidence', shown), ...present('on', on.read(assignment)) }
        : undefined;
    },
  };
}

function judgement(sheet: Sheet, name: string) {
  const papers = raw.text(sheet, `${name}.papers`, evidences);
  const verdict = raw.text(sheet, `${name}.verdict`, ['met', 'not-met']);
  const entry = raw.optional(
    sheet,
    name,
    raw.record((part) => (part === 'papers' ? papers : verdict).value),
  );
  return {
    ...entry,
    papers,
    verdict,
    read: (assignment: Assignment): JudgementEntry | undefined => {
      if (assignment.get(`${name} is there`) !== true) return undefined;
      const said = verdict.read(assignment);
      return {
        ...present(
          'papers',
          evidences.find((each) => each === papers.read(assignment)),
        ),
        ...(said === 'met' || said === 'not-met' ? { verdict: said } : {}),
      };
    },
  };
}
