import { describe, expect, it } from 'vitest';
import { messagesOf } from '../support/type-check.ts';

const head = `import * as t from 'triplicate'; import * as v from 'triplicate/vocabulary';
const asthma = t.disease({ id: 'asthma', name: 'Asthma' });
const hives = t.disease({ id: 'hives', name: 'Hives' });
const frame = { number: 'X', title: 'x', effective: '2024-01-01', product: v.lemtrada, vocabulary: v.sharedVocabulary } as const;
const { product: _product, ...uncovered } = frame;
type Referring<Id extends string> = ReturnType<typeof t.ageAtLeast<1>> & { readonly refers?: Id };
declare const toAge: Referring<'age'>;
declare const toAsthmaAge: Referring<'asthma.age'>;
declare const toNowhere: Referring<'nowhere'>;
const one = t.indication(asthma, t.allOf({ age: t.ageAtLeast(1) }));
const two = t.indications({ asthma: one, hives: t.indication(hives, t.allOf({ sign: v.hivInfection })) });
type Same<A, B> = [A, B] extends [B, A] ? true : never;
`;

const noClause =
  "'nowhere' is no clause of this policy, and a criterion refers to it: name one by its path of keys";

/** Name, what an author writes, and the words that the editor shows. */
const refusals: readonly (readonly [string, string, string])[] = [
  ['no indication', 't.indications({});', 'A policy needs at least one indication'],
  [
    'a reference to no clause from the criteria',
    't.policy({ ...frame, medicalNecessity: t.indication(asthma, toNowhere) });',
    noClause,
  ],
  [
    'a reference to no clause from one of several indications',
    't.policy({ ...frame, medicalNecessity: t.indications({ asthma: one, hives: t.indication(hives, toNowhere) }) });',
    noClause,
  ],
  [
    'a reference to no clause from a renewal',
    "t.policy({ ...frame, medicalNecessity: one, reauthorization: t.reauthorization({ repeats: 'nothing', criteria: toNowhere }) });",
    noClause,
  ],
  [
    'a reference to no clause from an exclusion',
    "t.policy({ ...frame, medicalNecessity: one, exclusions: t.conditionsNotCovered({ x: t.exclusion('x', toNowhere, { reason: 'y' }) }) });",
    noClause,
  ],
  [
    'a reference from a scope',
    't.policy({ ...frame, appliesTo: toAge, medicalNecessity: one });',
    "'age' is no clause of this policy",
  ],
  [
    'the id of an indication that has none, accepted',
    "t.policy({ ...frame, medicalNecessity: two, accepted: [t.accept('spelling', 'age', 'y')] });",
    "'age' is no clause of this policy",
  ],
  [
    'a renewal that repeats something else',
    "t.reauthorization({ repeats: 'dosing', criteria: v.beneficialResponse });",
    'is not assignable to type \'"medicalNecessity" | "nothing"\'',
  ],
];

const accepted: readonly (readonly [string, string])[] = [
  ['several products', 't.policy({ ...uncovered, products: [v.tysabri, v.tyruko], medicalNecessity: one });'],
  [
    'an item',
    "t.policy({ ...uncovered, product: { kind: 'item', id: 'pump', name: 'pump', agents: { ingredients: ['pump'], products: ['pump'], open: false } }, medicalNecessity: one });",
  ],
  [
    'references to clauses of the policy',
    "t.policy({ ...frame, medicalNecessity: one, reauthorization: t.reauthorization({ repeats: 'nothing', criteria: toAge }), exclusions: t.conditionsNotCovered({ x: t.exclusion('x', toAge, { reason: 'y' }) }) });",
  ],
  [
    'a reference to a clause of one of several indications',
    "t.policy({ ...frame, medicalNecessity: two, reauthorization: t.reauthorization({ repeats: 'nothing', criteria: toAsthmaAge }) });",
  ],
  [
    'the ids of several indications',
    "const p = t.policy({ ...frame, medicalNecessity: two, accepted: [t.accept('spelling', 'asthma.age', 'y')] }); export const same: Same<t.CriterionPath<typeof p>, 'indication' | 'asthma' | 'asthma.age' | 'hives' | 'hives.sign' | 'exclusions.otherUse'> = true;",
  ],
  [
    'the facts of a scope and of several indications',
    "const p = t.policy({ ...frame, appliesTo: v.mriHighlyActive, medicalNecessity: two }); export const same: Same<t.FactKeysOf<typeof p>, 'patient.birthDate' | 'findings.hiv-infection' | 'findings.mri-highly-active'> = true;",
  ],
  [
    'the facts of a policy without a scope',
    "const p = t.policy({ ...frame, medicalNecessity: one }); export const same: Same<t.FactKeysOf<typeof p>, 'patient.birthDate'> = true;",
  ],
];

const fileOf = (name: string) => name.replace(/\W/g, '-');
const messages = messagesOf(
  Object.fromEntries(
    [...refusals, ...accepted].map(([name, source]) => [
      fileOf(name),
      `${head}export const use = 1; ${source}`,
    ]),
  ),
);

describe('what the editor refuses, in words', () => {
  it.each(refusals)('refuses %s', (name, _source, words) => {
    expect(messages[fileOf(name)]?.join('\n')).toContain(words);
  });
});

describe('what it does not refuse', () => {
  it.each(accepted)('takes %s', (name) => {
    expect(messages[fileOf(name)]).toEqual([]);
  });
});
