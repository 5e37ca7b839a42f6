// expects TRI201
import { ageAtLeast, allOf, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD075',
  title: 'Example',
  effective: '2024-02-30',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
});
