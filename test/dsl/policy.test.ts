import { describe, expect, test } from 'vitest';
import * as t from 'triplicate';
import * as v from 'triplicate/vocabulary';
import type { Criterion, ListOptions } from '../../dsl/member.ts';
import type { Expression } from '../../dsl/kernel/expression.ts';
import { elaborate } from '../../dsl/policy/elaborate.ts';
import { drugName, outline } from '../../dsl/policy/outline.ts';
import { clausesOf } from '../../dsl/policy/outline-clause.ts';
import { Refused } from '../../dsl/refusal.ts';
import { phrase, plainText, proseList, type Span } from '../../dsl/text.ts';

const asthma = t.disease({ id: 'asthma', name: 'Asthma' });
const hives = t.disease({ id: 'hives', name: 'Chronic Urticaria' });

/** A criterion that other clauses of the policy are met. */
function referringTo<const Ids extends readonly string[]>(
  ...ids: Ids
): Criterion & { readonly refers?: Ids[number] } {
  const spans = ids.map((id): readonly Span[] => [{ kind: 'clause', id }]);
  const wording = phrase('Criteria ', proseList(spans, 'and'), ' are met');
  const of = ids.map((id): Expression => ({ kind: 'clause', id }));
  return {
    kind: 'meets',
    means: 'criterion',
    wording: { plain: wording, documented: wording },
    expression: { kind: 'all', of },
  };
}

const frame = {
  number: 'X1',
  title: 'x',
  effective: '2024-01-01',
  product: v.lemtrada,
  vocabulary: v.sharedVocabulary,
} as const;
const one = t.indication(asthma, t.allOf({ age: t.ageAtLeast(6) }));
const two = t.indications({
  asthma: t.indication(
    asthma,
    t.allOf({ age: t.ageAtLeast(6), prescriber: t.prescribedByOrInConsultationWith(v.neurology) }),
  ),
  hives: t.indication(hives, t.oneOf({ age: t.ageAtLeast(12), hiv: v.hivInfection })),
});

