// expects TRI430
import { ageAtLeast, allOf, hcpcs, indication, mg, policy } from 'triplicate';
import {
  alemtuzumab,
  dimethylFumarate,
  j0202,
  lemtrada,
  multipleSclerosis,
  sharedVocabulary,
} from 'triplicate/vocabulary';

const other = hcpcs({ code: 'J9998', description: 'Injection', ingredient: dimethylFumarate, unit: mg(1) });
const second = hcpcs({ code: 'J9999', description: 'Injection', ingredient: alemtuzumab, unit: mg(1) });
export const example = policy({
  number: 'BAD429',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
  coding: { codes: [j0202, other, second], notes: [] },
});
