import fc from 'fast-check';
import type {
  CaseRecord,
  DiagnosisEntry,
  DrugEntry,
  FindingEntry,
  JudgementEntry,
} from '../../dsl/kernel/case.ts';
import type { Agents, Expression, Leaf, Products } from '../../dsl/kernel/expression.ts';
import type { Clause, Kernel, Section, Tables } from '../../dsl/kernel/kernel.ts';

/**
 * Policies and cases at random: every connective and leaf, nested and shared, over a small vocabulary with all that
 * makes names hard (brands of one ingredient, agents alike, names that are unknown), and cases half filled in, with
 * dates about the points where something turns.
 */

/** More ingredients than a word has bits, of which the first few are the ones that cases name. */
const ingredientIds = Array.from({ length: 36 }, (_, index) => `substance-${index}`);

const similar: Readonly<Record<string, readonly string[]>> = {
  'substance-0': ['substance-1', 'substance-34'],
  'substance-1': ['substance-0'],
  'substance-34': ['substance-0', 'substance-34'],
};

const productRows = [
  { id: 'own', name: 'Own\u00ae Brand', ingredient: 'substance-2' },
  { id: 'own-sibling', name: 'Sibling', ingredient: 'substance-2' },
  { id: 'brand-0', name: 'Brand Zero', ingredient: 'substance-0' },
  { id: 'brand-0-bis', name: 'Brand Zero Bis', ingredient: 'substance-0' },
  { id: 'brand-1', name: 'Brand One', ingredient: 'substance-1' },
  { id: 'brand-34', name: 'Brand Late', ingredient: 'substance-34' },
  { id: 'brand-35', name: 'substance-3', ingredient: 'substance-35' },
];

/** The vocabulary of random policies. */
export const randomTables: Tables = {
  products: productRows,
  ingredients: ingredientIds.map((id) => ({ id, name: id.replace('-', ' '), similar: similar[id] ?? [] })),
  axes: [
    {
      id: 'course',
      name: 'course of the disease',
      states: [
        { id: 'mild', name: 'mild', condition: 'mild', prevails: false, settledBy: [] },
        {
          id: 'hot',
          name: 'severe and active',
          condition: 'severe',
          activity: 'active',
          prevails: false,
          settledBy: ['finding-0'],
        },
        {
          id: 'cold',
          name: 'severe and quiet',
          condition: 'severe',
          activity: 'nonactive',
          prevails: true,
          settledBy: ['finding-0'],
        },
        { id: 'early', name: 'early', condition: 'early', prevails: true, settledBy: [] },
        { id: 'late', name: 'late', condition: 'late', prevails: true, settledBy: [] },
      ],
      codes: [
        { code: 'A10', until: '2024-06-01', states: ['mild', 'hot', 'cold'] },
        { code: 'A10.1', from: '2024-06-01', states: ['mild'] },
        { code: 'A10.2', from: '2024-06-01', states: ['hot', 'cold'] },
        { code: 'A10.3', from: '2024-06-01', states: ['hot'] },
        { code: 'A10.4', from: '2023-01-01', until: '2024-01-01', states: ['early', 'late'] },
        { code: 'A10.4', from: '2024-01-01', states: ['early'] },
      ],
    },
    {
      id: 'stage',
      name: 'stage',
      states: ['one', 'two', 'three'].map((id) => ({
        id,
        name: id,
        condition: id,
        prevails: id === 'three',
        settledBy: [],
      })),
      codes: [],
    },
  ],
  findings: ['finding-0', 'finding-1'].map((id) => ({ id, name: id.replace('-', ' ') })),
  judgements: ['judgement-0', 'judgement-1'].map((id) => ({ id, name: id.replace('-', ' ') })),
  specialties: ['specialty-0', 'specialty-1'].map((id) => ({ id, name: id.replace('-', ' ') })),
  indications: [
    { id: 'headache', name: 'Head Ache' },
    { id: 'fever', name: 'Fever' },
  ],
};

const some = <T>(items: readonly T[], minLength = 0): fc.Arbitrary<T[]> =>
  fc.subarray([...items], { minLength });
const grade = fc.constantFrom('plain' as const, 'documented' as const);
const months = fc.constantFrom(1, 6, 12, 24);

const agents: fc.Arbitrary<Agents> = fc.record({
  ingredients: some(['substance-0', 'substance-1', 'substance-2', 'substance-34', 'substance-35'], 1),
  open: fc.boolean(),
});

/** As an "other" agent is chosen from: never from one ingredient alone, which elaboration refuses. */
const several = agents.filter(({ ingredients }) => ingredients.length > 1);

const products: fc.Arbitrary<Products> = fc.record({
  products: some(['own', 'own', 'brand-0', 'brand-1', 'brand-34'], 1),
  siblings: fc.constantFrom('review' as const, 'different' as const),
});

const reasons = some(['failure', 'contraindication', 'intolerance'] as const, 1);

const simpleLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    kind: fc.constant('threshold' as const),
    quantity: fc.constant('age' as const),
    unit: fc.constant('years' as const),
    least: fc.constantFrom(17, 18),
  }),
  fc.record({
    kind: fc.constant('choice' as const),
    field: fc.constant('kind' as const),
    among: some(['initial', 'reauthorization'], 1),
  }),
  fc.record({
    kind: fc.constant('choice' as const),
    field: fc.constant('indication' as const),
    among: some(['headache', 'fever'], 1),
  }),
  fc.record({
    kind: fc.constant('affirmed' as const),
    register: fc.constantFrom('specialties' as const, 'consultations' as const),
    id: fc.constantFrom('specialty-0', 'specialty-1'),
  }),
  fc.record({
    kind: fc.constant('finding' as const),
    finding: fc.constantFrom('finding-0', 'finding-1'),
    grade,
  }),
  fc.record({
    kind: fc.constant('judgement' as const),
    judgement: fc.constantFrom('judgement-0', 'judgement-1'),
    grade,
  }),
  fc.record({
    kind: fc.constant('regimen' as const),
    mgPerDay: fc.constantFrom(12, 24),
    days: fc.constantFrom(3, 5),
  }),
);

const historyLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({ kind: fc.constant('reason' as const), reasons, agents, grade }),
  fc.record({ kind: fc.constant('reason' as const), reasons, agents: several, otherThan: agents, grade }),
  fc.record({ kind: fc.constant('treated' as const), products, samples: fc.boolean() }),
  fc.record({ kind: fc.constant('receiving' as const), products, months, others: agents }),
  fc.record({ kind: fc.constant('concurrent' as const), agents }),
  fc.record({ kind: fc.constant('elapsed' as const), products, months }),
);

const diseaseLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    kind: fc.constant('classified' as const),
    axis: fc.constant('course'),
    among: some(['mild', 'hot', 'cold', 'early', 'late'], 1),
    grade,
  }),
  fc.record({
    kind: fc.constant('classified' as const),
    axis: fc.constant('stage'),
    among: some(['one', 'two', 'three'], 1),
    grade,
  }),
);

/** A leaf that is answered from one fact. */
export const simpleLeaves = simpleLeaf;

/** A leaf of any kind. */
export const anyLeaf = fc.oneof(
  { weight: 2, arbitrary: simpleLeaf },
  { weight: 4, arbitrary: historyLeaf },
  { weight: 2, arbitrary: diseaseLeaf },
);

/** An expression over leaves and over clauses that stand before it. */
export function expressionOf(leaf: fc.Arbitrary<Leaf>, clauses: readonly string[]): fc.Arbitrary<Expression> {
  const reference: fc.Arbitrary<Expression> =
    clauses.length === 0 ? leaf : fc.constantFrom(...clauses).map((id) => ({ kind: 'clause' as const, id }));
  const ground = fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: reference });
  return fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      ground,
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('expression'), { maxLength: 4 }),
      }),
      fc
        .record({
          count: fc.integer({ min: 0, max: 4 }),
          of: fc.array(tie('expression'), { minLength: 1, maxLength: 4 }),
        })
        .map(({ count, of }) => ({ kind: 'atLeast' as const, count, of })),
      tie('expression').map((of) => ({ kind: 'not' as const, of })),
    ),
  })).expression;
}

const sections: readonly Section[] = ['medicalNecessity', 'dosing', 'reauthorization', 'exclusions'];

/** A policy whose leaves are of the given kinds. */
export function kernelOf(leaf: fc.Arbitrary<Leaf>, maxClauses = 8): fc.Arbitrary<Kernel> {
  return fc.integer({ min: 1, max: maxClauses }).chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `clause${index}`);
    const clauses = fc.tuple(
      ...ids.map((id, index) =>
        fc
          .record({
            expression: expressionOf(leaf, ids.slice(0, index)),
            section: fc.constantFrom(...sections),
          })
          .map(({ expression, section }): Clause => ({
            id,
            number: id.toUpperCase(),
            text: `The clause ${id}`,
            section,
            expression,
          })),
      ),
    );
    const whole = expressionOf(leaf, ids);
    return fc
      .record({
        clauses,
        criteria: whole,
        reauthorization: fc.option(whole, { nil: undefined }),
        exclusions: whole,
        dosing: fc.option(whole, { nil: undefined }),
      })
      .map(({ reauthorization, dosing, ...rest }): Kernel => ({
        number: 'R1',
        title: 'Random',
        effective: '2024-01-01',
        nextReview: '2025-01-01',
        product: 'own',
        regimens: [
          { clause: ids[0] ?? '', mgPerDay: 12, days: 5, units: 60, code: 'J0202', course: 'first' },
          { clause: ids.at(-1) ?? '', mgPerDay: 12, days: 3, units: 36, code: 'J0202', course: 'additional' },
        ],
        durations: { initial: 12, reauthorization: 6 },
        tables: randomTables,
        ...rest,
        ...(reauthorization === undefined ? {} : { reauthorization }),
        ...(dosing === undefined ? {} : { dosing }),
      }));
  });
}

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

/** A record whose keys may each be left out. */
type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** A record without the keys that were drawn as left out. */
function given<T extends object>(value: T): Present<T> {
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, part]) => (part === undefined ? {} : { [key]: part })),
  );
}

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
  to: maybe(date, 2),
  current: maybe(fc.boolean(), 2),
});

const drug: fc.Arbitrary<DrugEntry> = fc
  .tuple(agentName, course)
  .map(([agent, rest]) => ({ agent, ...rest }));

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
  judgements: maybe(partial({ 'judgement-0': maybe(judgement, 2), 'judgement-1': maybe(judgement, 2) })),
});

/** A case, with much left out. */
export const randomCase: fc.Arbitrary<CaseRecord> = fc
  .tuple(request, sectionsOnFile)
  .map(([asked, rest]) => ({ request: asked, ...rest }));
