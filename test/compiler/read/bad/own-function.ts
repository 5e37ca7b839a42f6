// expects TRI131 TRI150
import { ageAtLeast, allOf, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

function atAge(years: 17) {
  return ageAtLeast(years);
}

export const example = policy({
  number: 'BAD004',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: atAge(17) })),
});
