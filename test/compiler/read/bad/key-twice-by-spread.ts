// expects TRI143
import { ageAtLeast, allOf, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

const shared = { age: ageAtLeast(17) };

export const example = policy({
  number: 'BAD027',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ ...shared, age: ageAtLeast(18) })),
});
