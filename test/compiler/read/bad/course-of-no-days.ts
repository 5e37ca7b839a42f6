// expects TRI346
import { ageAtLeast, allOf, dosing, firstCourse, indication, mg, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD121',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
  dosing: dosing({ first: firstCourse(lemtrada, { perDay: mg(12), days: 0, total: mg(0) }) }),
});
