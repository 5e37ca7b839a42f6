// expects TRI426
import {
  ageAtLeast,
  ageBetween,
  allOf,
  conditionsNotCovered,
  exclusion,
  indication,
  policy,
} from 'triplicate';
import { disablingRelapse, lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD425',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(18), relapse: disablingRelapse })),
  exclusions: conditionsNotCovered({
    made: exclusion('Middle age', ageBetween(40, 50), { reason: 'Made up.' }),
  }),
});
