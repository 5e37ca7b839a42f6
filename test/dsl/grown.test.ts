import { describe, expect, it } from 'vitest';
import * as t from '../../dsl/index.ts';
import type { Expression } from '../../dsl/kernel/expression.ts';
import type { Criterion } from '../../dsl/member.ts';
import { elaborate } from '../../dsl/policy/elaborate.ts';
import { clausesOf, outline } from '../../dsl/policy/outline.ts';
import { Refused } from '../../dsl/refusal.ts';
import { plainText } from '../../dsl/text.ts';
import { tablesOf } from '../../dsl/vocabulary/vocabulary.ts';
import * as v from '../../policies/vocabulary/index.ts';

const order = t.milestone({ id: 'order', name: 'the order' });
const start = t.milestone({ id: 'start', name: 'the start of therapy' });
const glucose = t.measure({
  id: 'glucose',
  name: 'plasma glucose',
  units: { 'mg/dL': 1, 'mmol/L': 18.0156 },
  conditions: { fasting: 'fasting' },
});
const hba1c = t.measure({ id: 'hba1c', name: 'HbA1c', units: { '%': 1 } });
const weight = t.measure({ id: 'weight', name: 'body weight', units: { kg: 1, g: 0.001 } });
const antibodies = t.measure({ id: 'aav9', name: 'anti-AAV9 titre', units: { '{titer}': 1 } });
const visit = t.event({
  id: 'visit',
  name: 'clinic visit',
  plural: 'clinic visits',
  conditions: { inPerson: 'in person' },
});
const therapy = t.event({ id: 'therapy', name: 'gene therapy' });
const approach = t.attribute({
  id: 'approach',
  name: 'approach',
  values: { open: 'open', laparoscopic: 'laparoscopic' },
});
const withMethotrexate = t.commitment({ id: 'methotrexate', name: 'will take methotrexate with it' });
const cpap = t.item({ id: 'cpap', name: 'CPAP device', kind: 'device' });
const agents = t.agentList({
  name: 'agent for it',
  plural: 'agents for it',
  products: [v.avonex, v.tysabri],
  open: false,
});
const choice = t.oneOf({ dimethylFumarate: v.dimethylFumarate, fingolimod: v.fingolimod });
const quarter = t.inTheLast(t.months(3));

const policyWith = (criteria: Criterion): t.Policy => ({
  kind: 'policy',
  number: 'T1',
  title: 'Test',
  effective: '2024-01-01',
  product: v.lemtrada,
  vocabulary: v.sharedVocabulary,
  medicalNecessity: { kind: 'indication', disease: v.multipleSclerosis, criteria },
});
const words = ({ wording }: Criterion) => plainText(wording.plain);
const refusalOf = (act: () => unknown): Refused | undefined => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  return undefined;
};
/** Every leaf of a criterion that has no members. */
const leaf = (criterion: Criterion): Expression | undefined => criterion.expression;

