import fc from 'fast-check';
import type {
  CaseRecord,
  DiagnosisEntry,
  DrugEntry,
  EventEntry,
  FindingEntry,
  JudgementEntry,
} from '../../dsl/kernel/case.ts';
import { type Present, given } from './given.ts';

/** Dates about those where something turns: leap days, month ends, 12 and 24 months before, the codes' days. */
const datesAround = [
  '2022-02-28',
  '2022-06-02',
  '2022-06-03',
  '2023-02-27',
  '2023-02-28',
  '2023-05-31',
  '2023-06-02',
  '2023-06-03',
  '2023-06-04',
  '2023-08-31',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2024-05-31',
  '2024-06-02',
  '2024-06-03',
  '2024-06-04',
];
const date = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...datesAround) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 2020, max: 2025 })
      .chain((year) =>
        fc
          .integer({ min: 1, max: 12 })
          .chain((month) =>
            fc
              .integer({ min: 1, max: 28 })
              .map((day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
          ),
      ),
  },
);
const servedOn = fc.constantFrom(
  '2023-12-31',
  '2024-02-28',
  '2024-02-29',
  '2024-06-03',
  '2024-06-03',
  '2024-06-30',
  '2024-08-31',
  '2025-02-28',
);
const birth = fc.constantFrom(
  '2007-06-03',
  '2007-06-04',
  '2008-02-29',
  '2007-02-28',
  '2006-06-03',
  '1980-02-29',
  '2030-01-01',
);
const evidence = fc.constantFrom(
  'documented' as const,
  'documented' as const,
  'reported' as const,
  'absent' as const,
);

const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 3) => fc.option(arbitrary, { nil: undefined, freq });

function partial<T extends object>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }): fc.Arbitrary<
  Present<T>
> {
  return fc.record(model).map((value) => given(value));
}

const agentName = fc.constantFrom(
  'Own\u00ae Brand',
  'own',
  ' OWN  brand ',
  'Sibling',
  'substance 2',
  'Brand Zero',
  'brand-0-bis',
  'Brand Zero Bis',
  'substance-0',
  'Brand One',
  'Brand Late',
  'substance-34',
  'substance-3',
  'Substance 35',
  'substance-9',
  'Strange',
  'strange\u2122',
  'Stranger',
);

const course = partial({
  outcome: maybe(
    fc.constantFrom(...(['failure', 'intolerance', 'contraindication', 'none', 'unknown'] as const)),
    5,
  ),
  evidence: maybe(evidence, 6),
  source: maybe(fc.constantFrom('supplied', 'supplied', 'sample'), 4),
  from: maybe(date),
  to: maybe(
    fc.oneof({ weight: 12, arbitrary: date }, { weight: 1, arbitrary: fc.constant('9999-12-31') }),
    2,
  ),
  current: maybe(fc.boolean(), 2),
  shownBy: maybe(fc.constantFrom('claim', 'record', 'prescriber'), 2),
  doseReached: maybe(
    partial({ value: maybe(fc.constantFrom(20, 25), 6), unit: maybe(fc.constantFrom('mg/wk', 'mg/d'), 6) }),
    2,
  ),
  indication: maybe(fc.constantFrom('headache', 'Fever', 'cough', 'Cough'), 2),
});

const drug: fc.Arbitrary<DrugEntry> = fc
  .tuple(agentName, course)
  .map(([agent, rest]) => ({ agent, ...rest }));

/** Days on end, for runs of them. */
const nearDate = fc.oneof(
  date,
  fc.constantFrom(
    '2024-02-26',
    '2024-02-27',
    '2024-02-28',
    '2024-02-29',
    '2024-05-30',
    '2024-05-31',
    '2024-06-01',
    '2024-06-02',
    '2024-06-03',
  ),
);

/** Days as records have them, with those that stand for "never" and "always". */
const recordedDate = fc.oneof(
  { weight: 12, arbitrary: nearDate },
  { weight: 1, arbitrary: fc.constantFrom('9999-12-31', '0001-01-01') },
);

