// expects TRI407
import { ageAtLeast, allOf, hcpcs, indication, mg, policy } from 'triplicate';
import { alemtuzumab, lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

const soon = hcpcs({
  code: 'J9999',
  description: 'Injection, alemtuzumab, 1 mg',
  ingredient: alemtuzumab,
  unit: mg(1),
  from: '2025-01-01',
});

export const example = policy({
  number: 'BAD085',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
  coding: { codes: [soon], notes: [] },
});
