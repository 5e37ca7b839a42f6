// expects TRI161 TRI150
import { ageAtLeast, allOf, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

const atAge = () => ageAtLeast(17);

export const example = policy({
  number: 'BAD005',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: atAge() })),
});
