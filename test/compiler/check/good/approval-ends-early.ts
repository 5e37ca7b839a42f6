import {
  ageAtLeast,
  allOf,
  elapsedSinceLastDose,
  indication,
  months,
  policy,
  reauthorization,
} from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'GOOD428',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
  durations: { initial: months(12), reauthorization: months(12) },
  reauthorization: reauthorization({
    repeats: 'nothing',
    criteria: allOf({ interval: elapsedSinceLastDose(months(12), lemtrada) }, { numbering: '1.' }),
  }),
});