describe('what builders print', () => {
  it.each<[string, Criterion, string]>([
    [
      'a threshold, its published equivalent, a circumstance and a window',
      t.measured(glucose, t.atOrAbove(t.quantity(126, 'mg/dL'), t.quantity(7, 'mmol/L')), {
        having: ['fasting'],
        within: t.inTheLast(t.months(6), order),
      }),
      'Plasma glucose (fasting) of at least 126 mg/dL (7 mmol/L), in at least ONE measurement, taken from 6 months before the order to the order, both days included',
    ],
    [
      'a circumstance that must be lacking',
      t.measured(glucose, t.above(t.quantity(200, 'mg/dL')), { lacking: ['fasting'] }),
      'Plasma glucose (not fasting) of more than 200 mg/dL, in at least ONE measurement',
    ],
    [
      'values on separate days',
      t.measured(hba1c, t.atOrAbove(t.quantity(6.5, '%')), { times: 2, onSeparateDays: true }),
      'HbA1c of at least 6.5%, on at least TWO separate days',
    ],
    [
      'the latest value',
      t.measured(weight, t.below(t.quantity(10, 'kg')), { which: 'latest' }),
      'Body weight of less than 10 kg, in the LATEST measurement',
    ],
    [
      'the earliest value',
      t.measured(weight, t.below(t.quantity(10, 'kg')), { which: 'earliest' }),
      'Body weight of less than 10 kg, in the EARLIEST measurement',
    ],
    [
      'every value',
      t.measured(weight, t.between(t.quantity(3, 'kg'), t.quantity(5, 'kg')), { which: 'every', times: 2 }),
      'Body weight of between 3 kg and 5 kg, both included, in EVERY measurement, of which there is at least TWO',
    ],
    [
      'a mean',
      t.measured(weight, t.atOrBelow(t.quantity(5, 'kg')), { which: 'mean', times: 3 }),
      'Body weight of at most 5 kg, as the MEAN of all measurements, of which there is at least THREE',
    ],
    [
      'a titre',
      t.measured(antibodies, t.atOrBelow(t.titre('1:50'))),
      'Anti-AAV9 titre of at most 1:50, in at least ONE measurement',
    ],
    [
      'a multiple of the limit that comes with a result',
      t.measured(hba1c, t.above(t.timesUpperLimit(3))),
      'HbA1c of more than 3 times the upper limit of normal given with the result, in at least ONE measurement',
    ],
    [
      'both ends of a window',
      t.occurred(visit, {
        having: ['inPerson'],
        within: t.onDays({ from: t.days(31), to: t.days(91), after: start }),
      }),
      'At least ONE clinic visit (in person), from day 31 to day 91 after the start of therapy, both days included',
    ],
    [
      'a window before an anchor',
      t.occurred(visit, {
        times: 2,
        within: t.onDays({ from: t.months(12), to: t.months(3), before: order }),
      }),
      'At least TWO clinic visits, from 12 months to 3 months before the order, both days included',
    ],
    [
      'events of several kinds on separate days',
      t.occurred(t.oneOf({ visit, therapy }), { times: 2, onSeparateDays: true }),
      'Clinic visit or gene therapy on at least TWO separate days',
    ],
    ['an absence', t.never(therapy), 'Has NEVER had any gene therapy'],
    [
      'an absence within a window',
      t.never(therapy, { within: t.before(order) }),
      'Has had NO gene therapy, before the order, that day not included',
    ],
    [
      'a fall in percent',
      t.changedBy(hba1c, t.atOrBelow(t.percent(-30)), { from: t.before(start), within: quarter }),
      'HbA1c has fallen by at least 30% of the baseline: the latest value, taken from 3 months before the date of service to the date of service, both days included, against the latest baseline value, taken before the start of therapy, that day not included',
    ],
    [
      'a rise in a unit, of several measures',
      t.changedBy(
        [weight, t.measure({ id: 'lean', name: 'lean mass', units: { kg: 1 } })],
        t.above(t.quantity(2, 'kg')),
        {
          from: t.onOrBefore(start),
        },
      ),
      'Body weight or lean mass has risen by more than 2 kg: the latest value, against the latest baseline value, taken on or before the day of the start of therapy, both values of the same measure',
    ],
    [
      'a rise that is not too large',
      t.changedBy(weight, t.atOrBelow(t.quantity(2, 'kg')), { from: t.before(start) }),
      'Body weight has not risen by more than 2 kg: the latest value, against the latest baseline value, taken before the start of therapy, that day not included',
    ],
    [
      'a run of days',
      t.onDaysInARow({
        of: weight,
        bounds: t.atOrAbove(t.quantity(4, 'kg')),
        days: 30,
        percent: 70,
        within: quarter,
      }),
      'Body weight of at least 4 kg on at least 70% of the days (21 of 30) of some 30 consecutive days, from 3 months before the date of service to the date of service, both days included',
    ],
    [
      'a length that binds one reason',
      t.trialOf(v.fingolimod, {
        reasons: ['failure', 'contraindication', 'intolerance'],
        lasting: t.days(30),
        binding: 'failure',
      }),
      'Failure, contraindication, or intolerance to fingolimod (generic for Gilenya); for failure the course must have lasted at least 30 days (this binds failure alone)',
    ],
    [
      'a length that binds all reasons',
      t.trialOf(v.fingolimod, {
        reasons: ['failure', 'intolerance'],
        lasting: t.weeks(4),
        binding: ['failure', 'intolerance'],
      }),
      'Failure or intolerance to fingolimod (generic for Gilenya); the course must have lasted at least 4 weeks, whichever of these is the reason',
    ],
    [
      'a failure alone',
      t.trialOf(v.fingolimod, { reasons: ['failure'], lasting: t.months(3), binding: 'all' }),
      'Failure of fingolimod (generic for Gilenya); the course must have lasted at least 3 months',
    ],
    [
      'a count of a choice',
      t.trialOf(choice, { count: 2, reasons: ['failure'] }),
      'Failure of at least TWO of dimethyl fumarate (generic for Tecfidera) or fingolimod (generic for Gilenya), each of another ingredient',
    ],
    [
      'classes, a total, a dose and a window',
      t.trialOf(agents, {
        count: 2,
        distinctBy: 'class',
        total: t.weeks(4),
        dose: t.atOrAbove(t.quantity(25, 'mg/wk')),
        within: t.inTheLast(t.years(1)),
      }),
      'Trial of at least TWO agents for it, each of another drug class; the courses together must have run on at least 4 weeks (calendar days, each counted once); each course must have reached a dose of at least 25 mg a week; the last day of each course must lie in this time: from 1 year before the date of service to the date of service, both days included',
    ],
    [
      'an age in months',
      t.ageAtMost(21, { unit: 'months' }),
      'At most 21 months of age, up to the day before turning 22 months',
    ],
    [
      'an age at a milestone',
      t.ageBelow(2, { at: order }),
      'Younger than 2 years of age on the day of the order',
    ],
    ['an age of one', t.ageAtLeast(1), '1 year of age or older'],
    ['an attribute', t.requested(approach, 'laparoscopic'), 'The approach is laparoscopic'],
    [
      'values of an attribute',
      t.requested(approach, ['laparoscopic', 'open']),
      'The approach is laparoscopic or open',
    ],
    ['an item', t.requestedProduct(cpap), 'The request is for CPAP device'],
    [
      'indications',
      t.requestedFor(v.multipleSclerosis, v.asthma),
      `The request is for the treatment of Multiple Sclerosis or ${v.asthma.name}`,
    ],
    ['a commitment', withMethotrexate, 'Will take methotrexate with it'],
    [
      'a judgement that defers',
      t.judgement({ id: 'label', name: 'use as labelled', evidence: "the product's label" }),
      "Use as labelled, as judged by the product's label",
    ],
    [
      'a source',
      t.asShownBy(['claim', 'record'], t.trialOf(v.fingolimod, {})),
      'Trial of fingolimod (generic for Gilenya), as shown by a paid claim or the medical record',
    ],
    [
      'a source for a list',
      t.asShownBy(['claim'], t.oneOf({ a: t.occurred(visit), b: t.trialOf(v.fingolimod, {}) })),
      'ONE of the following, each as shown by a paid claim:',
    ],
    [
      'a condition that is a list',
      t.ifThen(t.allOf({ young: t.ageBelow(18), hiv: v.hivInfection }), withMethotrexate),
      'If (ALL of the following: younger than 18 years of age; human immunodeficiency virus (HIV) infection), then the following must be met:',
    ],
    [
      'an exception',
      t.unless(v.hivInfection, withMethotrexate),
      'The first of the following is required, unless the second is met:',
    ],
    [
      'a table',
      t.byPopulation({ adults: { when: t.ageAtLeast(18), then: withMethotrexate } }),
      'By population: every row that applies must be met, and at least one row must apply:',
    ],
    [
      'an amount by weight',
      t.weightBasedQuantity(weight, { atMost: t.mg(5), roundedUpTo: t.mg(100) }),
      'The quantity asked for is at most 5 mg for each kg of the latest body weight, the product rounded up to a multiple of 100 mg',
    ],
    [
      'no companion for the same use',
      t.not(t.concurrentUseOf(v.fingolimod, { forSameIndication: true })),
      'NOT: concurrent use of fingolimod (generic for Gilenya) for the same indication as the request',
    ],
  ])('prints %s', (_, criterion, expected) => expect(words(criterion)).toBe(expected));

  it('names referred clauses by their printed numbers', () => {
    const policy = policyWith(
      t.allOf({
        age: t.ageAtLeast(6),
        table: t.byPopulation({ adults: { when: t.ageAtLeast(18), then: withMethotrexate } }),
        visit: t.meets('age', 'table.adults.then'),
      }),
    );
    const texts = clausesOf(outline(policy)).map(({ id, text }) => [id, plainText(text)]);
    expect(Object.fromEntries(texts)['visit']).toBe('Criteria A and B.a.i are all met');
    expect(words(t.meets('age'))).toBe('Criterion age is met');
  });

  it('keeps the case of abbreviations within a sentence', () => {
    expect(words(t.not(t.measured(hba1c, t.below(t.quantity(7, '%')))))).toMatch(/^NOT: HbA1c of/);
    expect(plainText(t.documented(t.occurred(visit)).wording.plain)).toBe(
      'Documentation of at least ONE clinic visit',
    );
    expect(
      plainText(
        t.documented(t.changedBy(hba1c, t.below(t.percent(0)), { from: t.before(start) })).wording.plain,
      ),
    ).toMatch(/^Documentation that HbA1c has fallen: /);
  });

  it.each([
    [t.atOrAbove(t.percent(0)), 'has not fallen'],
    [t.atOrAbove(t.percent(-5)), 'has not fallen by more than 5% of the baseline'],
    [t.above(t.percent(-5)), 'has not fallen by as much as 5% of the baseline'],
    [t.above(t.percent(0)), 'has risen'],
    [t.atOrAbove(t.percent(5)), 'has risen by at least 5% of the baseline'],
    [t.below(t.percent(-5)), 'has fallen by more than 5% of the baseline'],
    [t.below(t.percent(5)), 'has not risen by as much as 5% of the baseline'],
    [t.atOrBelow(t.percent(0)), 'has not risen'],
    [
      t.between(t.percent(-5), t.percent(5)),
      'has changed by a fall of 5% of the baseline to a rise of 5% of the baseline, both included',
    ],
  ])('tells a rise from a fall %#', (bounds, expected) =>
    expect(words(t.changedBy(hba1c, bounds, { from: t.before(start) }))).toContain(`HbA1c ${expected}: `),
  );
});

