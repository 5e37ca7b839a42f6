import { describe, expect, it } from 'vitest';
import { messagesOf } from '../support/type-check.ts';

const head = `import * as t from 'triplicate'; import * as v from 'triplicate/vocabulary';\n`;
const policyWith = (more: string, effective = '2024-01-01') =>
  `${head}export const p = t.policy({ number: 'X', title: 'x', effective: '${effective}', product: v.lemtrada, vocabulary: v.sharedVocabulary, medicalNecessity: t.indication(v.multipleSclerosis, t.allOf({ age: t.ageAtLeast(1) })), ${more} });`;
const terms = `${head}const order = t.milestone({ id: 'order', name: 'the order' });
const glucose = t.measure({ id: 'glucose', name: 'glucose', units: { 'mg/dL': 1, 'mmol/L': 18.0156 }, conditions: { fasting: 'fasting' } });
const weight = t.measure({ id: 'weight', name: 'weight', units: { kg: 1 } });
const visit = t.event({ id: 'visit', name: 'visit', conditions: { inPerson: 'in person' } });
const approach = t.attribute({ id: 'approach', name: 'approach', values: { open: 'open', laparoscopic: 'laparoscopic' } });
`;

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
  [
    "a threshold in another unit than the measure's",
    `${terms}export const a = t.measured(weight, t.atOrAbove(t.quantity(126, 'mg/dL')));`,
    `A threshold in mg/dL does not fit a measure in kg: state it in a unit of the measure.`,
  ],
  [
    "a published equivalent in another unit than the measure's",
    `${terms}export const a = t.measured(weight, t.atOrAbove(t.quantity(126, 'kg'), t.quantity(1, 'mm[Hg]')));`,
    `A threshold in mm[Hg] does not fit a measure in kg: state it in a unit of the measure.`,
  ],
  [
    'a run of days with a threshold in another unit',
    `${terms}export const a = t.onDaysInARow({ of: weight, bounds: t.atOrAbove(t.quantity(4, 'h')), days: 30, percent: 70, within: t.inTheLast(t.months(3)) });`,
    `A threshold in h does not fit a measure in kg: state it in a unit of the measure.`,
  ],
  [
    "a change in another unit than the measure's",
    `${terms}export const a = t.changedBy(weight, t.atOrBelow(t.quantity(-3, 'mg/dL')), { from: t.before(order) });`,
    `A change in mg/dL does not fit a measure in kg: state it in a unit of the measure, or with percent(...).`,
  ],
  [
    'a percentage where a value is measured',
    `${terms}export const a = t.measured(weight, t.atOrBelow(t.percent(-3)));`,
    `A threshold in percent of baseline does not fit a measure in kg: state it in a unit of the measure.`,
  ],
  [
    'a band in two units',
    `${terms}export const a = t.between(t.quantity(1, 'mg/dL'), t.quantity(1, 'mmol/L'));`,
    `Type '"mmol/L"' is not assignable to type '"mg/dL"'`,
  ],
  [
    'a window that is a dose',
    `${head}export const a = t.inTheLast(t.mg(3));`,
    `A length in mg stands where one in days or months is needed: write it with days(...), weeks(...), months(...) or years(...).`,
  ],
  [
    'a trial that lasts milligrams',
    `${head}export const a = t.trialOf(v.fingolimod, { lasting: t.mg(3) });`,
    `A length in mg stands where one in days or months is needed: write it with days(...), weeks(...), months(...) or years(...).`,
  ],
  [
    'a total in months',
    `${head}export const a = t.trialOf(v.fingolimod, { total: t.months(3) });`,
    `A quantity in months stands where one in days is needed: write it with days(...).`,
  ],
  [
    'a length that could bind every reason or some',
    `${head}export const a = t.trialOf(v.fingolimod, { reasons: ['failure', 'contraindication', 'intolerance'], lasting: t.days(30) });`,
    `The length could bind every reason or some of them: state it, as binding: 'failure' or binding: 'all'.`,
  ],
  [
    'a length bound to a reason that is not named',
    `${head}export const a = t.trialOf(v.fingolimod, { reasons: ['failure'], lasting: t.days(30), binding: 'intolerance' });`,
    `The length is bound to a reason that is none of the reasons: name one of them, or 'all'.`,
  ],
  [
    'a misspelt option of a trial',
    `${head}export const a = t.trialOf(v.fingolimod, { lastin: t.days(30) });`,
    `Did you mean to write 'lasting'?`,
  ],
  [
    'a circumstance that a measure lacks',
    `${terms}export const a = t.measured(glucose, t.above(t.quantity(1, 'mg/dL')), { having: ['fastin'] });`,
    `Type '"fastin"' is not assignable to type '"fasting"'`,
  ],
  [
    'a circumstance that an event lacks',
    `${terms}export const a = t.occurred(visit, { having: ['fasting'] });`,
    `Type '"fasting"' is not assignable to type '"inPerson"'`,
  ],
  [
    'a value that an attribute lacks',
    `${terms}export const a = t.requested(approach, 'robotic');`,
    `Argument of type '"robotic"' is not assignable`,
  ],
  [
    'a table without rows',
    `${head}export const a = t.byPopulation({});`,
    `A table of populations needs at least one row`,
  ],
  [
    'a drug for an event',
    `${head}export const a = t.occurred(v.lemtrada);`,
    `Type '"agent"' is not assignable to type '"event"'`,
  ],
  [
    'an event for a criterion',
    `${terms}export const a = t.indication(v.multipleSclerosis, t.allOf({ visit }));`,
    `Drugs and diagnoses are no criteria by themselves`,
  ],
  [
    'documentation of an absence',
    `${terms}export const a = t.documented(t.never(visit));`,
    `Documentation can only be asked of what a record shows`,
  ],
  [
    'a source that is none',
    `${terms}export const a = t.asShownBy(['hearsay'], t.occurred(visit));`,
    `Type '"hearsay"' is not assignable to type 'EvidenceSource'`,
  ],
  [
    'a reference to a clause that is not there, in a group',
    `${head}export const p = t.policy({ number: 'X', title: 'x', effective: '2024-01-01', product: v.lemtrada, vocabulary: v.sharedVocabulary, medicalNecessity: t.indication(v.multipleSclerosis, t.allOf({ age: t.ageAtLeast(1), either: t.oneOf({ all: t.meets('agee') }) })) });`,
    `'agee' is no clause of this policy, and a criterion refers to it`,
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
  [
    'thresholds in any unit of the measure, and multiples of limits',
    `${terms}export const a = t.oneOf({ a: t.measured(glucose, t.atOrAbove(t.quantity(7, 'mmol/L'), t.quantity(126, 'mg/dL')), { having: ['fasting'] }), b: t.measured(glucose, t.above(t.timesUpperLimit(2))) });`,
  ],
  [
    'lengths with a stated binding, or without reasons',
    `${head}export const a = t.oneOf({ a: t.trialOf(v.fingolimod, { reasons: ['failure', 'intolerance'], lasting: t.weeks(4), binding: ['failure'] }), b: t.trialOf(v.fingolimod, { lasting: t.years(1), total: t.weeks(2) }) });`,
  ],
  [
    'references to clauses that come before, those of a condition among them',
    `${head}export const p = t.policy({ number: 'X', title: 'x', effective: '2024-01-01', product: v.lemtrada, vocabulary: v.sharedVocabulary, medicalNecessity: t.indication(v.multipleSclerosis, t.allOf({ age: t.ageAtLeast(1), i: t.ifThen(t.ageBelow(18), v.hivInfection), u: t.unless(v.hivInfection, t.ageAtLeast(3)), b: t.byPopulation({ all: { when: t.ageAtLeast(1), then: v.hivInfection } }), m: t.meets('age', 'i.then', 'u.exception', 'b.all', 'b.all.then') })) });`,
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
