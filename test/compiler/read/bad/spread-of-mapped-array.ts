// expects TRI150 TRI161
import { ageAtLeast, allOf, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD010',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
  related: [...['one', 'two'].map((title) => title)],
});
