// expects TRI425
import { ageAtLeast, allOf, conditionsNotCovered, exclusion, indication, policy } from 'triplicate';
import { disablingRelapse, lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD424',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(18), relapse: disablingRelapse })),
  exclusions: conditionsNotCovered({
    made: exclusion('Made-up exclusion', ageAtLeast(18), { reason: 'Made up.' }),
  }),
});
