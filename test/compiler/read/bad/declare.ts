// expects TRI136
import { ageAtLeast, allOf, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

declare const years: 17;

export const example = policy({
  number: 'BAD049',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(years) })),
});
