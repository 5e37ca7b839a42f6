// expects TRI402
import { ageAtLeast, allOf, indication, paragraph, policy } from 'triplicate';
import { disablingRelapse, lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD434',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17), relapse: disablingRelapse })),
  background: [paragraph('Lemtrada is indicated for adults with relapsing forms of multiple sclerosis.')],
});
