import { describe, expect, it } from 'vitest';
import { messagesOf } from '../support/type-check.ts';

const head = `import * as t from 'triplicate'; import * as v from 'triplicate/vocabulary';\n`;
const policyWith = (more: string, effective = '2024-01-01') =>
  `${head}export const p = t.policy({ number: 'X', title: 'x', effective: '${effective}', product: v.lemtrada, vocabulary: v.sharedVocabulary, medicalNecessity: t.indication(v.multipleSclerosis, t.allOf({ age: t.ageAtLeast(1) })), ${more} });`;

/** Name, what an author writes, and the words that the editor shows. */
const refusals: readonly (readonly [string, string, string])[] = [
  [
    'an empty group',
    `${head}export const a = t.allOf({});`,
    'A group needs at least one criterion: name one, for example allOf({ age: ageAtLeast(18) }).',
  ],
  [
    'an empty group within another',
    `${head}export const a = t.allOf({ b: t.oneOf({}) });`,
    'A group needs at least one criterion',
  ],
  ['an empty bothOf', `${head}export const a = t.bothOf({});`, 'A group needs at least one criterion'],
  ['an empty eitherOf', `${head}export const a = t.eitherOf({});`, 'A group needs at least one criterion'],
  [
    'a key twice',
    `${head}export const a = t.allOf({ a: t.ageAtLeast(1), a: t.ageAtLeast(2) });`,
    'TS1117 An object literal cannot have multiple properties with the same name.',
  ],
  [
    'more than the group holds',
    `${head}export const a = t.atLeast(3, { a: t.ageAtLeast(1), b: t.ageAtLeast(2) });`,
    'atLeast(3, ...) asks for more criteria than its group holds: lower the number or add criteria.',
  ],
  [
    'documentation of an age',
    `${head}export const a = t.documented(t.ageAtLeast(2));`,
    'Documentation can only be asked of what a record shows',
  ],
  [
    'documentation of a group with an age',
    `${head}export const a = t.documented(t.oneOf({ a: t.ageAtLeast(2), b: v.mriHighlyActive }));`,
    'Documentation can only be asked of what a record shows',
  ],
  [
    'documentation of a negation',
    `${head}export const a = t.documented(t.not(v.mriHighlyActive));`,
    'Documentation can only be asked of what a record shows',
  ],
  [
    'a fact that is not there',
    `${head}export const a = v.mriHighlyActiv;`,
    "Did you mean 'mriHighlyActive'?",
  ],
  [
    'a clause that is not there',
    policyWith(`accepted: [t.accept('spelling', 'agee', 'y')]`),
    "'agee' is no clause of this policy: name one by its path of keys, as 'course.aggressive'.",
  ],
  [
    'an interval in milligrams',
    `${head}export const a = t.elapsedSinceLastDose(t.mg(12), v.lemtrada);`,
    'A quantity in mg stands where one in months is needed: write it with months(...).',
  ],
  [
    'a dose in months',
    `${head}export const a = t.firstCourse(v.lemtrada, { perDay: t.months(12), days: 5, total: t.mg(60) });`,
    `Type '"months"' is not assignable to type '"mg"'`,
  ],
  [
    'a code in millilitres for a dose in milligrams',
    policyWith(
      `coding: { codes: [t.hcpcs({ code: 'J1', description: 'd', ingredient: v.alemtuzumab, unit: { kind: 'quantity', value: 1, unit: 'mL' } })], notes: [] }`,
    ),
    `Type '"mL"' is not assignable to type '"mg"'`,
  ],
  [
    '29 February of a common year',
    policyWith('', '2023-02-29'),
    "'2023-02-29' is no date: write year, month and day as 2024-03-01, a day that exists.",
  ],
  ['29 February of 1900', policyWith('', '1900-02-29'), "'1900-02-29' is no date"],
  ['a month 13', policyWith(`nextReview: '2024-13-01'`), "'2024-13-01' is no date"],
  ['31 June', policyWith('', '2024-06-31'), "'2024-06-31' is no date"],
  ['a date in another order', policyWith('', '3/1/2024'), "'3/1/2024' is no date"],
  [
    'a drug for a criterion',
    `${head}export const a = t.indication(v.multipleSclerosis, t.allOf({ l: v.lemtrada }));`,
    'Drugs and diagnoses are no criteria by themselves',
  ],
  [
    'a diagnosis for a drug',
    `${head}export const a = t.previousTreatmentWith(v.rrms);`,
    `Type '"diagnosis"' is not assignable to type '"agent"'`,
  ],
];

const accepted: readonly (readonly [string, string])[] = [
  ['29 February of a leap year', policyWith('', '2024-02-29')],
  ['29 February of 2000', policyWith('', '2000-02-29')],
  [
    'as many as the group holds',
    `${head}export const a = t.atLeast(2, { a: t.ageAtLeast(1), b: t.ageAtLeast(2) });`,
  ],
  [
    'a clause that is there',
    policyWith(
      `accepted: [t.accept('spelling', 'age', 'y'), t.accept('spelling', 'exclusions.otherUse', 'y')]`,
    ),
  ],
  [
    'documentation of nested groups',
    `${head}export const a = t.documented(t.oneOf({ a: t.bothOf({ b: v.mriHighlyActive, c: v.disablingRelapse }) }));`,
  ],
];

const named = Object.fromEntries(
  [...refusals, ...accepted].map(([name, source]) => [name.replace(/\W/g, '-'), source]),
);
const messages = messagesOf(named);
const of = (name: string) => messages[name.replace(/\W/g, '-')] ?? [];

describe('what the editor refuses, in words', () => {
  it.each(refusals)('refuses %s', (name, _source, words) => {
    expect(of(name).join('\n')).toContain(words);
  });
});

describe('what it does not refuse', () => {
  it.each(accepted)('takes %s', (name) => {
    expect(of(name)).toEqual([]);
  });
});
