// expects TRI201
import { ageAtLeast, atLeast, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD077',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, atLeast(2, { age: ageAtLeast(17) })),
});
