import { describe, expect, it } from 'vitest';
import * as t from '../../dsl/index.ts';
import { elaborate } from '../../dsl/policy/elaborate.ts';
import { outline } from '../../dsl/policy/outline.ts';
import { clausesOf } from '../../dsl/policy/outline-clause.ts';
import { Refused } from '../../dsl/refusal.ts';
import { plainText } from '../../dsl/text.ts';
import * as v from '../../policies/vocabulary/index.ts';

const withCriteria = (criteria: t.Policy['medicalNecessity']['criteria']): t.Policy => ({
  kind: 'policy',
  number: 'T1',
  title: 'Test',
  effective: '2024-01-01',
  product: v.lemtrada,
  vocabulary: v.sharedVocabulary,
  medicalNecessity: { kind: 'indication', disease: v.multipleSclerosis, criteria },
});
const words = (member: { readonly wording: { readonly plain: Parameters<typeof plainText>[0] } }) =>
  plainText(member.wording.plain);
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
  return 'taken';
};

describe('phrases', () => {
  it.each([
    [t.ageAtLeast(17), '17 years of age or older'],
    [t.atLeast(2, { a: t.ageAtLeast(1), b: t.ageAtLeast(2) }), 'At least TWO of the following:'],
    [t.not(v.hivInfection), 'NOT: human immunodeficiency virus (HIV) infection'],
    [t.documented(t.diagnosedWith(v.rrms)), 'Documented diagnosis of Relapsing-Remitting Multiple Sclerosis'],
    [t.documented(v.beneficialResponse), 'Documentation of beneficial response'],
    [
      t.previousTreatmentWith(t.oneOf({ a: v.avonex, b: v.rebif })),
      'Previous treatment with Avonex (interferon beta-1a intramuscular injection) or Rebif (interferon beta-1a subcutaneous injection)',
    ],
    [
      t.prescribedByOrInConsultationWith(v.pulmonology),
      'Medication is being prescribed by, or in consultation with, a pulmonologist',
    ],
    [t.worded('Shown by', t.oneOf({ a: v.hivInfection })), 'Shown by ONE of the following:'],
    [
      t.forExample('this', v.hivInfection),
      'Human immunodeficiency virus (HIV) infection (for example, this)',
    ],
  ])('prints %#', (member, expected) => expect(words(member)).toBe(expected));
});

describe('wording has no effect on meaning', () => {
  it('keeps the expression under notes, examples and other words', () => {
    const changed = t.worded('Other words', t.forExample('x', t.bracketed('note', v.mriHighlyActive)));
    expect(changed.expression).toEqual(v.mriHighlyActive.expression);
  });
});

describe('documentation', () => {
  it('reaches every leaf below it and none beside it', () => {
    const kernel = elaborate(
      withCriteria(
        t.allOf({
          asked: t.documented(
            t.oneOf({ a: v.mriHighlyActive, b: t.bothOf({ c: v.disablingRelapse, d: v.hivInfection }) }),
          ),
          plain: v.hivInfection,
        }),
      ),
    );
    const grade = (id: string) => kernel.clauses.find((clause) => clause.id === id)?.expression;
    expect(grade('asked.a')).toMatchObject({ grade: 'documented' });
    expect(grade('asked.b.c')).toMatchObject({ grade: 'documented' });
    expect(grade('plain')).toMatchObject({ grade: 'plain' });
  });
});

describe('refused with a reason', () => {
  it.each([
    ['dose-total', () => t.firstCourse(v.lemtrada, { perDay: t.mg(12), days: 5, total: t.mg(61) })],
    ['age', () => t.ageAtLeast(17.5)],
    ['mixed-group', () => t.oneOf({ a: v.rrms, b: v.lemtrada })],
    [
      'other-than-what',
      () =>
        t.failureContraindicationOrIntolerance(
          t.oneOther(t.agentList({ name: 'x', products: [v.avonex], open: true })),
        ),
    ],
    [
      'one-other-of-one',
      () =>
        elaborate(
          withCriteria(
            t.failureContraindicationOrIntolerance(
              t.bothOf({
                first: v.fingolimod,
                other: t.oneOther(
                  t.agentList({ name: 'x', products: [v.avonex, v.rebif, v.lemtrada], open: true }),
                ),
              }),
            ),
          ),
        ),
    ],
    ['no-product', () => t.previousTreatmentWith(v.fingolimod)],
    ['stray-state', () => t.diseaseCourse({ id: 'x', name: 'x', states: [v.rrms], codes: [] })],
  ])('%s', (code, act) => expect(codeOf(act)).toBe(code));
});

describe('numbers', () => {
  const numbersOf = (criteria: t.Policy['medicalNecessity']['criteria']) =>
    clausesOf(outline(withCriteria(criteria))).map(({ number }) => number);

  it('follow each list, not its depth', () => {
    const criteria = t.allOf(
      {
        a: t.oneOf(
          { b: t.ageAtLeast(1), c: t.allOf({ d: t.ageAtLeast(2) }, { numbering: '1.' }) },
          { numbering: 'i.' },
        ),
      },
      { numbering: 'A.' },
    );
    expect(numbersOf(criteria).slice(0, 5)).toEqual(['Multiple Sclerosis', 'A', 'A.i', 'A.ii', 'A.ii.1']);
  });

  it('go on after z and after x', () => {
    const many = Object.fromEntries(
      Array.from({ length: 28 }, (_, index) => [`k${index}`, t.ageAtLeast(index)]),
    );
    expect(numbersOf(t.allOf(many)).slice(26, 29)).toEqual(['Z', 'AA', 'AB']);
    expect(numbersOf(t.allOf(many, { numbering: 'i.' }))[9]).toBe('ix');
  });

  it('are the ids under bullets', () => {
    expect(numbersOf(t.allOf({ x: t.oneOf({ y: t.ageAtLeast(1) }, { numbering: '•' }) }))[2]).toBe('x.y');
  });
});

describe('the kernel', () => {
  it('lists a clause after those that it refers to, and each once', () => {
    const { clauses } = elaborate(
      withCriteria(t.allOf({ x: t.oneOf({ y: t.ageAtLeast(1) }), z: t.ageAtLeast(3) })),
    );
    expect(clauses.map(({ id }) => id)).toEqual(['x.y', 'x', 'z', 'indication', 'exclusions.otherUse']);
    expect(elaborate(withCriteria(t.ageAtLeast(1))).printed).toEqual(['indication', 'exclusions.otherUse']);
  });

  it('never counts the requested drug as its own other', () => {
    const list = t.agentList({ name: 'agent', products: [v.lemtrada, v.avonex], open: true });
    const { clauses } = elaborate(withCriteria(t.not(t.concurrentUseOf(list))));
    expect(JSON.stringify(clauses)).not.toContain('"ingredients":["alemtuzumab"');
    expect(JSON.stringify(clauses)).toContain('"ingredients":["interferon-beta-1a"]');
  });
});
