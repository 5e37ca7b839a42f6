import { expectTypeOf, test } from 'vitest';
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
