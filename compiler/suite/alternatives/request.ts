import { addDays, addMonths } from '../../../dsl/kernel/calendar.ts';
import type { CaseRecord, DiagnosisEntry, FindingEntry, Request } from '../../../dsl/kernel/case.ts';
import type { Amount, Bounds, Choice, Classified, Leaf, Threshold } from '../../../dsl/kernel/expression.ts';
import type { Kernel, NamedRow } from '../../../dsl/kernel/kernel.ts';
import { anchorDay } from '../../../dsl/kernel/window.ts';
import { withFact, withhold } from '../record-facts.ts';

/** Cases that differ in what a single fact says. */
export function requestAlternatives(leaf: Leaf, kernel: Kernel, record: CaseRecord): readonly CaseRecord[] {
  switch (leaf.kind) {
    case 'threshold':
      return ages(leaf, record);
    case 'choice':
      return choices(leaf, kernel, record);
    case 'affirmed': {
      const { register, id } = leaf;
      const fact = register === 'commitments' ? `commitments.${id}` : `prescriber.${register}.${id}`;
      const said = (value: boolean): CaseRecord =>
        register === 'commitments'
          ? { request: record.request, commitments: { [id]: value } }
          : { request: record.request, prescriber: { [register]: { [id]: value } } };
      return [
        withFact(record, fact, said(true)),
        withFact(record, fact, said(false)),
        withhold(record, fact),
      ];
    }
    case 'classified':
      return courses(leaf, kernel, record);
    case 'finding':
      return findings(leaf.finding, record);
    case 'judgement':
      return judgements(leaf.judgement, record);
    case 'regimen':
      return [
        ...[
          { mgPerDay: leaf.mgPerDay, days: leaf.days },
          { mgPerDay: leaf.mgPerDay, days: leaf.days + 1 },
          { mgPerDay: leaf.mgPerDay + 1, days: leaf.days },
          { mgPerDay: leaf.mgPerDay - 1, days: leaf.days },
          { mgPerDay: leaf.mgPerDay, days: leaf.days - 1 },
          { mgPerDay: leaf.mgPerDay + 1, days: leaf.days + 1 },
          { mgPerDay: leaf.mgPerDay },
          { days: leaf.days },
          { mgPerDay: leaf.mgPerDay + 1 },
          { days: leaf.days + 1 },
        ].map((regimen) => withRequest(record, { regimen })),
        withhold(record, 'request.regimen'),
      ];
    case 'amount':
      return amounts(leaf, record);
    default:
      return [];
  }
}

/** The whole numbers about the bounds, and the values about them by a tenth. */
export function valuesAbout({ least, above, most, below }: Bounds, step = 1): readonly number[] {
  const rounded = (value: number) => Number(value.toPrecision(9));
  const about = [
    ...(least === undefined ? [] : [least, least - step]),
    ...(above === undefined ? [] : [above + step, above]),
    ...(most === undefined ? [] : [most, most + step]),
    ...(below === undefined ? [] : [below - step, below]),
  ];
  return [...new Set(about.map(rounded))];
}

function ages({ unit, at, bounds }: Threshold, record: CaseRecord): readonly CaseRecord[] {
  const day = anchorDay(at, record) ?? record.request.dateOfService;
  const bornSo = (age: number): string =>
    unit === 'days' ? addDays(day, -age) : addMonths(day, unit === 'years' ? -12 * age : -age);
  const born = valuesAbout(bounds).flatMap((age) => [
    bornSo(age),
    addDays(bornSo(age), 1),
    addDays(bornSo(age), -1),
    addDays(bornSo(age + 1), 1),
  ]);
  const milestone = at === 'dateOfService' ? [] : [withhold(record, at)];
  return [
    ...born.map((birthDate) => ({ ...record, patient: { birthDate } })),
    ...[day, addDays(day, 1), addMonths(day, -1200), addMonths(day, -1)].map((birthDate) => ({
      ...record,
      patient: { birthDate },
    })),
    withhold(record, 'patient.birthDate'),
    ...milestone,
  ];
}

function choices({ field, among }: Choice, kernel: Kernel, record: CaseRecord): readonly CaseRecord[] {
  const { tables } = kernel;
  const put = (value: string | undefined): CaseRecord => {
    if (field.startsWith('attributes.')) {
      const id = field.slice('attributes.'.length);
      return value === undefined
        ? withhold(record, field)
        : withFact(record, field, { request: record.request, attributes: { [id]: value } });
    }
    if (value === undefined) return withhold(record, `request.${field}`);
    if (field === 'kind')
      return withRequest(record, { kind: value === 'initial' ? 'initial' : 'reauthorization' });
    return withRequest(record, field === 'product' ? { product: value } : { indication: value });
  };
  if (field === 'kind') return ['initial', 'reauthorization', undefined].map(put);
  const rows: readonly NamedRow[] =
    field === 'product'
      ? tables.products
      : field === 'indication'
        ? tables.indications
        : (tables.attributes.find(({ id }) => `attributes.${id}` === field)?.values ?? []);
  const others = rows.filter(({ id }) => !among.includes(id));
  const named = rows.filter(({ id }) => among.includes(id));
  return [
    ...among,
    ...others.map(({ id }) => id),
    'something else',
    ...named.flatMap(({ name }) => [name, name.toUpperCase(), ` ${name.toLowerCase()} `]),
    ...others.map(({ name }) => name),
    undefined,
  ].map(put);
}

