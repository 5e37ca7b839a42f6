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

  it('of atLeast is linear in its group', () => {
    const cost = (count: number) =>
      instantiationsOf(imports, `export const g = t.atLeast(2, { ${leaves(count)} });`);
    expect(cost(200) - cost(100)).toBeLessThanOrEqual((cost(100) - cost(50)) * 2.2);
  });
});
