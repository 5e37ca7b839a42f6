// expects TRI134 TRI140 TRI152 TRI200
import { ageAtLeast, allOf, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

let years = 17 as const;
const grown = ageAtLeast('18');

export const example = policy({
  number: 'BAD089',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(years), ['a']: grown, c: true ? grown : grown })),
});
