import { describe, expect, it } from 'vitest';
import { instantiationsOf } from '../support/type-check.ts';

const imports = `import * as t from 'triplicate'; import * as v from 'triplicate/vocabulary'; export type Used = typeof t & typeof v;`;

const leaves = (count: number) =>
  Array.from({ length: count }, (_, index) => `c${index}: t.ageAtLeast(${index % 100})`).join(', ');
const groups = (count: number) =>
  `t.allOf({ ${Array.from({ length: count / 10 }, (_, index) => `g${index}: t.${['oneOf', 'allOf', 'eitherOf', 'bothOf'][index % 4] ?? 'oneOf'}({ ${leaves(9)}, f: v.mriHighlyActive })`).join(', ')} })`;
const policy = (criteria: string) =>
  `export const p = t.policy({ number: 'X', title: 'x', effective: '2024-01-01', product: v.lemtrada, vocabulary: v.sharedVocabulary, medicalNecessity: t.indication(v.multipleSclerosis, ${criteria}) });
   export type P = t.CriterionPath<typeof p>; export const path: P = 'g0.c1';
   export const facts: t.FactsOf<typeof p> = { request: { dateOfService: '2024-01-01' } };`;
const nested = (depth: number): string =>
  Array.from({ length: depth }).reduce<string>(
    (inner, _, index) => `t.allOf({ a: ${inner}, b: t.ageAtLeast(${index}) })`,
    't.ageAtLeast(1)',
  );

const budget = 60;

describe('the cost of the types, in instantiations a criterion', () => {
  it.each([100, 200, 400, 1000])(
    'stays within the budget at %i criteria, groups, paths and facts',
    (count) => {
      expect(instantiationsOf(imports, policy(groups(count))) / count).toBeLessThanOrEqual(budget);
    },
  );

  it('grows no faster than the criteria', () => {
    const cost = (count: number) => instantiationsOf(imports, policy(groups(count)));
    const [few, many] = [cost(400) - cost(200), cost(1000) - cost(800)];
    expect(many).toBeLessThanOrEqual(few * 1.1);
  });

  it('is not multiplied by depth', () => {
    const perLevel = (depth: number) =>
      instantiationsOf(imports, `export const g = ${nested(depth)};`) / (2 * depth);
    expect(perLevel(40)).toBeLessThanOrEqual(budget);
    expect(perLevel(40)).toBeLessThanOrEqual(perLevel(10) * 1.1);
  });

  it.each([
    [
      'measurements',
      "t.measured(m, t.atOrAbove(t.quantity(1, 'g')), { within: t.inTheLast(t.months(6), order) })",
    ],
    ['events', "t.occurred(e, { times: 2, having: ['at'] })"],
    ['trials', "t.trialOf(v.fingolimod, { reasons: ['failure'], lasting: t.days(30), binding: 'all' })"],
    ['ages', 't.ageBelow(3, { at: order })'],
    ['conditions', 't.ifThen(t.ageBelow(3), v.hivInfection)'],
    ['references', "t.meets('c0')"],
  ])('of %s does not grow with their number', (_, one) => {
    const vocabulary = `const order = t.milestone({ id: 'o', name: 'o' }); const m = t.measure({ id: 'm', name: 'm', units: { g: 1 } }); const e = t.event({ id: 'e', name: 'e', conditions: { at: 'at' } });`;
    const many = (count: number) =>
      `t.allOf({ c0: t.ageAtLeast(1), ${Array.from({ length: count }, (__, index) => `d${index}: ${one}`).join(', ')} })`;
    const cost = (count: number) =>
      instantiationsOf(
        `${imports} ${vocabulary} export const known = { order, m, e };`,
        policy(many(count)).replace("'g0.c1'", "'d0'"),
      );
    const [few, more] = [cost(100) - cost(50), cost(400) - cost(350)];
    expect(few).toBeGreaterThan(0);
    expect(more).toBeLessThanOrEqual(few * 1.1);
    expect(more / 50).toBeLessThanOrEqual(budget);
  });

  it('of atLeast is linear in its group', () => {
    const cost = (count: number) =>
      instantiationsOf(imports, `export const g = t.atLeast(2, { ${leaves(count)} });`);
    expect(cost(200) - cost(100)).toBeLessThanOrEqual((cost(100) - cost(50)) * 2.2);
  });
});
