import { describe, expect, it } from 'vitest';
import type { EvaluatorModule } from '../../../../compiler/load-evaluator.ts';
import type { CaseRecord, DrugEntry, EventEntry } from '../../../../dsl/kernel/case.ts';
import type { Expression, Leaf, Selection, Trials } from '../../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../../dsl/kernel/kernel.ts';
import { meaningOf } from '../../../../dsl/kernel/meaning.ts';
import { decided, evaluatorOf, evaluatorText } from '../../../support/evaluators.ts';
import { strictMessagesOf } from '../../../support/strict-check.ts';

/** The corners of windows, events, courses and attributes, each worked out from the meaning of its leaf by hand. */

const on = '2024-06-03';

const tables: Kernel['tables'] = {
  products: [
    { id: 'own', name: 'Own', ingredient: 'ownine' },
    { id: 'own-pen', name: 'Own Pen', ingredient: 'ownine' },
    { id: 'trex', name: 'Trex', ingredient: 'methotrexate' },
    { id: 'trex-bis', name: 'Trex Bis', ingredient: 'methotrexate' },
  ],
  ingredients: [
    { id: 'ownine', name: 'ownine', similar: [] },
    { id: 'methotrexate', name: 'methotrexate', similar: [], class: 'antimetabolite' },
    { id: 'azathioprine', name: 'azathioprine', similar: [], class: 'antimetabolite' },
    { id: 'one', name: 'one', similar: ['two'], class: 'numbers' },
    { id: 'two', name: 'two', similar: ['one', 'three'], class: 'numbers' },
    { id: 'three', name: 'three', similar: ['two'], class: 'numbers' },
    { id: 'classless', name: 'classless', similar: [] },
  ],
  axes: [],
  findings: [],
  judgements: [],
  specialties: [],
  indications: [
    { id: 'asthma', name: 'Asthma' },
    { id: 'hives', name: 'Hives' },
  ],
  events: [
    {
      id: 'glucose',
      name: 'blood glucose',
      units: [
        { unit: 'mg/dL', factor: 1 },
        { unit: 'mmol/L', factor: 18 },
      ],
      conditions: [{ id: 'fasting', name: 'fasting' }],
    },
    {
      id: 'weight',
      name: 'body weight',
      units: [
        { unit: 'kg', factor: 1 },
        { unit: 'g', factor: 0.001 },
      ],
      conditions: [],
    },
    { id: 'score-a', name: 'score A', units: [{ unit: '1', factor: 1 }], conditions: [] },
    { id: 'score-b', name: 'score B', units: [{ unit: '1', factor: 1 }], conditions: [] },
    { id: 'relapse', name: 'relapse', units: [], conditions: [] },
  ],
  milestones: [{ id: 'order', name: 'the order' }],
  attributes: [
    {
      id: 'approach',
      name: 'surgical approach',
      values: [
        { id: 'open', name: 'Open Surgery' },
        { id: 'laparoscopic', name: 'laparoscopic' },
      ],
    },
  ],
  commitments: [{ id: 'with-methotrexate', name: 'will take methotrexate with it' }],
};

const nothing: Expression = { kind: 'any', of: [] };

function kernelOf(criteria: Expression, more: Partial<Kernel> = {}): Kernel {
  return {
    number: 'N1',
    title: 'Small',
    effective: '2024-01-01',
    products: ['own', 'own-pen'],
    clauses: [
      { id: 'asked', number: 'A', text: 'What is asked', section: 'medicalNecessity', expression: criteria },
    ],
    criteria: { kind: 'clause', id: 'asked' },
    repeatsCriteria: true,
    exclusions: nothing,
    regimens: [],
    durations: {},
    tables,
    ...more,
  };
}

const request = { kind: 'initial', product: 'own', dateOfService: on } as const;

/** A leaf with its evaluator, the answers of which the reference interpreter has to tell alike. */
function leafUnderTest(leaf: Leaf) {
  const kernel = kernelOf(leaf);
  let loaded: Promise<EvaluatorModule> | undefined;
  const module = () => (loaded ??= evaluatorOf(kernel));
  const answer = async (record: Partial<CaseRecord>) => {
    const whole = { request, ...record };
    const { clauses, missing, outcome } = (await module()).determine(whole);
    const meaning = meaningOf(kernel, whole).clauses.get('asked');
    expect([clauses[0]?.status, clauses[0]?.needsReview]).toEqual([meaning?.truth, meaning?.review]);
    expect(missing.length > 0).toBe(outcome === 'pended');
    expect(JSON.stringify(missing)).not.toMatch(/undefined|NaN|\[-1\]/);
    const status = `${clauses[0]?.status}${clauses[0]?.needsReview === true ? ', for review' : ''}`;
    return { status, missing };
  };
  return {
    status: async (record: Partial<CaseRecord>) => (await answer(record)).status,
    facts: async (record: Partial<CaseRecord>) => (await answer(record)).missing.map(({ fact }) => fact),
    settles: async (record: Partial<CaseRecord>) =>
      (await answer(record)).missing.map(({ settle }) => settle),
    warnings: async (record: Partial<CaseRecord>) =>
      (await module()).determine({ request, ...record }).warnings.map(({ code, text }) => `${code} ${text}`),
  };
}

