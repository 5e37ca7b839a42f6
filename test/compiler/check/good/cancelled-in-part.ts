import { ageBelow, allOf, conditionsNotCovered, exclusion, indication, policy } from 'triplicate';
import {
  disablingRelapse,
  hivInfection,
  lemtrada,
  multipleSclerosis,
  sharedVocabulary,
} from 'triplicate/vocabulary';

export const example = policy({
  number: 'GOOD425',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageBelow(40), relapse: disablingRelapse })),
  exclusions: conditionsNotCovered({
    made: exclusion('HIV infection', hivInfection, { reason: 'Made up.' }),
  }),
});
