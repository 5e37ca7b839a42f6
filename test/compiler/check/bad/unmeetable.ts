// expects TRI420
import { ageAtLeast, ageAtMost, allOf, indication, policy } from 'triplicate';
import { disablingRelapse, lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD420',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(
    multipleSclerosis,
    allOf({ old: ageAtLeast(65), relapse: disablingRelapse, young: ageAtMost(17) }),
  ),
});