const glucose: Selection = { events: ['glucose'], conditions: {}, grade: 'plain' };
const event = (
  value: number | undefined,
  day: string | undefined,
  more: Partial<EventEntry> = {},
): EventEntry => ({
  event: 'glucose',
  evidence: 'documented',
  ...(value === undefined ? {} : { value, unit: 'mg/dL' }),
  ...(day === undefined ? {} : { on: day }),
  ...more,
});
const whole = (...events: readonly EventEntry[]): Partial<CaseRecord> => ({
  events,
  complete: ['glucose', 'weight', 'score-a', 'score-b', 'relapse'],
});
const yearBack: Selection['window'] = {
  anchor: 'dateOfService',
  from: { count: -12, unit: 'months', inclusive: true },
  to: { count: 0, unit: 'days', inclusive: true },
};
const course = (agent: string, more: Partial<DrugEntry> = {}): DrugEntry => ({
  agent,
  outcome: 'failure',
  evidence: 'documented',
  source: 'supplied',
  from: '2023-01-01',
  to: '2023-12-31',
  ...more,
});
const drugs = (...entries: readonly DrugEntry[]): Partial<CaseRecord> => ({
  drugs: entries,
  drugsComplete: true,
});

const leaves: readonly Leaf[] = [
  {
    kind: 'counted',
    of: {
      ...glucose,
      bounds: [{ unit: 'mg/dL', least: 126 }],
      conditions: { fasting: true },
      window: yearBack,
      shownBy: ['laboratory'],
      grade: 'documented',
    },
    least: 2,
    distinct: 'day',
  },
  {
    kind: 'counted',
    of: { events: ['relapse', 'score-a'], conditions: { fasting: false }, grade: 'plain' },
    least: 1,
    distinct: 'entry',
  },
  { kind: 'reading', of: glucose, which: 'latest', bounds: [{ unit: 'mg/dL', above: 1 }], minimum: 1 },
  {
    kind: 'reading',
    of: glucose,
    which: 'earliest',
    bounds: [{ unit: '1', above: 1 }],
    relativeTo: 'upper',
    minimum: 1,
  },
  { kind: 'reading', of: glucose, which: 'every', bounds: [{ unit: 'mg/dL', above: 1 }], minimum: 2 },
  { kind: 'reading', of: glucose, which: 'mean', bounds: [{ unit: 'mg/dL', above: 1 }], minimum: 2 },
  { kind: 'change', of: glucose, baseline: glucose, as: 'percent', bounds: { least: 10 } },
  { kind: 'run', of: { ...glucose, window: yearBack }, days: 30, percent: 70 },
  { kind: 'amount', unit: 'mg', bounds: { most: 100 } },
  { kind: 'amount', unit: 'mg', bounds: { most: 5 }, perValueOf: { event: 'weight', roundedUpTo: 50 } },
  {
    kind: 'trials',
    agents: { ingredients: ['one', 'two', 'methotrexate'], open: true },
    by: 'ingredient',
    least: 2,
    reasons: ['failure'],
    lasting: { count: 3, unit: 'months', binds: ['failure'] },
    dose: { unit: 'mg/wk', least: 15 },
    window: yearBack,
    shownBy: ['claim'],
    grade: 'documented',
  },
  {
    kind: 'trials',
    agents: { ingredients: ['one', 'two'], open: false },
    by: 'class',
    least: 'every',
    grade: 'plain',
  },
  {
    kind: 'trials',
    agents: { ingredients: ['one', 'two'], open: false },
    by: 'product',
    least: 1,
    totalDays: 90,
    grade: 'plain',
  },
  { kind: 'threshold', quantity: 'age', unit: 'months', at: 'dates.order', bounds: { most: 21 } },
  { kind: 'threshold', quantity: 'age', unit: 'days', at: 'dateOfService', bounds: { above: 30, below: 61 } },
  { kind: 'choice', field: 'product', among: ['own-pen'] },
  { kind: 'choice', field: 'attributes.approach', among: ['laparoscopic'] },
  { kind: 'affirmed', register: 'commitments', id: 'with-methotrexate' },
  { kind: 'concurrent', agents: { ingredients: ['one'], open: false }, sameIndication: true },
];

describe('the text', () => {
  it('passes the strict compiler, all leaves together and each by itself', { timeout: 120_000 }, () => {
    const texts = leaves.map((leaf, index) => [`leaf${index}`, evaluatorText(kernelOf(leaf))] as const);
    const together = evaluatorText(
      kernelOf({ kind: 'all', of: leaves }, { scope: { kind: 'any', of: leaves.slice(15) } }),
    );
    const complaints = Object.entries(strictMessagesOf({ together, ...Object.fromEntries(texts) }));
    expect(complaints.filter(([, found]) => found.length > 0)).toEqual([]);
  });
});