describe('what builders mean', () => {
  it('sets a threshold in every unit: stated as published, else converted and not rounded', () => {
    const stated = t.measured(glucose, t.atOrAbove(t.quantity(126, 'mg/dL'), t.quantity(7, 'mmol/L')));
    expect(leaf(stated)).toMatchObject({
      kind: 'counted',
      least: 1,
      distinct: 'entry',
      of: {
        bounds: [
          { unit: 'mg/dL', least: 126 },
          { unit: 'mmol/L', least: 7 },
        ],
      },
    });
    const converted = t.measured(glucose, t.below(t.quantity(3, 'mmol/L')), { which: 'latest' });
    expect(leaf(converted)).toMatchObject({
      kind: 'reading',
      which: 'latest',
      bounds: [
        { unit: 'mg/dL', below: 3 * 18.0156 },
        { unit: 'mmol/L', below: 3 },
      ],
    });
    expect(leaf(converted)).not.toHaveProperty('of.bounds');
  });

  it('compares a multiple of a limit in no unit', () => {
    expect(leaf(t.measured(hba1c, t.above(t.timesUpperLimit(3))))).toMatchObject({
      of: { relativeTo: 'upper', bounds: [{ unit: '1', above: 3 }] },
    });
    expect(leaf(t.measured(hba1c, t.below(t.timesLowerLimit(1)), { which: 'every' }))).toMatchObject({
      relativeTo: 'lower',
      bounds: [{ unit: '1', below: 1 }],
    });
  });

  it('orders titres by the denominator', () => {
    expect(leaf(t.measured(antibodies, t.atOrBelow(t.titre('1:50'))))).toMatchObject({
      of: { bounds: [{ unit: '{titer}', most: 50 }] },
    });
  });

  it.each([
    [
      'in the last',
      t.inTheLast(t.months(6)),
      {
        anchor: 'dateOfService',
        from: { count: -6, unit: 'months', inclusive: true },
        to: { count: 0, unit: 'days', inclusive: true },
      },
    ],
    ['before', t.before(order), { anchor: 'dates.order', to: { count: 0, unit: 'days', inclusive: false } }],
    ['after', t.after(order), { anchor: 'dates.order', from: { count: 0, unit: 'days', inclusive: false } }],
    [
      'on or before',
      t.onOrBefore(order),
      { anchor: 'dates.order', to: { count: 0, unit: 'days', inclusive: true } },
    ],
    [
      'on or after',
      t.onOrAfter(order),
      { anchor: 'dates.order', from: { count: 0, unit: 'days', inclusive: true } },
    ],
    [
      'from 31 to 91 days after',
      t.onDays({ from: t.days(31), to: t.days(91), after: start }),
      {
        anchor: 'dates.start',
        from: { count: 31, unit: 'days', inclusive: true },
        to: { count: 91, unit: 'days', inclusive: true },
      },
    ],
    [
      'from 2 weeks before to the day itself',
      t.onDays({ from: t.weeks(2), to: t.days(0), before: order }),
      {
        anchor: 'dates.order',
        from: { count: -14, unit: 'days', inclusive: true },
        to: { count: 0, unit: 'days', inclusive: true },
      },
    ],
  ])('counts a window: %s', (_, { window }, expected) => expect(window).toStrictEqual(expected));

  it('asks for circumstances, times and days', () => {
    expect(leaf(t.occurred(visit, { times: 2, onSeparateDays: true, lacking: ['inPerson'] }))).toEqual({
      kind: 'counted',
      of: { events: ['visit'], conditions: { inPerson: false }, grade: 'plain' },
      least: 2,
      distinct: 'day',
    });
  });

  it('takes never for no entry at all', () => {
    expect(leaf(t.never(t.eitherOf({ visit, therapy })))).toEqual({
      kind: 'not',
      of: {
        kind: 'counted',
        of: { events: ['visit', 'therapy'], conditions: {}, grade: 'plain' },
        least: 1,
        distinct: 'entry',
      },
    });
  });

  it('compares with the baseline in the first unit, or in percent', () => {
    const options = { from: t.before(start), within: quarter };
    expect(leaf(t.changedBy(weight, t.atOrBelow(t.quantity(-500, 'g')), options))).toMatchObject({
      kind: 'change',
      as: 'difference',
      bounds: { most: -0.5 },
      of: { window: quarter.window },
      baseline: { window: options.from.window },
    });
    expect(leaf(t.changedBy([weight, hba1c], t.atOrAbove(t.percent(10)), options))).toMatchObject({
      as: 'percent',
      bounds: { least: 10 },
      of: { events: ['weight', 'hba1c'] },
      baseline: { events: ['weight', 'hba1c'] },
    });
  });

  it('counts trials with what is asked of them', () => {
    expect(
      leaf(
        t.trialOf(agents, {
          count: 2,
          distinctBy: 'product',
          reasons: ['failure', 'intolerance'],
          lasting: t.weeks(4),
          binding: 'failure',
          total: t.days(56),
          dose: t.atOrAbove(t.quantity(25, 'mg/wk')),
          within: quarter,
        }),
      ),
    ).toEqual({
      kind: 'trials',
      agents: { ingredients: ['interferon-beta-1a', 'natalizumab'], open: false },
      by: 'product',
      least: 2,
      reasons: ['failure', 'intolerance'],
      lasting: { count: 28, unit: 'days', binds: ['failure'] },
      totalDays: 56,
      dose: { unit: 'mg/wk', least: 25 },
      window: quarter.window,
      grade: 'plain',
    });
  });

  it('binds all reasons alike, whether named or not', () => {
    const reasons = ['failure', 'intolerance'] as const;
    const all = t.trialOf(v.fingolimod, { reasons, lasting: t.days(30), binding: 'all' });
    const named = t.trialOf(v.fingolimod, {
      reasons,
      lasting: t.days(30),
      binding: ['intolerance', 'failure'],
    });
    expect(leaf(named)).toEqual(leaf(all));
    expect(leaf(all)).toMatchObject({ lasting: { count: 30, unit: 'days' } });
    expect(leaf(all)).not.toHaveProperty('lasting.binds');
  });

  it('reads ages on a day, in a unit', () => {
    expect(leaf(t.ageBelow(2, { at: order }))).toEqual({
      kind: 'threshold',
      quantity: 'age',
      unit: 'years',
      at: 'dates.order',
      bounds: { below: 2 },
    });
    expect(leaf(t.ageAtMost(21, { unit: 'months' }))).toMatchObject({
      unit: 'months',
      at: 'dateOfService',
      bounds: { most: 21 },
    });
  });

  it('chooses among what is asked for', () => {
    expect(leaf(t.requested(approach, ['open']))).toEqual({
      kind: 'choice',
      field: 'attributes.approach',
      among: ['open'],
    });
    expect(leaf(t.requestedProduct(t.oneOf({ lemtrada: v.lemtrada, cpap })))).toEqual({
      kind: 'choice',
      field: 'product',
      among: ['lemtrada', 'cpap'],
    });
    expect(leaf(t.requestedFor(v.multipleSclerosis))).toMatchObject({
      field: 'indication',
      among: ['multiple-sclerosis'],
    });
  });

  it('multiplies an amount by a measured value', () => {
    expect(leaf(t.weightBasedQuantity(weight, { atMost: t.mg(5), roundedUpTo: t.mg(100) }))).toEqual({
      kind: 'amount',
      unit: 'mg',
      bounds: { most: 5 },
      perValueOf: { event: 'weight', roundedUpTo: 100 },
    });
  });

  const meaning = (criterion: Criterion, id: string) =>
    elaborate(policyWith(t.allOf({ age: t.ageAtLeast(1), it: criterion }))).clauses.find(
      (clause) => clause.id === id,
    )?.expression;
  const under18 = { kind: 'threshold', bounds: { below: 18 } };

  it('asks under a condition: any of its denial and the clause', () => {
    const criterion = t.ifThen(t.ageBelow(18), t.allOf({ hiv: v.hivInfection }));
    expect(meaning(criterion, 'it')).toMatchObject({
      kind: 'any',
      of: [
        { kind: 'not', of: under18 },
        { kind: 'clause', id: 'it.then' },
      ],
    });
    expect(meaning(criterion, 'it.then')).toEqual({
      kind: 'all',
      of: [{ kind: 'clause', id: 'it.then.hiv' }],
    });
    expect(meaning(t.not(criterion), 'it')).toMatchObject({ kind: 'not', of: { kind: 'any' } });
    expect(
      meaning(t.allOf({ of: t.ifThen(t.ifThen(t.ageBelow(18), v.hivInfection), withMethotrexate) }), 'it.of'),
    ).toMatchObject({
      of: [
        { kind: 'not', of: { kind: 'any', of: [{ kind: 'not', of: under18 }, { kind: 'finding' }] } },
        { kind: 'clause' },
      ],
    });
  });

  it('lifts a criterion by its exception', () => {
    expect(meaning(t.unless(v.hivInfection, withMethotrexate), 'it')).toEqual({
      kind: 'any',
      of: [
        { kind: 'clause', id: 'it.criterion' },
        { kind: 'clause', id: 'it.exception' },
      ],
    });
  });

  it('binds every row that applies, and wants one', () => {
    const table = t.byPopulation({
      children: { when: t.ageBelow(18), then: v.hivInfection },
      adults: { when: t.ageAtLeast(18), then: withMethotrexate },
    });
    expect(meaning(table, 'it')).toMatchObject({
      kind: 'all',
      of: [
        { kind: 'any', of: [under18, { bounds: { least: 18 } }] },
        { kind: 'clause', id: 'it.children' },
        { kind: 'clause', id: 'it.adults' },
      ],
    });
    expect(meaning(table, 'it.children')).toMatchObject({
      kind: 'any',
      of: [
        { kind: 'not', of: under18 },
        { kind: 'clause', id: 'it.children.then' },
      ],
    });
  });

  it('marks grade and source on each leaf that has them', () => {
    const parts = {
      counted: t.measured(hba1c, t.above(t.quantity(7, '%'))),
      reading: t.measured(hba1c, t.above(t.quantity(7, '%')), { which: 'mean' }),
      change: t.changedBy(hba1c, t.above(t.percent(7)), { from: t.before(start) }),
      run: t.onDaysInARow({
        of: hba1c,
        bounds: t.above(t.quantity(7, '%')),
        days: 3,
        percent: 50,
        within: quarter,
      }),
      trials: t.trialOf(v.fingolimod, {}),
    };
    const marked = t.asShownBy(['laboratory', 'record'], t.documented(t.oneOf(parts)));
    const found = JSON.stringify(elaborate(policyWith(marked)).clauses);
    expect(found.match(/"grade":"documented"/g)).toHaveLength(6);
    expect(found.match(/"shownBy":\["laboratory","record"\]/g)).toHaveLength(6);
    expect(found).not.toContain('"grade":"plain"');
  });
});

