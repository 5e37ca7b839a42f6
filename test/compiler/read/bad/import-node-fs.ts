// expects TRI120
import { writeFileSync } from 'node:fs';
import { ageAtLeast, allOf, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

writeFileSync('/tmp/triplicate-was-run', 'yes');

export const example = policy({
  number: 'BAD006',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
});
