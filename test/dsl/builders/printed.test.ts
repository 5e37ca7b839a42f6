import * as t from '../../../dsl/index.ts';
import * as v from '../../../policies/vocabulary/index.ts';
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../dsl/member.ts';
import { outline } from '../../../dsl/policy/outline.ts';
import { clausesOf } from '../../../dsl/policy/outline-clause.ts';
import { plainText } from '../../../dsl/text.ts';
import {
  agents,
  antibodies,
  approach,
  choice,
  cpap,
  glucose,
  hba1c,
  order,
  policyWith,
  quarter,
  start,
  therapy,
  visit,
  weight,
  withMethotrexate,
  words,
} from './terms.ts';

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
