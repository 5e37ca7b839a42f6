import { ageAtLeast, allOf, indication, policy, product, vocabulary } from 'triplicate';
import { alemtuzumab, lemtrada, multipleSclerosis } from 'triplicate/vocabulary';

const other = product({ id: 'lemtrada', brand: 'Lemtrada', ingredient: alemtuzumab, form: 'capsules', mode: 'Oral' });
const both = vocabulary({ products: [lemtrada, other], diseases: [multipleSclerosis] });

export const example = policy({
  number: 'BAD088',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: both,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
});
