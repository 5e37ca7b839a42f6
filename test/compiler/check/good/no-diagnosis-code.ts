import { ageAtLeast, allOf, diagnosedWith, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, rrms, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'GOOD430',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(
    multipleSclerosis,
    allOf({ age: ageAtLeast(17), course: diagnosedWith(rrms) }),
  ),
});