describe('windows', () => {
  const counted = (window: Selection['window']) =>
    leafUnderTest({
      kind: 'counted',
      of: { ...glucose, ...(window && { window }) },
      least: 1,
      distinct: 'entry',
    });
  const months = (count: number, inclusive = true) => ({ count, unit: 'months', inclusive }) as const;
  const days = (count: number, inclusive = true) => ({ count, unit: 'days', inclusive }) as const;

  it.each([
    ['2023-06-03', 'met'],
    ['2023-06-02', 'not-met'],
    [on, 'met'],
    // After the date of service it does not count.
    ['2024-06-04', 'not-met'],
    [undefined, 'unknown'],
  ])('an entry of %s, in the last twelve months: %s', async (day, expected) =>
    expect(await counted(yearBack).status(whole(event(100, day)))).toBe(expected),
  );

  it.each([
    // Six months before 31 August 2024 is the month's last day, 29 February.
    ['2024-08-31', -6, '2024-02-29', 'met'],
    ['2024-08-31', -6, '2024-02-28', 'not-met'],
    ['2024-03-31', -1, '2024-02-29', 'met'],
    ['2024-03-30', -13, '2023-02-28', 'met'],
    ['2024-01-15', -1, '2023-12-15', 'met'],
    ['2024-01-15', -1, '2023-12-14', 'not-met'],
    ['2025-02-28', -12, '2024-02-28', 'met'],
    ['2025-02-28', -12, '2024-02-27', 'not-met'],
  ])('served on %s, %d months: an entry of %s is %s', async (dateOfService, count, day, expected) => {
    const leaf = counted({ anchor: 'dateOfService', from: months(count) });
    expect(await leaf.status({ ...whole(event(100, day)), request: { ...request, dateOfService } })).toBe(
      expected,
    );
  });

  it('days are counted over the ends of months and leap days', async () => {
    const leaf = counted({ anchor: 'dates.order', from: days(31), to: days(91) });
    const at = (day: string) => leaf.status({ ...whole(event(100, day)), dates: { order: '2024-02-01' } });
    expect(await at('2024-03-02')).toBe('not-met');
    expect(await at('2024-03-03')).toBe('met');
    expect(await at('2024-05-02')).toBe('met');
    expect(await at('2024-05-03')).toBe('not-met');
  });

  it('leave out a day that is not inclusive, on either side', async () => {
    const leaf = counted({ anchor: 'dates.order', from: days(-2, false), to: days(0, false) });
    const at = (day: string) => leaf.status({ ...whole(event(100, day)), dates: { order: '2024-03-01' } });
    expect(await Promise.all(['2024-02-28', '2024-02-29', '2024-03-01'].map(at))).toEqual([
      'not-met',
      'met',
      'not-met',
    ]);
  });

  it('without an anchor that is on file are open, and ask for it', async () => {
    const leaf = counted({ anchor: 'dates.order', to: days(0, false) });
    expect(await leaf.status(whole(event(100, '2024-01-01')))).toBe('unknown');
    expect(await leaf.settles(whole(event(100, '2024-01-01')))).toEqual(['The date of the order']);
    expect(await leaf.status(whole())).toBe('not-met');
  });

  it('with neither side are no window', async () => {
    expect(await counted({ anchor: 'dates.order' }).status(whole(event(100, undefined)))).toBe('met');
  });

  it('are told in words', async () => {
    const inside = { ...whole(event(100, undefined)), complete: [] };
    const told = async (window: NonNullable<Selection['window']>) =>
      (await counted(window).settles({ ...inside, dates: { order: '2024-01-01' } })).at(-1);
    const history = 'The complete history of blood glucose ';
    expect(await told(yearBack)).toBe(
      `${history}from 12 months before the date of service to the date of service`,
    );
    expect(await told({ anchor: 'dates.order', to: days(0, false) })).toBe(`${history}before the order`);
    expect(await told({ anchor: 'dates.order', from: days(1) })).toBe(`${history}from 1 day after the order`);
    expect(await told({ anchor: 'dates.order', from: days(0, false), to: months(1, false) })).toBe(
      `${history}after the order and before 1 month after the order`,
    );
  });
});

describe('an entry', () => {
  const above = {
    ...glucose,
    bounds: [
      { unit: 'mg/dL', above: 126 },
      { unit: 'mmol/L', least: 7 },
    ],
  };
  const leaf = leafUnderTest({ kind: 'counted', of: above, least: 1, distinct: 'entry' });

  it.each<[string, EventEntry, string]>([
    ['on the bound that is left out', event(126, on), 'not-met'],
    ['above it', event(126.1, on), 'met'],
    ['on the bound that is within, in another unit', event(7, on, { unit: 'mmol/L' }), 'met'],
    ['in a unit without bounds', event(200, on, { unit: 'g/L' }), 'unknown'],
    ['without a value', event(undefined, on), 'unknown'],
    ['absent', event(200, on, { evidence: 'absent' }), 'not-met'],
    ['reported', event(200, on, { evidence: 'reported' }), 'met'],
    ['of another kind', event(200, on, { event: 'weight' }), 'not-met'],
    ['of a kind that the vocabulary lacks', event(200, on, { event: 'strange' }), 'not-met'],
  ])('%s', async (_title, entry, expected) => expect(await leaf.status(whole(entry))).toBe(expected));

  it('asks for the value, the unit, the evidence', async () => {
    const { evidence: _, ...ungraded } = event(200, on);
    expect(await leaf.facts(whole(event(undefined, on)))).toEqual(['events[0].value', 'events[0].unit']);
    expect(await leaf.facts(whole(event(200, on, { unit: 'g/L' })))).toEqual(['events[0].unit']);
    expect(await leaf.facts(whole(ungraded))).toEqual(['events[0].evidence']);
    expect(await leaf.facts({})).toEqual(['complete']);
  });

  it('is warned of in a unit that it is not measured in, and dated after the date of service', async () => {
    expect(await leaf.warnings(whole(event(200, on, { unit: 'g/L' }), event(200, '2024-06-04')))).toEqual([
      'unit-not-known events[0] (blood glucose) is not measured in g/L; its value is set aside.',
      'dated-after-service events[1] (blood glucose) is dated after the date of service and does not count.',
    ]);
  });

  it('must have the conditions, either way', async () => {
    const fasting = leafUnderTest({
      kind: 'counted',
      of: { ...glucose, conditions: { fasting: true } },
      least: 1,
      distinct: 'entry',
    });
    const without = leafUnderTest({
      kind: 'counted',
      of: { ...glucose, conditions: { fasting: false } },
      least: 1,
      distinct: 'entry',
    });
    const states = [
      { conditions: { fasting: true } },
      { conditions: { fasting: false } },
      { conditions: {} },
      {},
    ];
    const read = (one: typeof fasting) =>
      Promise.all(states.map((more) => one.status(whole(event(1, on, more)))));
    expect(await read(fasting)).toEqual(['met', 'not-met', 'unknown', 'unknown']);
    expect(await read(without)).toEqual(['not-met', 'met', 'unknown', 'unknown']);
    expect(await fasting.settles(whole(event(1, on)))).toEqual([
      'Whether the blood glucose of 1 mg/dL on 2024-06-03 was fasting',
    ]);
  });

  it('is open without the proof that is asked for, of whatever another says', async () => {
    const claimed = leafUnderTest({
      kind: 'counted',
      of: { ...glucose, shownBy: ['claim', 'laboratory'], grade: 'documented' },
      least: 1,
      distinct: 'entry',
    });
    expect(await claimed.status(whole(event(1, on, { shownBy: 'laboratory' })))).toBe('met');
    expect(await claimed.status(whole(event(1, on, { shownBy: 'record' })))).toBe('unknown');
    expect(await claimed.facts(whole(event(1, on, { evidence: 'reported' })))).toEqual([
      'events[0].shownBy',
      'events[0].evidence',
    ]);
  });

  it('is held against its own limit', async () => {
    const doubled = leafUnderTest({
      kind: 'counted',
      of: { ...glucose, bounds: [{ unit: '1', above: 2 }], relativeTo: 'upper' },
      least: 1,
      distinct: 'entry',
    });
    expect(await doubled.status(whole(event(81, on, { reference: { upper: 40 } })))).toBe('met');
    expect(await doubled.status(whole(event(80, on, { reference: { upper: 40 } })))).toBe('not-met');
    expect(await doubled.status(whole(event(80, on, { reference: { upper: 0 } })))).toBe('unknown');
    expect(await doubled.facts(whole(event(80, on, { reference: { lower: 1 } })))).toEqual([
      'events[0].reference',
    ]);
  });
});

