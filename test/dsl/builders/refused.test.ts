import * as t from '../../../dsl/index.ts';
import * as v from '../../../policies/vocabulary/index.ts';
import { describe, expect, it } from 'vitest';
import {
  approach,
  choice,
  glucose,
  hba1c,
  order,
  quarter,
  refusalOf,
  start,
  therapy,
  visit,
  weight,
} from './terms.ts';

describe('refused with a reason', () => {
  // What types refuse first; a caller without types meets it here.
  const untyped: { readonly [Key in 'measured' | 'trialOf' | 'between' | 'requested']: unknown } = t;
  const call = (name: keyof typeof untyped, ...given: readonly unknown[]): unknown => {
    const builder = untyped[name];
    if (typeof builder !== 'function') throw new Error(name);
    return Reflect.apply(builder, undefined, given);
  };

  const course = { perDay: t.mg(12), days: 3, total: t.mg(36) };
  const received = (interval: t.Quantity<'months'>, slack: t.Quantity<'months'>) =>
    t.currentlyReceiving(v.lemtrada, {
      interval,
      slack,
      unlessFollowedBy: t.agentList({ name: 'agent', products: [v.avonex], open: true }),
    });

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
    ['months', () => t.elapsedSinceLastDose(t.months(0), v.lemtrada)],
    ['months', () => t.elapsedSinceLastDose(t.months(1.5), v.lemtrada)],
    ['months', () => received(t.months(0), t.months(12))],
    ['months', () => received(t.months(12), t.months(-1))],
    ['months', () => t.additionalCourse(v.lemtrada, { ...course, after: t.months(-12) })],
    ['dose', () => t.firstCourse(v.lemtrada, { perDay: t.mg(0), days: 3, total: t.mg(0) })],
    ['dose', () => t.firstCourse(v.lemtrada, { perDay: t.mg(-12), days: -3, total: t.mg(36) })],
    ['dose', () => t.firstCourse(v.lemtrada, { perDay: t.mg(24), days: 1.5, total: t.mg(36) })],
    ['not-shown', () => t.asShownBy(['claim'], v.hivInfection)],
    ['not-shown', () => t.asShownBy(['claim'], t.ifThen(t.ageAtLeast(1), t.occurred(visit)))],
  ])('%s', (code, act) => {
    const refusal = refusalOf(act);
    expect(refusal?.code).toBe(code);
    expect(refusal?.remedy).toMatch(/\.$/);
  });

  it('takes a slack of no months, and a course of a day', () => {
    expect(refusalOf(() => received(t.months(1), t.months(0)))).toBeUndefined();
    expect(
      refusalOf(() => t.firstCourse(v.lemtrada, { perDay: t.mg(0.5), days: 1, total: t.mg(0.5) })),
    ).toBeUndefined();
  });

  it('takes windows whose ends are in two units and may lie right', () => {
    expect(refusalOf(() => t.onDays({ from: t.days(31), to: t.months(3), after: start }))).toBeUndefined();
    expect(refusalOf(() => t.onDays({ from: t.months(2), to: t.days(10), before: start }))).toBeUndefined();
  });
});