const clause = (policy: t.Policy, id: string) => {
  const found = clausesOf(outline(policy)).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no clause ${id}`);
  return { number: found.number, mark: found.mark, text: plainText(found.text), reading: found.reading };
};
const meaning = (policy: t.Policy, id: string) =>
  elaborate(policy).clauses.find((each) => each.id === id)?.expression;
const refusalOf = (policy: t.Policy) => {
  try {
    elaborate(policy);
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, message: error.message, remedy: error.remedy };
    throw error;
  }
  return undefined;
};
const necessity = (criteria: Criterion): t.Policy => ({
  ...frame,
  kind: 'policy',
  medicalNecessity: { kind: 'indication', disease: asthma, criteria },
});

describe('several indications', () => {
  const policy = t.policy({ ...frame, medicalNecessity: two });

  test('have ids by their keys, parts before the whole', () => {
    expect(elaborate(policy).clauses.map(({ id }) => id)).toEqual([
      'asthma.age',
      'asthma.prescriber',
      'asthma',
      'hives.age',
      'hives.hiv',
      'hives',
      'indication',
      'exclusions.otherUse',
    ]);
  });

  test('are numbered from A each, under their heading', () => {
    expect(clause(policy, 'asthma.age')).toMatchObject({ number: 'Asthma.A', mark: 'A.' });
    expect(clause(policy, 'hives.age')).toMatchObject({ number: 'Chronic Urticaria.A', mark: 'A.' });
    expect(clause(policy, 'hives.hiv')).toMatchObject({ number: 'Chronic Urticaria.B', mark: 'B.' });
    expect(clause(policy, 'hives')).toMatchObject({ number: 'Chronic Urticaria', mark: '' });
    expect(clause(policy, 'indication').text).toContain('Asthma or Chronic Urticaria');
  });

  test('bind a request for the one alone', () => {
    expect(meaning(policy, 'indication')).toEqual({
      kind: 'all',
      of: ['asthma', 'hives'].map((id) => ({
        kind: 'any',
        of: [
          { kind: 'not', of: { kind: 'choice', field: 'indication', among: [id] } },
          { kind: 'clause', id },
        ],
      })),
    });
    expect(meaning(policy, 'asthma')).toEqual({
      kind: 'all',
      of: [
        { kind: 'clause', id: 'asthma.age' },
        { kind: 'clause', id: 'asthma.prescriber' },
      ],
    });
  });

  test('open their own criteria with the heading', () => {
    const texts = elaborate(policy).clauses.map(({ text }) => text);
    expect(texts).toContain('Asthma. Individual meets ALL of the following criteria:');
    expect(texts).toContain('Chronic Urticaria. Individual meets ONE of the following criteria:');
  });

  test('are all named where any other use is not covered', () => {
    expect(meaning(policy, 'exclusions.otherUse')).toEqual({
      kind: 'not',
      of: { kind: 'choice', field: 'indication', among: ['asthma', 'hives'] },
    });
    expect(clause(policy, 'exclusions.otherUse').reading).toContain('Asthma or Chronic Urticaria');
  });

  test('are refused where two are for one disease', () => {
    expect(() => t.indications({ a: one, b: one })).toThrow("Two indications are for 'Asthma'.");
  });

  test('are all named by a renewal', () => {
    const renewed = t.policy({
      ...frame,
      medicalNecessity: two,
      reauthorization: t.reauthorization({ repeats: 'nothing', criteria: v.beneficialResponse }),
    });
    expect(clause(renewed, 'reauthorization').text).toContain(
      'necessary for Asthma or Chronic Urticaria when',
    );
  });
});

describe('what is covered', () => {
  const monitor = {
    kind: 'item',
    id: 'monitor',
    name: 'continuous glucose monitor',
    agents: { ingredients: ['monitor'], products: ['monitor'], open: false },
  } as const;
  const others = {
    number: 'X1',
    title: 'x',
    effective: '2024-01-01',
    vocabulary: v.sharedVocabulary,
  } as const;

  test('is one product, several, or both, each once', () => {
    const products = (policy: t.Policy) => elaborate(policy).products;
    expect(products(t.policy({ ...frame, medicalNecessity: one }))).toEqual(['lemtrada']);
    expect(products(t.policy({ ...others, products: [v.tysabri, v.tyruko], medicalNecessity: one }))).toEqual(
      [v.tysabri.id, v.tyruko.id],
    );
    expect(
      products(
        t.policy({ ...others, product: v.tyruko, products: [v.tysabri, v.tyruko], medicalNecessity: one }),
      ),
    ).toEqual([v.tyruko.id, v.tysabri.id]);
  });

  test('is named by ingredient with its brands, an item by its name, or as the author calls it', () => {
    expect(drugName(t.policy({ ...frame, medicalNecessity: one }))).toBe('alemtuzumab (Lemtrada)');
    expect(
      drugName(t.policy({ ...others, products: [v.tysabri, v.tyruko, v.briumvi], medicalNecessity: one })),
    ).toBe('natalizumab (Tysabri, Tyruko) or ublituximab (Briumvi)');
    expect(drugName(t.policy({ ...others, product: monitor, medicalNecessity: one }))).toBe(
      'continuous glucose monitor',
    );
    expect(
      drugName(
        t.policy({
          ...others,
          products: [v.tysabri, v.briumvi],
          called: 'MS antibody',
          medicalNecessity: one,
        }),
      ),
    ).toBe('MS antibody');
  });

  test('is refused where there is nothing', () => {
    const { product: _product, ...bare } = necessity(t.ageAtLeast(1));
    expect(refusalOf({ ...bare, products: [] })?.code).toBe('nothing-covered');
  });

  test('approves and renews for whole months, from one on', () => {
    const code = (durations: NonNullable<t.Policy['durations']>) =>
      refusalOf({ ...necessity(t.ageAtLeast(1)), durations })?.code;
    expect(code({ initial: t.months(0) })).toBe('months');
    expect(code({ initial: t.months(6), reauthorization: t.months(-6) })).toBe('months');
    expect(code({ initial: t.years(0.1) })).toBe('months');
    expect(code({ initial: t.months(1), reauthorization: t.years(1) })).toBeUndefined();
  });

  test('has regimens by the ingredient of each course', () => {
    const policy = t.policy({
      ...others,
      products: [v.tysabri, v.lemtrada],
      medicalNecessity: one,
      coding: { codes: [v.j0202], notes: [] },
      dosing: t.dosing({
        a: t.firstCourse(v.lemtrada, { perDay: t.mg(12), days: 5, total: t.mg(60) }),
        b: t.firstCourse(v.tysabri, { perDay: t.mg(300), days: 1, total: t.mg(300) }),
      }),
    });
    expect(elaborate(policy).regimens).toEqual([
      { clause: 'dosing.a', mgPerDay: 12, days: 5, units: 60, code: 'J0202', course: 'first' },
      { clause: 'dosing.b', mgPerDay: 300, days: 1, course: 'first' },
    ]);
  });
});

describe('the requested drug is no other', () => {
  const list = t.agentList({
    name: 'agent',
    products: [v.tysabri, v.tyruko, v.briumvi, v.kesimpta],
    open: false,
  });
  const exclusions = t.conditionsNotCovered({
    concurrent: t.exclusion('x', t.concurrentUseOf(list), { reason: 'y' }),
  });
  const covering = (...products: readonly t.Product[]): t.Policy => ({
    ...necessity(t.ageAtLeast(1)),
    product: products[0] ?? v.lemtrada,
    products,
    exclusions,
  });
  const agentsOf = (ingredients: readonly string[]) => ({
    kind: 'concurrent',
    agents: { ingredients, open: false },
  });
  const [natalizumab, ublituximab, ofatumumab] = [v.tysabri, v.briumvi, v.kesimpta].map(
    ({ ingredient }) => ingredient.id,
  );

  test('over all products of its ingredient', () => {
    expect(meaning(covering(v.tysabri, v.tyruko), 'exclusions.concurrent')).toEqual(
      agentsOf([ublituximab ?? '', ofatumumab ?? '']),
    );
  });

  test('by what is requested, where the policy covers several ingredients', () => {
    expect(meaning(covering(v.tysabri, v.tyruko, v.briumvi, v.lemtrada), 'exclusions.concurrent')).toEqual({
      kind: 'any',
      of: [
        {
          kind: 'all',
          of: [
            { kind: 'choice', field: 'product', among: [v.tysabri.id, v.tyruko.id] },
            agentsOf([ublituximab ?? '', ofatumumab ?? '']),
          ],
        },
        {
          kind: 'all',
          of: [
            { kind: 'choice', field: 'product', among: [v.briumvi.id] },
            agentsOf([natalizumab ?? '', ofatumumab ?? '']),
          ],
        },
        {
          kind: 'all',
          of: [
            { kind: 'choice', field: 'product', among: ['lemtrada'] },
            agentsOf([natalizumab ?? '', ublituximab ?? '', ofatumumab ?? '']),
          ],
        },
      ],
    });
  });

  test('in trials, unless they are about it alone', () => {
    const trials = (ingredients: readonly string[]): Criterion => ({
      ...necessity(t.ageAtLeast(1)).medicalNecessity.criteria,
      expression: {
        kind: 'trials',
        agents: { ingredients, open: false },
        by: 'ingredient',
        least: 1,
        grade: 'plain',
      },
    });
    const own = v.lemtrada.ingredient.id;
    expect(meaning(necessity(trials([own, 'other'])), 'indication')).toMatchObject({
      agents: { ingredients: ['other'] },
    });
    expect(meaning(necessity(trials([own])), 'indication')).toMatchObject({ agents: { ingredients: [own] } });
  });
});

describe('a scope', () => {
  const commercial = t.worded('commercial plans', v.hivInfection);

  test('is of the kernel and no clause', () => {
    const policy = t.policy({ ...frame, appliesTo: commercial, medicalNecessity: one });
    expect(elaborate(policy).scope).toEqual(v.hivInfection.expression);
    expect(elaborate(policy).clauses.map(({ id }) => id)).toEqual([
      'age',
      'indication',
      'exclusions.otherUse',
    ]);
    expect(elaborate(t.policy({ ...frame, medicalNecessity: one }))).not.toHaveProperty('scope');
  });

  test('refers to no clause', () => {
    expect(refusalOf({ ...necessity(t.allOf({ a: t.ageAtLeast(1) })), appliesTo: referringTo('a') })).toEqual(
      {
        code: 'forward-reference',
        message: "appliesTo refers to 'a', which does not come before it.",
        remedy: 'A scope is decided before any clause: state the criterion itself.',
      },
    );
  });
});

describe('a renewal', () => {
  const renewal = (repeats: 'medicalNecessity' | 'nothing', criteria: Criterion) =>
    t.policy({ ...frame, medicalNecessity: one, reauthorization: t.reauthorization({ repeats, criteria }) });
  const textOf = (...given: Parameters<typeof renewal>) => clause(renewal(...given), 'reauthorization').text;

  test('says whether it repeats the criteria', () => {
    expect(elaborate(renewal('nothing', v.beneficialResponse)).repeatsCriteria).toBe(false);
    expect(elaborate(renewal('medicalNecessity', v.beneficialResponse)).repeatsCriteria).toBe(true);
    expect(elaborate(t.policy({ ...frame, medicalNecessity: one })).repeatsCriteria).toBe(true);
  });

  test('prints its quantifier', () => {
    const opens = 'Continuation of alemtuzumab (Lemtrada) is considered medically necessary for Asthma when ';
    const again = `${opens}the above medical necessity criteria are met AND `;
    const all = t.allOf({ a: v.beneficialResponse, b: t.ageAtLeast(2) });
    const any = t.oneOf({ a: v.beneficialResponse, b: t.ageAtLeast(2) });
    expect(textOf('medicalNecessity', all)).toBe(`${again}the following:`);
    expect(textOf('medicalNecessity', any)).toBe(`${again}ONE of the following:`);
    expect(textOf('medicalNecessity', t.ageAtLeast(2))).toBe(
      `${again}the following: 2 years of age or older`,
    );
    expect(textOf('nothing', all)).toBe(`${opens}the following are met:`);
    expect(textOf('nothing', any)).toBe(`${opens}the following is met: ONE of the following:`);
    expect(textOf('nothing', t.not(all))).toBe(`${opens}the following is met: NOT: ALL of the following:`);
    expect(textOf('nothing', t.ageAtLeast(2))).toBe(`${opens}the following is met: 2 years of age or older`);
  });
});

describe('a reference to clauses', () => {
  const leaves = { a: t.ageAtLeast(1), b: t.ageAtLeast(2), c: t.ageAtLeast(3), d: t.ageAtLeast(4) };
  const visit = (member: Criterion, options: ListOptions = {}) =>
    necessity(t.allOf({ ...leaves, visit: member }, options));
  const printed = (member: Criterion) => clause(visit(member), 'visit').text;

  test('prints their numbers, a row of them drawn together', () => {
    expect(printed(referringTo('a', 'b', 'c', 'd'))).toBe('Criteria A to D are met');
    expect(printed(referringTo('a', 'b', 'c'))).toBe('Criteria A to C are met');
    expect(printed(referringTo('a', 'b'))).toBe('Criteria A and B are met');
    expect(printed(referringTo('a', 'c', 'd'))).toBe('Criteria A, C, and D are met');
    expect(printed(referringTo('d'))).toBe('Criteria D are met');
  });

  test('prints the words of a bullet, which has no number', () => {
    const policy = visit(referringTo('a', 'b', 'c'), { numbering: '•' });
    expect(clause(policy, 'visit').text).toBe(
      'Criteria "1 year of age or older", "2 years of age or older", and "3 years of age or older" are met',
    );
  });

  test('goes by the marks of its own indication, and by the whole number elsewhere', () => {
    const policy = t.policy({
      ...frame,
      medicalNecessity: t.indications({
        asthma: t.indication(asthma, t.allOf({ ...leaves, visit: referringTo('asthma.a', 'asthma.b') })),
        hives: t.indication(hives, t.allOf({ visit: referringTo('asthma.a') })),
      }),
      reauthorization: t.reauthorization({
        repeats: 'nothing',
        criteria: t.allOf({ visit: referringTo('asthma.b') }),
      }),
    });
    expect(clause(policy, 'asthma.visit').text).toBe('Criteria A and B are met');
    expect(clause(policy, 'hives.visit').text).toBe('Criteria Asthma.A are met');
    expect(clause(policy, 'reauthorization.visit').text).toBe('Criteria Asthma.B are met');
  });

  test('means them', () => {
    expect(meaning(visit(referringTo('a', 'b')), 'visit')).toEqual({
      kind: 'all',
      of: [
        { kind: 'clause', id: 'a' },
        { kind: 'clause', id: 'b' },
      ],
    });
  });

  test.each([
    ['a later clause', necessity(t.allOf({ visit: referringTo('z'), z: t.ageAtLeast(1) }))],
    ['itself', necessity(t.allOf({ visit: referringTo('visit') }))],
    ['a group that it is part of', necessity(t.allOf({ group: t.oneOf({ x: referringTo('group') }) }))],
    ['the whole', necessity(t.allOf({ a: t.ageAtLeast(1), visit: referringTo('indication') }))],
  ])('is refused to %s', (_name, policy) => {
    const refusal = refusalOf(policy);
    expect(refusal?.code).toBe('forward-reference');
    expect(refusal?.message).toMatch(/^'.*' refers to '.*', which does not come before it\.$/);
    expect(refusal?.remedy).toContain('name clauses that come before it');
  });

  test('is refused to what is no clause', () => {
    expect(refusalOf(visit(referringTo('a', 'nowhere')))).toEqual({
      code: 'unknown-clause',
      message: "'visit' refers to 'nowhere', which is no clause of this policy.",
      remedy: "Name a clause by its path of keys, as 'course.aggressive'.",
    });
  });

  test('is found within a negation and within an exclusion', () => {
    expect(refusalOf(necessity(t.allOf({ visit: t.not(referringTo('z')), z: t.ageAtLeast(1) })))?.code).toBe(
      'forward-reference',
    );
    const excluding = (id: string): t.Policy => ({
      ...visit(t.ageAtLeast(5)),
      exclusions: t.conditionsNotCovered({ x: t.exclusion('x', referringTo(id), { reason: 'y' }) }),
    });
    expect(refusalOf(excluding('visit'))).toBeUndefined();
    expect(refusalOf(excluding('exclusions.x'))?.code).toBe('forward-reference');
  });
});
