import { ageAtLeast, ageBelow, byPopulation, indication, policy } from 'triplicate';
import {
  disablingRelapse,
  lemtrada,
  mriHighlyActive,
  multipleSclerosis,
  sharedVocabulary,
} from 'triplicate/vocabulary';

export const example = policy({
  number: 'GOOD426',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(
    multipleSclerosis,
    byPopulation({
      children: { when: ageBelow(18), then: disablingRelapse },
      adults: { when: ageAtLeast(18), then: mriHighlyActive },
    }),
  ),
});
