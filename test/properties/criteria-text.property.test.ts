import fc from 'fast-check';
import { expect, it } from 'vitest';
import { criteriaMarkdown } from '../../compiler/emit/criteria/criteria-markdown.ts';
import { criteriaText } from '../../compiler/emit/criteria/criteria-text.ts';
import {
  compareCriteriaMarkdown,
  compareCriteriaText,
} from '../../compiler/validate/criteria-text/criteria-text.ts';
import {
  ageAtLeast,
  ageAtMost,
  ageBelow,
  allOf,
  atLeast,
  bothOf,
  bracketed,
  byPopulation,
  concurrentUseOf,
  diagnosedWith,
  documented,
  eitherOf,
  forExample,
  ifThen,
  indication,
  indications,
  meets,
  not,
  oneOf,
  policy,
  prescribedByOrInConsultationWith,
  previousTreatmentWith,
  reauthorization,
  unless,
  worded,
} from '../../dsl/index.ts';
import type { Criterion, ListOptions, Numbering } from '../../dsl/member.ts';
import {
  activeSpms,
  chronicLymphocyticLeukemia,
  cognitiveImpairment,
  disablingRelapse,
  hivInfection,
  kesimpta,
  lemtrada,
  mriHighlyActive,
  multipleSclerosis,
  neurology,
  rrms,
  sharedVocabulary,
  tysabri,
} from '../../policies/vocabulary/index.ts';
import { compiledByHand } from '../support/compiled-ip0213.ts';
import { propertySeed } from '../support/seed.ts';

/** Criteria without parts; those with words that wrap in an awkward place, or look like marks, among them. */
const leaves: readonly Criterion[] = [
  ageAtLeast(17),
  ageAtMost(64),
  ageBelow(2),
  disablingRelapse,
  documented(mriHighlyActive),
  cognitiveImpairment,
  not(hivInfection),
  not(concurrentUseOf(oneOf({ kesimpta, tysabri }))),
  diagnosedWith(eitherOf({ activeSpms, rrms })),
  previousTreatmentWith(oneOf({ kesimpta, tysabri })),
  prescribedByOrInConsultationWith(neurology),
  forExample('one or another; ALL is well', bracketed('may A. 1. ii. need more', disablingRelapse)),
  worded('Words that go on A. 1. ii. iv. - x. 10. '.repeat(6).trim(), disablingRelapse),
  worded('* _b_ [c] `d` <e> \\ | # and 1. 2) 3- ~~f~~ &amp; **g**', mriHighlyActive),
  worded('- 1. A disabling relapse', disablingRelapse),
];

const options: fc.Arbitrary<ListOptions> = fc
  .option(fc.constantFrom<Numbering>('A.', 'a.', 'i.', '1.', '•'))
  .map((numbering) => (numbering === null ? {} : { numbering }));

const keyed = (criteria: readonly Criterion[]): Readonly<Record<string, Criterion>> =>
  Object.fromEntries(criteria.map((criterion, index) => [`part${index}`, criterion]));

const criterion: fc.Arbitrary<Criterion> = fc.letrec<{ criterion: Criterion }>((tie) => {
  const some = (minLength: number, maxLength: number) =>
    fc.array(tie('criterion'), { minLength, maxLength }).map(keyed);
  const two = fc.tuple(tie('criterion'), tie('criterion'));
  const groups: fc.Arbitrary<Criterion> = fc.oneof(
    fc.tuple(some(1, 14), options).map(([members, numbering]): Criterion => allOf(members, numbering)),
    fc.tuple(some(1, 14), options).map(([members, numbering]): Criterion => oneOf(members, numbering)),
    fc.tuple(some(2, 2), options).map(([members, numbering]): Criterion => bothOf(members, numbering)),
    fc.tuple(some(2, 2), options).map(([members, numbering]): Criterion => eitherOf(members, numbering)),
    fc
      .tuple(some(3, 5), fc.integer({ min: 1, max: 3 }), options)
      .map(([members, count, numbering]): Criterion => atLeast(count, members, numbering)),
  );
  return {
    criterion: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom(...leaves),
      groups,
      groups.map((group): Criterion => not(group)),
      groups.map((group): Criterion => worded('Some words of the author, that is,', group)),
      groups.map((group): Criterion => bracketed('a note', group)),
      groups.map((group): Criterion => forExample('this or that', group)),
      two.map(([when, then]): Criterion => ifThen(when, then)),
      two.map(([exception, lifted]): Criterion => unless(exception, lifted)),
      two.map(([when, then]): Criterion =>
        byPopulation({ row: { when, then }, other: { when: then, then: when } }),
      ),
    ),
  };
}).criterion;

const randomPolicies = fc.record({
  first: criterion,
  second: fc.option(criterion),
  renewal: fc.option(criterion),
  repeats: fc.constantFrom('medicalNecessity' as const, 'nothing' as const),
});

it('random policies print texts that read back to what their kernels say', () => {
  let clauses = 0;
  fc.assert(
    fc.property(randomPolicies, ({ first, second, renewal, repeats }) => {
      const frame = {
        number: 'R1',
        title: 'Random',
        effective: '2024-01-01',
        product: lemtrada,
        vocabulary: sharedVocabulary,
        ...(renewal === null ? {} : { reauthorization: reauthorization({ repeats, criteria: renewal }) }),
      } as const;
      const compiled = compiledByHand(
        second === null
          ? policy({
              ...frame,
              medicalNecessity: indication(multipleSclerosis, allOf({ own: first, again: meets('own') })),
            })
          : policy({
              ...frame,
              medicalNecessity: indications({
                sclerosis: indication(multipleSclerosis, first),
                leukemia: indication(chronicLymphocyticLeukemia, second),
              }),
            }),
      );
      const ofText = compareCriteriaText(compiled.kernel, criteriaText(compiled));
      clauses += ofText.compared.length;
      expect(ofText.differences).toEqual([]);
      expect(new Set(ofText.compared.map(({ clause }) => clause)).size).toBe(compiled.kernel.clauses.length);
      expect(compareCriteriaMarkdown(compiled.kernel, criteriaMarkdown(compiled)).differences).toEqual([]);
    }),
    { seed: propertySeed, numRuns: 150 },
  );
  console.log(`criteria text: seed ${propertySeed}, ${clauses} clauses read back`);
  expect(clauses).toBeGreaterThan(1_000);
}, 120_000);
