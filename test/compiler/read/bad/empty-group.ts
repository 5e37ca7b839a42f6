// expects TRI201
import { allOf, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD074',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({})),
});