describe('the tables', () => {
  it('hold the new terms; an item is a product of an ingredient of its own', () => {
    const biguanide = t.ingredient({ id: 'metformin', name: 'metformin', drugClass: 'biguanide' });
    const tables = tablesOf(
      t.vocabulary({
        ingredients: [biguanide],
        measures: [glucose],
        events: [visit],
        milestones: [order],
        attributes: [approach],
        commitments: [withMethotrexate],
        items: [cpap],
      }),
    );
    expect(tables.events).toEqual([
      {
        id: 'glucose',
        name: 'plasma glucose',
        units: [
          { unit: 'mg/dL', factor: 1 },
          { unit: 'mmol/L', factor: 18.0156 },
        ],
        conditions: [{ id: 'fasting', name: 'fasting' }],
      },
      { id: 'visit', name: 'clinic visit', units: [], conditions: [{ id: 'inPerson', name: 'in person' }] },
    ]);
    expect(tables.milestones).toEqual([{ id: 'order', name: 'the order' }]);
    expect(tables.attributes[0]?.values.map(({ id }) => id)).toEqual(['open', 'laparoscopic']);
    expect(tables.commitments).toEqual([{ id: 'methotrexate', name: 'will take methotrexate with it' }]);
    expect(tables.products).toEqual([{ id: 'cpap', name: 'CPAP device', ingredient: 'cpap' }]);
    expect(tables.ingredients).toEqual([
      { id: 'metformin', name: 'metformin', similar: [], class: 'biguanide' },
      { id: 'cpap', name: 'CPAP device', similar: [] },
    ]);
  });
});