describe('counting', () => {
  it('days: entries without a date may lie on one, or each on its own', async () => {
    const leaf = leafUnderTest({ kind: 'counted', of: glucose, least: 2, distinct: 'day' });
    expect(await leaf.status(whole(event(1, on), event(2, on)))).toBe('not-met');
    expect(await leaf.status(whole(event(1, on), event(2, '2024-06-02')))).toBe('met');
    expect(await leaf.status(whole(event(1, undefined), event(2, undefined)))).toBe('unknown');
    expect(await leaf.status(whole(event(1, undefined)))).toBe('not-met');
    expect(await leaf.facts(whole(event(1, on), event(2, undefined)))).toEqual(['events[1].on']);
  });

  it('never, over a history that is not whole, is open', async () => {
    const leaf = leafUnderTest({
      kind: 'counted',
      of: { ...glucose, events: ['relapse', 'glucose'] },
      least: 1,
      distinct: 'entry',
    });
    expect(await leaf.status(whole())).toBe('not-met');
    expect(await leaf.status({ complete: ['relapse'] })).toBe('unknown');
    expect(await leaf.settles({ complete: ['relapse'] })).toEqual(['The complete history of blood glucose']);
  });

  it('goes through a long list, and keeps nothing of it', async () => {
    const leaf = leafUnderTest({ kind: 'counted', of: glucose, least: 100, distinct: 'entry' });
    const long = Array.from({ length: 100 }, () => event(1, on));
    expect(await leaf.status(whole(...long))).toBe('met');
    expect(await leaf.status(whole(...long.slice(1)))).toBe('not-met');
    expect(await leaf.status(whole())).toBe('not-met');
  });
});

