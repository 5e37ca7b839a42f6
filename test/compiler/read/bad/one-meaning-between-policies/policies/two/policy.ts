import { ageAtLeast, allOf, disease, indication, policy, vocabulary } from 'triplicate';
import { lemtrada } from 'triplicate/vocabulary';

const multipleSclerosis = disease({ id: 'multiple-sclerosis', name: 'Something Else' });
const sharedVocabulary = vocabulary({ products: [lemtrada], diseases: [multipleSclerosis] });

export const example = policy({
  number: 'BAD099',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
});
