import { allOf, atOrAbove, between, indication, measured, oneOf, policy, quantity } from 'triplicate';
import {
  apneaHypopneaIndex,
  daytimeSleepiness,
  lemtrada,
  multipleSclerosis,
  sharedVocabulary,
} from 'triplicate/vocabulary';

export const example = policy({
  number: 'GOOD433',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(
    multipleSclerosis,
    oneOf({
      mild: allOf({
        index: measured(apneaHypopneaIndex, between(quantity(5, '/h'), quantity(15, '/h'))),
        sleepiness: daytimeSleepiness,
      }),
      severe: measured(apneaHypopneaIndex, atOrAbove(quantity(15, '/h'))),
    }),
  ),
});
