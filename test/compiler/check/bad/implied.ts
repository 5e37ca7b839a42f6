// expects TRI423
import { ageAtLeast, allOf, indication, policy } from 'triplicate';
import { disablingRelapse, lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD422',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(
    multipleSclerosis,
    allOf({ adult: ageAtLeast(18), older: ageAtLeast(21), relapse: disablingRelapse }),
  ),
});
