import fc from 'fast-check';
import type {
  CaseRecord,
  DiagnosisEntry,
  DrugEntry,
  EventEntry,
  FindingEntry,
  JudgementEntry,
} from '../../dsl/kernel/case.ts';
import type {
  Agents,
  Bounds,
  BoundsIn,
  Expression,
  Leaf,
  Products,
  Selection,
  Window,
} from '../../dsl/kernel/expression.ts';
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

const classes: Readonly<Record<string, string>> = {
  'substance-0': 'class a',
  'substance-1': 'class a',
  'substance-34': 'class b',
  'substance-35': 'class c',
};

function classed(id: string): { readonly class?: string } {
  const found = classes[id];
  return found === undefined ? {} : { class: found };
}

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
  ingredients: ingredientIds.map((id) => ({
    id,
    name: id.replace('-', ' '),
    similar: similar[id] ?? [],
    ...classed(id),
  })),
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
  events: [
    {
      id: 'sugar',
      name: 'sugar',
      units: [
        { unit: 'mg/dL', factor: 1 },
        { unit: 'mmol/L', factor: 18 },
      ],
      conditions: [
        { id: 'fasting', name: 'fasting' },
        { id: 'resting', name: 'at rest' },
      ],
    },
    { id: 'weight', name: 'weight', units: [{ unit: 'kg', factor: 1 }], conditions: [] },
    { id: 'visit', name: 'visit', units: [], conditions: [{ id: 'inPerson', name: 'in person' }] },
  ],
  milestones: [
    { id: 'order', name: 'the order' },
    { id: 'start', name: 'the start' },
  ],
  attributes: [
    {
      id: 'approach',
      name: 'approach',
      values: [
        { id: 'open', name: 'Open Cut' },
        { id: 'scope', name: 'through a scope' },
      ],
    },
  ],
  commitments: [{ id: 'with-drug', name: 'will take it' }],
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
    at: fc.constant('dateOfService' as const),
    bounds: fc.constantFrom<Bounds>({ least: 17 }, { below: 18 }),
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

const inUnits: fc.Arbitrary<readonly BoundsIn[]> = fc.constantFrom(
  [
    { unit: 'mg/dL', least: 126 },
    { unit: 'mmol/L', least: 7 },
  ],
  [
    { unit: 'mg/dL', below: 126 },
    { unit: 'mmol/L', below: 7 },
  ],
  [
    { unit: 'mg/dL', least: 100, most: 126 },
    { unit: 'mmol/L', least: 5.5, most: 7 },
  ],
  [{ unit: 'mg/dL', above: 100 }],
);
const anchor = fc.constantFrom('dateOfService' as const, 'dates.order' as const, 'dates.start' as const);
const offset = (counts: readonly number[]) =>
  fc.record({
    count: fc.constantFrom(...counts),
    unit: fc.constantFrom('days' as const, 'months' as const),
    inclusive: fc.boolean(),
  });
const window: fc.Arbitrary<Window> = fc
  .record({
    anchor,
    from: fc.option(offset([-12, -6, -3, -1, 0, 1]), { nil: undefined }),
    to: fc.option(offset([-1, 0, 1, 3, 12]), { nil: undefined }),
  })
  .map((drawn) => given(drawn))
  .map(({ anchor: from = 'dateOfService', ...ends }) => ({ anchor: from, ...ends }));
