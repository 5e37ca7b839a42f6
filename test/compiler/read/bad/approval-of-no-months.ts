// expects TRI345
import { ageAtLeast, allOf, indication, months, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD120',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  durations: { initial: months(0) },
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
});
