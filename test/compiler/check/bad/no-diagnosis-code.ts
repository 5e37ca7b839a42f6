// expects TRI431
import { ageAtLeast, allOf, diagnosedWith, indication, policy } from 'triplicate';
import {
  clinicallyIsolatedSyndrome,
  lemtrada,
  multipleSclerosis,
  sharedVocabulary,
} from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD430',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(
    multipleSclerosis,
    allOf({ age: ageAtLeast(17), course: diagnosedWith(clinicallyIsolatedSyndrome) }),
  ),
});