describe('a reading', () => {
  const reading = (which: 'latest' | 'earliest' | 'every' | 'mean', minimum = 1) =>
    leafUnderTest({
      kind: 'reading',
      of: glucose,
      which,
      bounds: [
        { unit: 'mg/dL', least: 100 },
        { unit: 'mmol/L', least: 5 },
      ],
      minimum,
    });

  it.each<[string, 'latest' | 'earliest', EventEntry[], string]>([
    ['the latest decides', 'latest', [event(90, '2024-01-01'), event(110, '2024-02-01')], 'met'],
    ['the earliest decides', 'earliest', [event(90, '2024-01-01'), event(110, '2024-02-01')], 'not-met'],
    ['two of one day that agree', 'latest', [event(110, on), event(111, on)], 'met'],
    ['two of one day that disagree', 'latest', [event(110, on), event(90, on)], 'unknown'],
    ['one without a date may be the latest', 'latest', [event(110, on), event(90, undefined)], 'unknown'],
    ['one without a date that agrees', 'latest', [event(110, on), event(120, undefined)], 'met'],
    [
      'a later one of which it is not said how it is known',
      'latest',
      [event(110, '2024-01-01'), { event: 'glucose', value: 90, unit: 'mg/dL', on }],
      'unknown',
    ],
    [
      'one that may not count, alone',
      'latest',
      [{ event: 'glucose', value: 110, unit: 'mg/dL', on }],
      'unknown',
    ],
    [
      'one that may not count, alone, and would not do',
      'latest',
      [{ event: 'glucose', value: 90, unit: 'mg/dL', on }],
      'not-met',
    ],
    ['none', 'latest', [], 'not-met'],
  ])('%s', async (_title, which, events, expected) =>
    expect(await reading(which).status(whole(...events))).toBe(expected),
  );

  it('asks for what is open of the last alone', async () => {
    expect(await reading('latest').facts({ events: [event(110, on)] })).toEqual(['complete']);
    expect(await reading('latest').facts(whole(event(90, '2024-01-01'), event(undefined, on)))).toEqual([
      'events[1].value',
      'events[1].unit',
    ]);
    expect(await reading('latest').facts(whole(event(110, on), event(90, on)))).toEqual([
      'events[0].value',
      'events[1].value',
    ]);
  });

  it('of every one needs so many, and none that is out of bounds', async () => {
    const every = reading('every', 2);
    expect(await every.status(whole(event(110, on), event(120, on)))).toBe('met');
    expect(await every.status(whole(event(110, on), event(90, on)))).toBe('not-met');
    expect(await every.status(whole(event(110, on)))).toBe('not-met');
    expect(await every.status({ events: [event(90, on)] })).toBe('not-met');
    expect(await every.status({ events: [event(110, on), event(110, on)] })).toBe('unknown');
  });

  it('of the mean converts units, and needs all to be there', async () => {
    const mean = reading('mean', 2);
    // 6 mmol/L are 108 mg/dL.
    expect(await mean.status(whole(event(92, on), event(6, on, { unit: 'mmol/L' })))).toBe('met');
    expect(await mean.status(whole(event(91.9, on), event(6, on, { unit: 'mmol/L' })))).toBe('not-met');
    expect(await mean.status(whole(event(200, on), event(undefined, on)))).toBe('unknown');
    expect(await mean.status(whole(event(200, on)))).toBe('not-met');
    expect(await mean.status({ events: [event(200, on), event(200, on)] })).toBe('unknown');
  });
});

describe('a change', () => {
  const base = { anchor: 'dates.order', to: { count: 0, unit: 'days', inclusive: true } } as const;
  const after = { anchor: 'dates.order', from: { count: 0, unit: 'days', inclusive: false } } as const;
  const scores: Selection = { events: ['score-a', 'score-b'], conditions: {}, grade: 'plain' };
  const score = (kind: string, value: number, day: string) => event(value, day, { event: kind, unit: '1' });
  const change = (as: 'difference' | 'percent', bounds: { least?: number; most?: number }) =>
    leafUnderTest({
      kind: 'change',
      of: { ...scores, window: after },
      baseline: { ...scores, window: base },
      as,
      bounds,
    });
  const ordered = (...events: readonly EventEntry[]) => ({
    ...whole(...events),
    dates: { order: '2024-01-01' },
  });

  it('is told of one instrument, from the baseline that was last', async () => {
    const leaf = change('difference', { least: 3 });
    expect(
      await leaf.status(
        ordered(
          score('score-a', 1, '2023-05-01'),
          score('score-a', 4, '2023-12-01'),
          score('score-a', 7, '2024-02-01'),
        ),
      ),
    ).toBe('met');
    expect(
      await leaf.status(ordered(score('score-a', 1, '2023-12-01'), score('score-b', 9, '2024-02-01'))),
    ).toBe('not-met');
    expect(
      await leaf.status(ordered(score('score-b', 1, '2024-01-01'), score('score-b', 4, '2024-01-02'))),
    ).toBe('met');
  });

  it('as a percentage of the baseline, of which 0 has none', async () => {
    const leaf = change('percent', { most: -25 });
    expect(
      await leaf.status(ordered(score('score-a', 20, '2023-12-01'), score('score-a', 15, '2024-02-01'))),
    ).toBe('met');
    expect(
      await leaf.status(ordered(score('score-a', 20, '2023-12-01'), score('score-a', 15.1, '2024-02-01'))),
    ).toBe('not-met');
    expect(
      await leaf.facts(ordered(score('score-a', 0, '2023-12-01'), score('score-a', 15, '2024-02-01'))),
    ).toEqual(['events[0].value']);
  });

  it('is open without the day of the order or the whole history', async () => {
    const leaf = change('difference', { least: 3 });
    const events = [score('score-a', 1, '2023-12-01'), score('score-a', 5, '2024-02-01')];
    expect(await leaf.facts(whole(...events))).toEqual(['dates.order']);
    expect(await leaf.facts({ events, dates: { order: '2024-01-01' } })).toEqual(['complete']);
  });
});

describe('a run of days', () => {
  const window = {
    anchor: 'dates.order',
    from: { count: 0, unit: 'days', inclusive: true },
    to: { count: 9, unit: 'days', inclusive: true },
  } as const;
  const leaf = leafUnderTest({ kind: 'run', of: { ...glucose, window }, days: 4, percent: 70 });
  const days = (...numbers: readonly number[]) =>
    numbers.map((number) => event(1, `2024-02-${String(number).padStart(2, '0')}`));
  const status = (events: readonly EventEntry[], more: Partial<CaseRecord> = {}) =>
    leaf.status({ ...whole(...events), dates: { order: '2024-02-01' }, ...more });

  it('needs so many days of one run, which ends with the window', async () => {
    expect(await status(days(1, 2, 4))).toBe('met');
    expect(await status(days(1, 2, 2, 5))).toBe('not-met');
    expect(await status(days(8, 9, 10))).toBe('met');
    // The eleventh lies after the window.
    expect(await status(days(9, 10, 11))).toBe('not-met');
  });

  it('may be completed by entries without a date, or by those that are not listed', async () => {
    expect(await status([...days(1, 2), event(1, undefined)])).toBe('unknown');
    expect(await status(days(1, 2), { complete: [] })).toBe('unknown');
    expect(await status(days(1, 2), { dates: {} })).toBe('unknown');
  });

  it('lies before the date of service, of which the window may leave too few days', async () => {
    const served = { request: { ...request, dateOfService: '2024-02-03' } };
    expect(await status(days(1, 2, 3), served)).toBe('not-met');
    expect(await status([], { ...served, complete: [] })).toBe('not-met');
  });
});

