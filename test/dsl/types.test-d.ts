import { expectTypeOf, test } from 'vitest';
import * as t from 'triplicate';
import type { AllOf, AgeAtLeast, CriterionPath, FactsOf, Policy } from 'triplicate';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { alemtuzumab } from '../../policies/ip0213-alemtuzumab/policy.ts';
import type { Facts } from '../../generated/ip0213-alemtuzumab/evaluator.ts';

type Tree = typeof alemtuzumab extends Policy<infer M, infer _D, infer _R, infer _E> ? M : never;

test('the tree is carried whole', () => {
  expectTypeOf<
    Tree extends AllOf<infer M> ? (M extends { readonly age: infer A } ? A : never) : never
  >().toEqualTypeOf<AgeAtLeast<17>>();
});

test('every clause has its path', () => {
  expectTypeOf<CriterionPath<typeof alemtuzumab>>().toEqualTypeOf<
    | 'indication'
    | 'age'
    | 'diagnosis'
    | 'diagnosis.activeSpms'
    | 'diagnosis.rrms'
    | 'course'
    | 'course.stepTherapy'
    | 'course.stepTherapy.first'
    | 'course.stepTherapy.other'
    | 'course.highEfficacy'
    | 'course.aggressive'
    | 'course.aggressive.decline'
    | 'course.aggressive.disablingRelapse'
    | 'course.aggressive.mri'
    | 'course.aggressive.cognition'
    | 'course.continuing'
    | 'prescriber'
    | 'dosing'
    | 'dosing.first'
    | 'dosing.additional'
    | 'reauthorization'
    | 'reauthorization.response'
    | 'reauthorization.interval'
    | 'exclusions.otherUse'
    | 'exclusions.clinicallyIsolatedSyndrome'
    | 'exclusions.concurrentUse'
    | 'exclusions.hivInfection'
    | 'exclusions.nonRelapsingForms'
  >();
});

test('the facts are the part of the case that is read', () => {
  expectTypeOf<FactsOf<typeof alemtuzumab>>().toExtend<CaseRecord>();
  expectTypeOf<keyof NonNullable<FactsOf<typeof alemtuzumab>['findings']>>().toEqualTypeOf<
    | 'rapidly-advancing-deterioration'
    | 'disabling-relapse'
    | 'mri-highly-active'
    | 'cognitive-impairment'
    | 'hiv-infection'
  >();
  expectTypeOf<
    keyof NonNullable<FactsOf<typeof alemtuzumab>['judgements']>
  >().toEqualTypeOf<'beneficial-response'>();
});

test("the generated evaluator's facts are the policy's", () => {
  expectTypeOf<Facts>().toEqualTypeOf<FactsOf<typeof alemtuzumab>>();
});

const order = t.milestone({ id: 'order', name: 'the order' });
const weight = t.measure({ id: 'weight', name: 'weight', units: { kg: 1 } });
const visit = t.event({ id: 'visit', name: 'visit' });
const call = t.event({ id: 'call', name: 'call' });
const approach = t.attribute({ id: 'approach', name: 'approach', values: { open: 'open' } });
const commitment = t.commitment({ id: 'will', name: 'will' });
const light = t.atOrBelow(t.quantity(5, 'kg'));
type ReadBy<C extends { readonly facts?: unknown }> = NonNullable<C['facts']>;

test('a criterion says which facts it reads, its anchor among them and nothing else', () => {
  const measured = t.measured(weight, light);
  expectTypeOf<ReadBy<typeof measured>>().toEqualTypeOf<'events.weight'>();
  const group = t.allOf({
    measured: t.measured(weight, light),
    age: t.ageAtLeast(3),
    trial: t.trialOf(t.agentList({ name: 'x', products: [], open: true }), {}),
  });
  expectTypeOf<ReadBy<typeof group>>().toEqualTypeOf<'events.weight' | 'patient.birthDate' | 'drugs'>();
  const dated = t.allOf({
    visits: t.occurred(t.oneOf({ visit, call }), { within: t.inTheLast(t.months(6), order) }),
    age: t.ageBelow(3, { at: order }),
    never: t.never(call),
    approach: t.requested(approach, 'open'),
    will: t.unless(commitment, t.changedBy(weight, light, { from: t.before(order) })),
  });
  expectTypeOf<ReadBy<typeof dated>>().toEqualTypeOf<
    | 'events.visit'
    | 'events.call'
    | 'dates.order'
    | 'patient.birthDate'
    | 'attributes.approach'
    | 'commitments.will'
    | 'events.weight'
  >();
});

test('conditions have clauses of their own', () => {
  const policy = t.policy({
    number: 'X',
    title: 'x',
    effective: '2024-01-01',
    vocabulary: t.vocabulary({}),
    medicalNecessity: t.indication(
      t.disease({ id: 'x', name: 'x' }),
      t.allOf({
        i: t.ifThen(t.ageBelow(18), t.oneOf({ a: commitment })),
        u: t.unless(commitment, commitment),
        b: t.byPopulation({ all: { when: commitment, then: t.oneOf({ a: commitment }) } }),
      }),
    ),
  });
  expectTypeOf<CriterionPath<typeof policy>>().toEqualTypeOf<
    | 'indication'
    | 'i'
    | 'i.then'
    | 'i.then.a'
    | 'u'
    | 'u.criterion'
    | 'u.exception'
    | 'b'
    | 'b.all'
    | 'b.all.then'
    | 'b.all.then.a'
    | 'exclusions.otherUse'
  >();
});
