// expects TRI405
import { ageAtLeast, allOf, disease, indication, policy } from 'triplicate';
import { lemtrada, sharedVocabulary } from 'triplicate/vocabulary';

const a = disease({ id: 'a', name: 'A' });

export const example = policy({
  number: 'BAD087',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(a, allOf({ age: ageAtLeast(17) })),
});