describe('the quantity asked for', () => {
  const asking = (value: number, unit = 'mg') => ({ request: { ...request, quantity: { value, unit } } });
  it('keeps within bounds in its own unit', async () => {
    const leaf = leafUnderTest({ kind: 'amount', unit: 'mg', bounds: { most: 100 } });
    expect(await leaf.status(asking(100))).toBe('met');
    expect(await leaf.status(asking(101))).toBe('not-met');
    expect(await leaf.facts(asking(1, 'g'))).toEqual(['request.quantity']);
  });

  it('grows with the latest weight, in whole packages', async () => {
    const leaf = leafUnderTest({
      kind: 'amount',
      unit: 'mg',
      bounds: { most: 5 },
      perValueOf: { event: 'weight', roundedUpTo: 100 },
    });
    const weighed = (value: number, more: Partial<EventEntry> = {}) =>
      whole(event(value, on, { event: 'weight', unit: 'kg', ...more }));
    expect(await leaf.status({ ...weighed(70), ...asking(400) })).toBe('met');
    expect(await leaf.status({ ...weighed(70), ...asking(401) })).toBe('not-met');
    expect(await leaf.status({ ...weighed(80_100, { unit: 'g' }), ...asking(500) })).toBe('met');
    expect(await leaf.facts({ ...whole(), ...asking(400) })).toEqual(['events']);
    expect(await leaf.facts({ ...weighed(70), request })).toEqual(['request.quantity']);
    expect(await leaf.facts({ ...asking(1) })).toEqual(['complete', 'events']);
  });
});

describe('ages', () => {
  it.each([
    // Born on a 31st: a month without one is full on the first of the next.
    ['2022-08-31', '2024-06-30', 'met'],
    ['2022-08-31', '2024-07-01', 'not-met'],
    ['2022-08-03', '2024-05-02', 'met'],
    ['2022-07-31', '2024-04-30', 'met'],
    ['2022-07-31', '2024-05-01', 'met'],
    ['2022-07-31', '2024-05-31', 'not-met'],
    ['2024-05-01', '2024-04-30', 'unknown'],
    ['2024-05-01', undefined, 'unknown'],
  ])('born on %s, ordered on %s, at most 21 months old: %s', async (birthDate, order, expected) => {
    const leaf = leafUnderTest({
      kind: 'threshold',
      quantity: 'age',
      unit: 'months',
      at: 'dates.order',
      bounds: { most: 21 },
    });
    expect(await leaf.status({ patient: { birthDate }, ...(order && { dates: { order } }) })).toBe(expected);
  });

  it('in days, and above and below', async () => {
    const leaf = leafUnderTest({
      kind: 'threshold',
      quantity: 'age',
      unit: 'days',
      at: 'dateOfService',
      bounds: { above: 30, below: 61 },
    });
    const ages = ['2024-05-04', '2024-05-03', '2024-04-04', '2024-04-03'].map((birthDate) =>
      leaf.status({ patient: { birthDate } }),
    );
    expect(await Promise.all(ages)).toEqual(['not-met', 'met', 'met', 'not-met']);
  });

  it('ask for the milestone and the birth, each where it is open', async () => {
    const leaf = leafUnderTest({
      kind: 'threshold',
      quantity: 'age',
      unit: 'years',
      at: 'dates.order',
      bounds: { least: 18 },
    });
    expect(await leaf.facts({})).toEqual(['patient.birthDate', 'dates.order']);
    expect(await leaf.facts({ patient: { birthDate: '1990-01-01' } })).toEqual(['dates.order']);
    expect(
      await leaf.facts({ patient: { birthDate: '2024-01-02' }, dates: { order: '2024-01-01' } }),
    ).toEqual(['patient.birthDate']);
  });
});

describe('what is one of several', () => {
  it('is an id or a name, in any spelling', async () => {
    const leaf = leafUnderTest({ kind: 'choice', field: 'attributes.approach', among: ['open'] });
    const given = ['open', ' open  SURGERY', 'laparoscopic', 'robotic'].map((approach) =>
      leaf.status({ attributes: { approach } }),
    );
    expect(await Promise.all(given)).toEqual(['met', 'met', 'not-met', 'not-met']);
    expect(await leaf.settles({})).toEqual(['The surgical approach: Open Surgery or laparoscopic']);
    const product = leafUnderTest({ kind: 'choice', field: 'product', among: ['own-pen'] });
    expect(await product.status({})).toBe('not-met');
    expect(await product.status({ request: { ...request, product: 'OWN PEN' } })).toBe('met');
  });

  it('a commitment is undertaken, or not, or not said', async () => {
    const leaf = leafUnderTest({ kind: 'affirmed', register: 'commitments', id: 'with-methotrexate' });
    expect(await leaf.status({ commitments: { 'with-methotrexate': true } })).toBe('met');
    expect(await leaf.status({ commitments: { 'with-methotrexate': false } })).toBe('not-met');
    expect(await leaf.facts({})).toEqual(['commitments.with-methotrexate']);
  });
});

