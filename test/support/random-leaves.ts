import fc from 'fast-check';
import type {
  Agents,
  Bounds,
  BoundsIn,
  Leaf,
  Products,
  Selection,
  Window,
} from '../../dsl/kernel/expression.ts';
import { given } from './given.ts';

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

/** A leaf about a history of events, or of what is counted from milestones. */
export const eventLeaves = eventLeaf;

/** A leaf about reasons against drugs and about what was and is taken. */
export const historyLeaves = historyLeaf;

/** A leaf about courses of drugs. */
export const trialLeaves = trialLeaf;

/** A leaf of any kind. */
export const anyLeaf = fc.oneof(
  { weight: 2, arbitrary: simpleLeaf },
  { weight: 4, arbitrary: historyLeaf },
  { weight: 2, arbitrary: diseaseLeaf },
  { weight: 5, arbitrary: eventLeaf },
  { weight: 2, arbitrary: trialLeaf },
);