function courses({ axis }: Classified, { tables }: Kernel, record: CaseRecord): readonly CaseRecord[] {
  const row = tables.axes.find(({ id }) => id === axis);
  if (row === undefined) return [];
  const on = record.request.dateOfService;
  const [later, earlier] = [addMonths(on, -12), addMonths(on, -24)];
  const states = row.states.map(({ condition, activity }) => ({
    condition,
    ...(activity === undefined ? {} : { activity }),
  }));
  const conditions = [...new Set(row.states.map(({ condition }) => condition))].map((condition) => ({
    condition,
  }));
  const named = [...states, ...conditions];
  const codes = row.codes.flatMap(({ code }) => [{ icd10: code }]);
  const first = record.diagnoses ?? [];
  const put = (...diagnoses: readonly DiagnosisEntry[]): CaseRecord => ({ ...record, diagnoses });
  const documented = (entry: DiagnosisEntry, day: string): DiagnosisEntry => ({
    ...entry,
    evidence: 'documented',
    on: day,
  });
  const pairs = named.flatMap((one) =>
    named.flatMap((other) => [
      put(documented(one, earlier), documented(other, later)),
      put(documented(one, later), documented(other, later)),
    ]),
  );
  const graded = [...named, ...codes].flatMap((entry) => [
    put({ ...entry, evidence: 'reported', on: later }),
    put({ ...entry, evidence: 'absent', on: later }),
    put({ ...entry, on: later }),
    put({ ...entry, evidence: 'documented' }),
    put(documented(entry, on)),
    put(documented(entry, addDays(on, 1))),
  ]);
  const beside = [...named, ...codes.slice(0, 3)].flatMap((entry) =>
    (['documented', 'reported', 'absent', undefined] as const).flatMap((evidence) =>
      [earlier, later, on, undefined].flatMap((day) => {
        const added: DiagnosisEntry = {
          ...entry,
          ...(evidence === undefined ? {} : { evidence }),
          ...(day === undefined ? {} : { on: day }),
        };
        return [put(...first, added)];
      }),
    ),
  );
  const coded = codes.flatMap(({ icd10 }) => [
    put(documented({ icd10 }, later)),
    put(documented({ icd10: icd10.replace('.', '').toLowerCase() }, later)),
    ...named.map((entry) => put(documented({ ...entry, icd10 }, later))),
  ]);
  const active = conditions.flatMap((entry) =>
    (['active', 'nonactive', 'unspecified'] as const).map((activity) =>
      put(documented({ ...entry, activity }, later)),
    ),
  );
  return [
    ...named.map((entry) => put(documented(entry, later))),
    put(...conditions.map((entry): DiagnosisEntry => ({ ...entry, evidence: 'absent', on: later }))),
    ...pairs,
    ...graded,
    ...coded,
    ...active,
    withhold(record, 'diagnoses'),
    ...beside,
  ];
}

function findings(id: string, record: CaseRecord): readonly CaseRecord[] {
  const on = record.request.dateOfService;
  const entries: readonly FindingEntry[] = [
    'documented',
    'absent',
    'reported',
    { evidence: 'documented' },
    { evidence: 'documented', on },
    { evidence: 'documented', on: addDays(on, 1) },
    { evidence: 'documented', on: addDays(on, -1) },
    { evidence: 'absent', on },
    { evidence: 'reported', on },
    { evidence: 'absent', on: addDays(on, 1) },
    {},
    { on },
  ];
  const fact = `findings.${id}`;
  return [
    ...entries.map((entry) => withFact(record, fact, { request: record.request, findings: { [id]: entry } })),
    withhold(record, fact),
  ];
}

function judgements(id: string, record: CaseRecord): readonly CaseRecord[] {
  const fact = `judgements.${id}`;
  const papers = ['documented', 'reported', 'absent', undefined] as const;
  const verdicts = ['met', 'not-met', undefined] as const;
  return papers.flatMap((paper) =>
    verdicts.map((verdict) =>
      withFact(record, fact, {
        request: record.request,
        judgements: {
          [id]: {
            ...(paper === undefined ? {} : { papers: paper }),
            ...(verdict === undefined ? {} : { verdict }),
          },
        },
      }),
    ),
  );
}

function amounts({ unit, bounds }: Amount, record: CaseRecord): readonly CaseRecord[] {
  const values = [...valuesAbout(bounds), ...valuesAbout(bounds, 0.1), 1].filter((value) => value > 0);
  return [
    ...values.flatMap((value) => [
      withRequest(record, { quantity: { value, unit } }),
      withRequest(record, { quantity: { value, unit: '{other}' } }),
    ]),
    withRequest(record, { quantity: { unit } }),
    ...values.slice(0, 1).map((value) => withRequest(record, { quantity: { value } })),
    withhold(record, 'request.quantity'),
  ];
}

function withRequest(record: CaseRecord, part: Partial<Request>): CaseRecord {
  return { ...record, request: { ...record.request, ...part } };
}