describe('concurrent use for the same indication', () => {
  const leaf = leafUnderTest({
    kind: 'concurrent',
    agents: { ingredients: ['one'], open: false },
    sameIndication: true,
  });
  const taken = (indication: string | undefined, asked: string | undefined) => ({
    ...drugs(course('one', { to: on, ...(indication && { indication }) })),
    request: { ...request, ...(asked && { indication: asked }) },
  });
  it.each([
    ['ASTHMA', 'asthma', 'met'],
    ['hives', 'asthma', 'not-met'],
    ['other', 'asthma', 'not-met'],
    [undefined, 'asthma', 'unknown'],
    ['asthma', undefined, 'unknown'],
  ])('taken for %s, asked for %s: %s', async (indication, asked, expected) =>
    expect(await leaf.status(taken(indication, asked))).toBe(expected),
  );
  it('asks for what it is taken for', async () => {
    expect(await leaf.facts(taken(undefined, 'asthma'))).toEqual(['drugs[0].indication']);
    expect(await leaf.facts(taken('asthma', undefined))).toEqual(['request.indication']);
  });
});

describe('courses of drugs', () => {
  const agents = {
    ingredients: ['one', 'two', 'three', 'methotrexate', 'azathioprine', 'classless'],
    open: true,
  };
  const trials = (more: Partial<Trials>) =>
    leafUnderTest({ kind: 'trials', agents, by: 'ingredient', least: 2, grade: 'plain', ...more });

  it.each<[string, DrugEntry[], string]>([
    ['two ingredients', [course('one'), course('three')], 'met'],
    ['two brands of one ingredient', [course('Trex'), course('Trex Bis')], 'not-met'],
    ['two that are alike wait for a reviewer', [course('one'), course('two')], 'unknown, for review'],
    ['a third beside two that are alike', [course('one'), course('two'), course('methotrexate')], 'met'],
    ['a chain of likes is one', [course('one'), course('two'), course('three')], 'unknown, for review'],
    ['a name that the vocabulary lacks', [course('one'), course('Strange')], 'unknown, for review'],
    ['the same name twice is one agent', [course('Strange'), course('STRANGE')], 'not-met'],
    ['a sample does not count', [course('one'), course('methotrexate', { source: 'sample' })], 'not-met'],
    ['one that is not of the set', [course('one'), course('ownine')], 'not-met'],
  ])('%s', async (_title, entries, expected) =>
    expect(await trials({}).status(drugs(...entries))).toBe(expected),
  );

  it('by class or by product', async () => {
    const byClass = trials({ by: 'class' });
    expect(await byClass.status(drugs(course('methotrexate'), course('azathioprine')))).toBe('not-met');
    expect(await byClass.status(drugs(course('methotrexate'), course('one')))).toBe('met');
    expect(await byClass.status(drugs(course('methotrexate'), course('classless')))).toBe(
      'unknown, for review',
    );
    const byProduct = trials({ by: 'product' });
    expect(await byProduct.status(drugs(course('Trex'), course('Trex Bis')))).toBe('met');
    expect(await byProduct.status(drugs(course('Trex'), course('trex')))).toBe('not-met');
  });

  it.each<[string, DrugEntry, string]>([
    ['three months to the day', course('one', { from: '2023-01-15', to: '2023-04-14' }), 'met'],
    ['a day short', course('one', { from: '2023-01-15', to: '2023-04-13' }), 'not-met'],
    ['from a month that is longer', course('one', { from: '2022-11-30', to: '2023-02-27' }), 'met'],
    [
      'an intolerance is not bound',
      course('one', { from: '2023-01-15', to: '2023-01-16', outcome: 'intolerance' }),
      'met',
    ],
    [
      'still taken, and long enough',
      {
        agent: 'one',
        outcome: 'failure',
        evidence: 'documented',
        source: 'supplied',
        from: '2024-03-03',
        current: true,
      },
      'met',
    ],
    [
      'still taken, and begun a day too late',
      {
        agent: 'one',
        outcome: 'failure',
        evidence: 'documented',
        source: 'supplied',
        from: '2024-03-05',
        current: true,
      },
      'not-met',
    ],
    [
      'an end after the date of service is that day',
      course('one', { from: '2024-03-05', to: '2024-12-31' }),
      'not-met',
    ],
    [
      'begun too late whatever its end',
      { agent: 'one', outcome: 'failure', evidence: 'documented', source: 'supplied', from: '2024-05-01' },
      'not-met',
    ],
    [
      'begun early, its end not said',
      { agent: 'one', outcome: 'failure', evidence: 'documented', source: 'supplied', from: '2023-05-01' },
      'unknown',
    ],
    [
      'its beginning not said',
      { agent: 'one', outcome: 'failure', evidence: 'documented', source: 'supplied', to: '2024-05-01' },
      'unknown',
    ],
    [
      'its outcome not said, and long enough',
      { agent: 'one', evidence: 'documented', source: 'supplied', from: '2023-01-15', to: '2023-04-14' },
      'unknown',
    ],
  ])('that lasted: %s', async (_title, entry, expected) => {
    const leaf = trials({
      least: 1,
      reasons: ['failure', 'intolerance'],
      lasting: { count: 3, unit: 'months', binds: ['failure'] },
    });
    expect(await leaf.status(drugs(entry))).toBe(expected);
  });

  it('that lasted so many days, both included', async () => {
    const leaf = trials({ least: 1, lasting: { count: 30, unit: 'days' } });
    expect(await leaf.status(drugs(course('one', { from: '2024-02-01', to: '2024-03-01' })))).toBe('met');
    expect(await leaf.status(drugs(course('one', { from: '2024-02-01', to: '2024-02-29' })))).toBe('not-met');
    expect(
      await leaf.facts(
        drugs({ agent: 'one', outcome: 'failure', evidence: 'documented', source: 'supplied' }),
      ),
    ).toEqual(['drugs[0].from', 'drugs[0].to']);
  });

  it('at a dose that was reached, shown by a claim', async () => {
    const leaf = trials({ least: 1, dose: { unit: 'mg/wk', least: 15 }, shownBy: ['claim'] });
    const dosed = (value: number, unit = 'mg/wk') =>
      course('one', { doseReached: { value, unit }, shownBy: 'claim' });
    expect(await leaf.status(drugs(dosed(15)))).toBe('met');
    expect(await leaf.status(drugs(dosed(14)))).toBe('not-met');
    expect(await leaf.status(drugs(dosed(15, 'mg/d')))).toBe('unknown');
    expect(await leaf.facts(drugs(course('one', { shownBy: 'record' })))).toEqual([
      'drugs[0].doseReached',
      'drugs[0].shownBy',
    ]);
  });

  it('that ended within a window', async () => {
    const leaf = trials({ least: 1, window: yearBack });
    expect(await leaf.status(drugs(course('one', { to: '2023-06-03' })))).toBe('met');
    expect(await leaf.status(drugs(course('one', { to: '2023-06-02' })))).toBe('not-met');
    expect(
      await leaf.facts(
        drugs({
          agent: 'one',
          outcome: 'failure',
          evidence: 'documented',
          source: 'supplied',
          from: '2023-01-01',
        }),
      ),
    ).toEqual(['drugs[0].to']);
  });

  it('of every agent of a set', async () => {
    const closed = { ingredients: ['one', 'three'], open: false };
    const leaf = trials({ agents: closed, least: 'every', reasons: ['contraindication', 'failure'] });
    expect(await leaf.status(drugs(course('one'), course('three')))).toBe('met');
    expect(await leaf.status(drugs(course('one')))).toBe('not-met');
    expect(await leaf.status({ drugs: [course('one')] })).toBe('unknown');
    expect(await leaf.facts({ drugs: [course('one')] })).toEqual(['drugsComplete']);
  });

  it('on so many days in all, of which each counts once', async () => {
    const leaf = trials({ least: 1, totalDays: 60 });
    const first = course('one', { from: '2024-01-01', to: '2024-01-31' });
    expect(await leaf.status(drugs(first, course('two', { from: '2024-01-20', to: '2024-02-29' })))).toBe(
      'met',
    );
    expect(await leaf.status(drugs(first, course('two', { from: '2024-01-20', to: '2024-02-28' })))).toBe(
      'not-met',
    );
    expect(await leaf.status(drugs(first, course('two', { from: '2024-01-05', to: '2024-01-10' })))).toBe(
      'not-met',
    );
    expect(await leaf.status({ drugs: [first] })).toBe('unknown');
    const { to: _, ...open } = course('two', { from: '2024-04-01' });
    expect(await leaf.facts(drugs(first, open))).toEqual(['drugs[1].to']);
  });

  it('warns of a sample that would have counted', async () => {
    const warned = await trials({ reasons: ['failure'] }).warnings(
      drugs(course('one', { source: 'sample' })),
    );
    expect(warned).toEqual([
      'sample-set-aside drugs[0]: one was received as a sample, which satisfies no criterion.',
    ]);
  });
});