const openEvent: fc.Arbitrary<EventEntry> = fc
  .tuple(
    fc.constantFrom('sugar', 'sugar', 'weight', 'visit', 'nothing'),
    partial({
      on: maybe(recordedDate, 8),
      value: maybe(fc.constantFrom(0, 5.5, 7, 50, 100, 110, 126, 126, 140), 8),
      unit: maybe(fc.constantFrom('mg/dL', 'mg/dL', 'mmol/L', 'kg', 'furlong'), 9),
      reference: maybe(
        partial({ lower: maybe(fc.constantFrom(0, 50)), upper: maybe(fc.constantFrom(100, 126)) }),
        3,
      ),
      conditions: maybe(
        partial({
          fasting: maybe(fc.boolean(), 5),
          resting: maybe(fc.boolean(), 3),
          inPerson: maybe(fc.boolean()),
        }),
        5,
      ),
      evidence: maybe(evidence, 9),
      shownBy: maybe(fc.constantFrom('claim', 'record', 'laboratory', 'prescriber'), 3),
    }),
  )
  .map(([kind, rest]) => ({ event: kind, ...rest }));

/** An entry that leaves nothing open, and most of a run of days. */
const wholeEvent: fc.Arbitrary<EventEntry> = fc.record({
  event: fc.constantFrom('sugar', 'sugar', 'weight', 'visit'),
  on: fc.constantFrom(
    '2024-02-27',
    '2024-02-28',
    '2024-02-29',
    '2024-06-01',
    '2024-06-02',
    '2024-06-03',
    '2023-06-03',
  ),
  value: fc.constantFrom(100, 110, 126, 140),
  unit: fc.constantFrom('mg/dL', 'mg/dL', 'kg'),
  reference: fc.constant({ lower: 50, upper: 100 }),
  conditions: fc.constantFrom(
    { fasting: true, resting: false },
    { fasting: true, resting: false, inPerson: true },
  ),
  evidence: fc.constant('documented' as const),
  shownBy: fc.constantFrom('claim' as const, 'record' as const),
});

const event = fc.oneof({ weight: 2, arbitrary: openEvent }, { weight: 3, arbitrary: wholeEvent });

const diagnosis: fc.Arbitrary<DiagnosisEntry> = partial({
  condition: maybe(
    fc.constantFrom('mild', 'severe', 'severe', 'early', 'late', 'one', 'two', 'three', 'other'),
    5,
  ),
  activity: maybe(fc.constantFrom('active', 'nonactive', 'unspecified'), 2),
  icd10: maybe(fc.constantFrom('A10', 'A10.1', 'a101', 'A10.2', 'A10.3', 'A10.4', 'Z99'), 2),
  evidence: maybe(evidence, 6),
  on: maybe(date, 3),
});

const finding: fc.Arbitrary<FindingEntry> = fc.oneof(
  evidence,
  partial({ evidence: maybe(evidence), on: maybe(date, 2) }),
);
const judgement: fc.Arbitrary<JudgementEntry> = partial({
  papers: maybe(evidence),
  verdict: maybe(fc.constantFrom('met', 'not-met')),
});
const registers = partial({ 'specialty-0': maybe(fc.boolean(), 2), 'specialty-1': maybe(fc.boolean(), 2) });

const asked = partial({
  kind: maybe(fc.constantFrom('initial', 'reauthorization'), 4),
  product: maybe(fc.constantFrom('own', 'own', 'own', 'Own Brand', 'Sibling', 'nothing'), 9),
  indication: maybe(fc.constantFrom('headache', 'Head  ache', 'Fever', 'cough'), 4),
  regimen: maybe(
    partial({ mgPerDay: maybe(fc.constantFrom(12, 24), 4), days: maybe(fc.constantFrom(3, 5), 4) }),
    4,
  ),
  quantity: maybe(
    partial({
      value: maybe(fc.constantFrom(3, 4, 5, 300, 400), 6),
      unit: maybe(fc.constantFrom('mg', '{kit}'), 6),
    }),
    3,
  ),
  planDocument: maybe(fc.constantFrom('silent', 'silent', 'silent', 'covers', 'excludes'), 4),
  mandate: maybe(fc.constantFrom('none', 'none', 'none', 'none', 'requires'), 4),
});