const closedWindow: fc.Arbitrary<Window> = fc.record({
  anchor,
  from: fc.record({
    count: fc.constantFrom(-8, -5, -2, 0),
    unit: fc.constant('days' as const),
    inclusive: fc.boolean(),
  }),
  to: fc.record({
    count: fc.constantFrom(0, 1, 4, 9),
    unit: fc.constant('days' as const),
    inclusive: fc.boolean(),
  }),
});
const shownBy = fc.constantFrom(['claim' as const], ['record' as const, 'laboratory' as const]);
const bounds = fc.oneof(
  fc.constant({}),
  inUnits.map((each) => ({ bounds: each })),
  fc
    .record({ relativeTo: fc.constantFrom('lower' as const, 'upper' as const), least: fc.constantFrom(1, 2) })
    .map(({ relativeTo, least }) => ({ relativeTo, bounds: [{ unit: '1', least }] })),
);
const measuredKinds = some(['sugar', 'weight'], 1);
const selection = (events: fc.Arbitrary<readonly string[]>, within = window): fc.Arbitrary<Selection> =>
  fc
    .record({
      events,
      conditions: fc.constantFrom<Readonly<Record<string, boolean>>>(
        {},
        {},
        { fasting: true },
        { fasting: true, resting: false },
      ),
      window: fc.option(within, { nil: undefined }),
      shownBy: fc.option(shownBy, { nil: undefined, freq: 1 }),
      grade,
    })
    .map(({ window: ends, shownBy: sources, ...rest }) => ({
      ...rest,
      ...(ends === undefined ? {} : { window: ends }),
      ...(sources === undefined ? {} : { shownBy: sources }),
    }));
const counted = fc
  .record({
    of: selection(some(['sugar', 'weight', 'visit'], 1)),
    bounds,
    least: fc.constantFrom(1, 1, 2, 3),
    distinct: fc.constantFrom('entry' as const, 'day' as const),
  })
  .map(({ of, bounds: limits, ...rest }) => ({
    kind: 'counted' as const,
    of: { ...of, ...limits },
    ...rest,
  }));

const eventLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  { weight: 3, arbitrary: counted },
  {
    weight: 3,
    arbitrary: fc
      .record({
        of: selection(measuredKinds),
        which: fc.constantFrom('latest' as const, 'earliest' as const, 'every' as const),
        minimum: fc.constantFrom(1, 2),
        bounds: fc.oneof(
          inUnits.map((each) => ({ bounds: each })),
          fc.constant({ bounds: [{ unit: '1', most: 1 }], relativeTo: 'upper' as const }),
        ),
      })
      .map(({ bounds: limits, ...rest }) => ({ kind: 'reading' as const, ...rest, ...limits })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ of: selection(fc.constant(['sugar'])), minimum: fc.constantFrom(1, 2), bounds: inUnits })
      .map((drawn) => ({ kind: 'reading' as const, which: 'mean' as const, ...drawn })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        of: selection(measuredKinds),
        baseline: selection(measuredKinds),
        as: fc.constantFrom('difference' as const, 'percent' as const),
        bounds: fc.constantFrom<Bounds>({ least: 10 }, { most: -10 }, { above: 0 }),
      })
      .map(({ of, baseline, ...rest }) => ({
        kind: 'change' as const,
        of,
        baseline: { ...baseline, events: of.events },
        ...rest,
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        of: selection(some(['sugar', 'visit'], 1)),
        within: closedWindow,
        bounds,
        days: fc.constantFrom(2, 3, 5),
        percent: fc.constantFrom(50, 67, 100),
      })
      .map(({ of, within, bounds: limits, ...rest }) => ({
        kind: 'run' as const,
        of: { ...of, ...limits, window: within },
        ...rest,
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        unit: fc.constantFrom('mg', '{kit}'),
        bounds: fc.constantFrom<Bounds>({ most: 3 }, { most: 5 }),
        perValueOf: fc.constantFrom(undefined, { event: 'weight' }, { event: 'weight', roundedUpTo: 100 }),
      })
      .map(({ perValueOf, ...rest }) => ({
        kind: 'amount' as const,
        ...rest,
        ...(perValueOf === undefined ? {} : { perValueOf }),
      })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('threshold' as const),
      quantity: fc.constant('age' as const),
      unit: fc.constantFrom('years' as const, 'months' as const, 'days' as const),
      at: anchor,
      bounds: fc.constantFrom<Bounds>(
        { least: 17 },
        { below: 18 },
        { most: 204 },
        { above: 203, below: 205 },
        { least: 6209 },
      ),
    }),
  },
  fc.record({
    kind: fc.constant('choice' as const),
    field: fc.constant('attributes.approach' as const),
    among: some(['open', 'scope'], 1),
  }),
  fc.record({
    kind: fc.constant('choice' as const),
    field: fc.constant('product' as const),
    among: some(['own', 'own-sibling'], 1),
  }),
  fc.record({
    kind: fc.constant('affirmed' as const),
    register: fc.constant('commitments' as const),
    id: fc.constant('with-drug'),
  }),
);