describe('the scope of a policy', () => {
  const scope: Expression = { kind: 'choice', field: 'attributes.approach', among: ['open'] };
  const kernel = kernelOf({ kind: 'all', of: [] }, { scope });
  const concluded = async (record: CaseRecord) => {
    const module = await evaluatorOf(kernel);
    const { outcome, layer, missing, reasons } = module.determine(record);
    expect([outcome, layer]).toEqual([meaningOf(kernel, record).outcome, meaningOf(kernel, record).layer]);
    expect(decided(module, record).outcome).toBe(outcome);
    return {
      outcome,
      layer,
      facts: missing.map(({ clause, fact }) => [clause, fact]),
      reason: reasons[0]?.text,
    };
  };

  it('is told of any of its products', async () => {
    for (const product of ['own', 'Own Pen']) {
      const record = { request: { ...request, product }, attributes: { approach: 'open' } };
      expect((await concluded(record)).outcome).toBe('approved');
    }
    const other = { request: { ...request, product: 'trex' }, attributes: {} };
    expect(await concluded(other)).toMatchObject({
      outcome: 'notApplicable',
      reason: 'This policy is about Own or Own Pen; the request is for trex.',
    });
  });

  it('pends where it is open, and asks for its facts by their own names', async () => {
    expect(await concluded({ request })).toEqual({
      outcome: 'pended',
      layer: 'scope',
      facts: [['attributes.approach', 'attributes.approach']],
      reason: 'What is listed as missing is not said, so it is not known whether this policy applies.',
    });
    const { product: _, ...rest } = request;
    expect((await concluded({ request: rest })).facts).toEqual([
      ['request.product', 'request.product'],
      ['attributes.approach', 'attributes.approach'],
    ]);
  });

  it('decides before a mandate', async () => {
    const record = {
      request: { ...request, mandate: 'requires' as const },
      attributes: { approach: 'laparoscopic' },
    };
    expect(await concluded(record)).toMatchObject({ outcome: 'notApplicable', layer: 'scope', facts: [] });
  });
});