const request: fc.Arbitrary<CaseRecord['request']> = fc
  .tuple(servedOn, asked)
  .map(([dateOfService, rest]) => ({ dateOfService, ...rest }));

const sectionsOnFile = partial({
  patient: maybe(partial({ birthDate: maybe(birth) })),
  prescriber: maybe(partial({ specialties: maybe(registers), consultations: maybe(registers) })),
  diagnoses: maybe(fc.array(diagnosis, { maxLength: 4 }), 6),
  drugs: maybe(fc.array(drug, { maxLength: 5 }), 8),
  drugsComplete: maybe(fc.boolean(), 4),
  findings: maybe(partial({ 'finding-0': maybe(finding, 2), 'finding-1': maybe(finding, 2) })),
  events: maybe(fc.array(event, { maxLength: 6 }), 8),
  complete: maybe(
    fc.oneof(fc.subarray(['sugar', 'weight', 'visit', 'nothing']), fc.constant(['sugar', 'weight', 'visit'])),
    9,
  ),
  dates: maybe(partial({ order: maybe(recordedDate, 6), start: maybe(recordedDate, 6) }), 5),
  attributes: maybe(
    partial({ approach: maybe(fc.constantFrom('open', 'Open  cut', 'scope', 'other'), 4) }),
    4,
  ),
  commitments: maybe(partial({ 'with-drug': maybe(fc.boolean(), 4) }), 4),
  judgements: maybe(partial({ 'judgement-0': maybe(judgement, 2), 'judgement-1': maybe(judgement, 2) })),
});

/** A case, with much left out. */
export const randomCase: fc.Arbitrary<CaseRecord> = fc
  .tuple(request, sectionsOnFile)
  .map(([asked, rest]) => ({ request: asked, ...rest }));

/** What a case says of events, and the days that they are counted from; every second time with little left open. */
export const eventCase: fc.Arbitrary<CaseRecord> = fc
  .tuple(
    request,
    fc.oneof(
      partial({
        events: maybe(fc.array(event, { maxLength: 6 }), 8),
        complete: maybe(fc.subarray(['sugar', 'weight', 'visit', 'nothing']), 9),
        dates: maybe(partial({ order: maybe(recordedDate, 6), start: maybe(recordedDate, 6) }), 5),
      }),
      fc.record({
        events: fc.array(plainEvent(), { minLength: 1, maxLength: 6 }),
        complete: fc.constant(['sugar', 'weight', 'visit']),
        dates: fc.record({ order: nearDate, start: nearDate }),
      }),
    ),
  )
  .map(([asked, rest]) => ({ request: asked, ...rest }));

/** An entry of which at most one thing is open or unlike the others. */
function plainEvent(): fc.Arbitrary<EventEntry> {
  return fc
    .tuple(
      fc.constantFrom('sugar', 'sugar', 'sugar', 'weight', 'visit'),
      fc.constantFrom(100, 110, 126, 140),
      nearDate,
      fc.constantFrom('claim' as const, 'record' as const),
      maybe(
        fc.constantFrom<Partial<EventEntry>>(
          { value: 7, unit: 'mmol/L' },
          { value: 0 },
          { evidence: 'reported' },
          { evidence: 'absent' },
          { conditions: { fasting: true } },
          { reference: { lower: 0, upper: -100 } },
        ),
        1,
      ),
    )
    .map(([kind, value, on, shownBy, unlike]) => ({
      event: kind,
      on,
      evidence: 'documented' as const,
      shownBy,
      conditions: { fasting: true, resting: false },
      reference: { lower: 50, upper: 100 },
      value,
      unit: kind === 'weight' ? 'kg' : 'mg/dL',
      ...unlike,
    }));
}
