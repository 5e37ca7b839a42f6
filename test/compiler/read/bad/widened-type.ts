// expects TRI202
import { allOf, finding, indication, policy, vocabulary, type Finding } from 'triplicate';
import { lemtrada, multipleSclerosis } from 'triplicate/vocabulary';

const fever: Finding<string> = finding({ id: 'fever', name: 'fever' });
const words = vocabulary({ products: [lemtrada], diseases: [multipleSclerosis], findings: [fever] });

export const example = policy({
  number: 'WIDE',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: words,
  medicalNecessity: indication(multipleSclerosis, allOf({ fever })),
});
