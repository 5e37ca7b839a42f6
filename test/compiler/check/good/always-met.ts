import { ageAtLeast, allOf, indication, oneOf, policy } from 'triplicate';
import {
  disablingRelapse,
  lemtrada,
  mriHighlyActive,
  multipleSclerosis,
  sharedVocabulary,
} from 'triplicate/vocabulary';

export const example = policy({
  number: 'GOOD421',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(
    multipleSclerosis,
    allOf({
      any: oneOf({ relapse: disablingRelapse, old: ageAtLeast(19) }),
      mri: mriHighlyActive,
    }),
  ),
});
