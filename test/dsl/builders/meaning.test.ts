import * as t from '../../../dsl/index.ts';
import * as v from '../../../policies/vocabulary/index.ts';
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../dsl/member.ts';
import { elaborate } from '../../../dsl/policy/elaborate.ts';
import {
  agents,
  antibodies,
  approach,
  cpap,
  glucose,
  hba1c,
  leaf,
  order,
  policyWith,
  quarter,
  start,
  therapy,
  visit,
  weight,
  withMethotrexate,
} from './terms.ts';

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