const trialLeaf: fc.Arbitrary<Leaf> = fc
  .record({
    agents,
    by: fc.constantFrom('ingredient' as const, 'class' as const, 'product' as const),
    least: fc.constantFrom<number | 'every'>(1, 2, 2, 3, 'every'),
    reasons: fc.option(reasons, { nil: undefined }),
    lasting: fc.option(
      fc.record({
        count: fc.constantFrom(1, 12, 27, 90),
        unit: fc.constantFrom('days' as const, 'months' as const),
        binds: fc.option(some(['failure', 'intolerance'] as const, 1), { nil: undefined }),
      }),
      { nil: undefined },
    ),
    totalDays: fc.option(fc.constantFrom(1, 30, 366), { nil: undefined, freq: 1 }),
    dose: fc.option(fc.constant({ unit: 'mg/wk', least: 25 }), { nil: undefined, freq: 1 }),
    window: fc.option(window, { nil: undefined, freq: 1 }),
    shownBy: fc.option(shownBy, { nil: undefined, freq: 1 }),
    grade,
  })
  .map(
    ({
      agents: set,
      by,
      least,
      reasons: ended,
      lasting,
      totalDays,
      dose,
      window: within,
      shownBy: sources,
      grade: asked,
    }) => ({
      kind: 'trials',
      agents: set,
      by,
      least,
      ...(ended === undefined ? {} : { reasons: ended }),
      ...(lasting === undefined
        ? {}
        : {
            lasting: {
              count: lasting.count,
              unit: lasting.unit,
              ...(lasting.binds === undefined || ended === undefined ? {} : { binds: lasting.binds }),
            },
          }),
      ...(totalDays === undefined ? {} : { totalDays }),
      ...(dose === undefined ? {} : { dose }),
      ...(within === undefined ? {} : { window: within }),
      ...(sources === undefined ? {} : { shownBy: sources }),
      grade: asked,
    }),
  );

const historyLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({ kind: fc.constant('reason' as const), reasons, agents, grade }),
  fc.record({ kind: fc.constant('reason' as const), reasons, agents: several, otherThan: agents, grade }),
  fc.record({ kind: fc.constant('treated' as const), products, samples: fc.boolean() }),
  fc.record({ kind: fc.constant('receiving' as const), products, months, others: agents }),
  fc.record({ kind: fc.constant('concurrent' as const), agents }),
  fc.record({ kind: fc.constant('concurrent' as const), agents, sameIndication: fc.constant(true as const) }),
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
  { weight: 5, arbitrary: eventLeaf },
  { weight: 2, arbitrary: trialLeaf },
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
        scope: fc.option(leaf, { nil: undefined, freq: 1 }),
        repeatsCriteria: fc.boolean(),
        products: fc.constantFrom(['own'], ['own'], ['own', 'own-sibling']),
      })
      .map(({ reauthorization, dosing, scope, ...rest }): Kernel => ({
        number: 'R1',
        title: 'Random',
        effective: '2024-01-01',
        nextReview: '2025-01-01',
        regimens: [
          { clause: ids[0] ?? '', mgPerDay: 12, days: 5, units: 60, code: 'J0202', course: 'first' },
          { clause: ids.at(-1) ?? '', mgPerDay: 12, days: 3, units: 36, code: 'J0202', course: 'additional' },
        ],
        durations: { initial: 12, reauthorization: 6 },
        tables: randomTables,
        ...rest,
        ...(reauthorization === undefined ? {} : { reauthorization }),
        ...(dosing === undefined ? {} : { dosing }),
        ...(scope === undefined ? {} : { scope }),
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
