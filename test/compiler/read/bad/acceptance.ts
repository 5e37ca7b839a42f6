// expects TRI401
import { accept, ageAtLeast, allOf, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD084',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
  accepted: [accept('speling', 'age', 'why')],
});