describe('refused with a reason', () => {
  // What types refuse first; a caller without types meets it here.
  const untyped: { readonly [Key in 'measured' | 'trialOf' | 'between' | 'requested']: unknown } = t;
  const call = (name: keyof typeof untyped, ...given: readonly unknown[]): unknown => {
    const builder = untyped[name];
    if (typeof builder !== 'function') throw new Error(name);
    return Reflect.apply(builder, undefined, given);
  };

  it.each<[string, () => unknown]>([
    ['quantity', () => t.quantity(Number.NaN, 'mg')],
    ['quantity', () => t.quantity(1, '')],
    ['titre', () => t.titre('50')],
    ['titre', () => t.titre('1:0')],
    ['measure-units', () => t.measure({ id: 'x', name: 'x', units: { 'mg/dL': 2 } })],
    ['measure-units', () => t.measure({ id: 'x', name: 'x', units: {} })],
    ['measure-units', () => t.measure({ id: 'x', name: 'x', units: { g: 1, kg: 0 } })],
    ['bounds-unit-twice', () => t.above(t.mg(1), t.mg(2))],
    ['band', () => t.between(t.mg(2), t.mg(1))],
    ['band', () => call('between', t.mg(1), t.quantity(2, 'g'))],
    ['bounds-unit', () => call('measured', glucose, t.above(t.mg(1)))],
    ['bounds-unit', () => t.measured(glucose, t.above(t.timesUpperLimit(1), t.timesLowerLimit(1)))],
    [
      'circumstance',
      () => call('measured', glucose, t.above(t.quantity(1, 'mg/dL')), { having: ['asleep'] }),
    ],
    ['circumstance', () => t.occurred(t.oneOf({ visit, therapy }), { having: ['inPerson'] })],
    ['circumstance-both', () => t.occurred(visit, { having: ['inPerson'], lacking: ['inPerson'] })],
    ['count', () => t.occurred(visit, { times: 0 })],
    ['count', () => t.trialOf(v.fingolimod, { count: 1.5 })],
    [
      'measured-options',
      () => t.measured(weight, t.above(t.quantity(1, 'kg')), { which: 'latest', times: 2 }),
    ],
    [
      'measured-options',
      () => t.measured(weight, t.above(t.quantity(1, 'kg')), { which: 'mean', onSeparateDays: true }),
    ],
    ['mean-of-limits', () => t.measured(weight, t.above(t.timesUpperLimit(2)), { which: 'mean' })],
    ['window-length', () => t.inTheLast(t.months(0))],
    ['window-ends', () => t.onDays({ from: t.days(91), to: t.days(31), after: start })],
    ['window-ends', () => t.onDays({ from: t.months(3), to: t.months(12), before: order })],
    ['window-ends', () => t.onDays({ from: t.months(2), to: t.days(31), after: order })],
    ['window-ends', () => t.onDays({ from: t.days(30), to: t.months(2), before: order })],
    [
      'change-units',
      () => t.changedBy([weight, hba1c], t.above(t.quantity(1, '%')), { from: t.before(start) }),
    ],
    [
      'run-window',
      () =>
        t.onDaysInARow({
          of: weight,
          bounds: t.above(t.quantity(1, 'kg')),
          days: 3,
          percent: 50,
          within: t.after(start),
        }),
    ],
    [
      'run-percent',
      () =>
        t.onDaysInARow({
          of: weight,
          bounds: t.above(t.quantity(1, 'kg')),
          days: 3,
          percent: 0,
          within: quarter,
        }),
    ],
    ['trial-count', () => t.trialOf(choice, { count: 3 })],
    ['trial-binding', () => call('trialOf', v.fingolimod, { reasons: ['failure'], lasting: t.days(1) })],
    [
      'trial-binding',
      () =>
        call('trialOf', v.fingolimod, { reasons: ['failure'], lasting: t.days(1), binding: 'intolerance' }),
    ],
    ['trial-binding', () => call('trialOf', v.fingolimod, { lasting: t.days(1), binding: 'all' })],
    [
      'trial-dose',
      () => t.trialOf(v.fingolimod, { dose: t.above(t.quantity(1, 'mg/d'), t.quantity(7, 'mg/wk')) }),
    ],
    ['reasons', () => t.trialOf(v.fingolimod, { reasons: [] })],
    ['reasons', () => t.trialOf(v.fingolimod, { reasons: ['failure', 'failure'] })],
    ['nested-list', () => t.trialOf(t.oneOf({ a: choice }), {})],
    ['nested-list', () => t.occurred(t.oneOf({ a: t.oneOf({ visit }) }))],
    ['age', () => t.ageBelow(-1)],
    ['age', () => t.ageAtMost(1801, { unit: 'months' })],
    ['attribute-value', () => call('requested', approach, 'robotic')],
    ['attribute-value', () => t.requested(approach, [])],
    ['no-product', () => t.requestedProduct(v.fingolimod)],
    ['amount', () => t.weightBasedQuantity(weight, { atMost: t.mg(0) })],
    ['not-shown', () => t.asShownBy(['claim'], v.hivInfection)],
    ['not-shown', () => t.asShownBy(['claim'], t.ifThen(t.ageAtLeast(1), t.occurred(visit)))],
  ])('%s', (code, act) => {
    const refusal = refusalOf(act);
    expect(refusal?.code).toBe(code);
    expect(refusal?.remedy).toMatch(/\.$/);
  });

  it('takes windows whose ends are in two units and may lie right', () => {
    expect(refusalOf(() => t.onDays({ from: t.days(31), to: t.months(3), after: start }))).toBeUndefined();
    expect(refusalOf(() => t.onDays({ from: t.months(2), to: t.days(10), before: start }))).toBeUndefined();
  });
});
