import { ageAtLeast, ageAtMost, allOf, indication, months, policy, reauthorization } from 'triplicate';
import {
  beneficialResponse,
  disablingRelapse,
  lemtrada,
  multipleSclerosis,
  sharedVocabulary,
} from 'triplicate/vocabulary';

export const example = policy({
  number: 'GOOD427',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtMost(17), relapse: disablingRelapse })),
  durations: { initial: months(12), reauthorization: months(12) },
  reauthorization: reauthorization({
    repeats: 'nothing',
    criteria: allOf({ older: ageAtLeast(16), response: beneficialResponse }, { numbering: '1.' }),
  }),
});
