// expects TRI421
import { ageAtLeast, ageBelow, allOf, indication, oneOf, policy } from 'triplicate';
import {
  disablingRelapse,
  lemtrada,
  mriHighlyActive,
  multipleSclerosis,
  sharedVocabulary,
} from 'triplicate/vocabulary';

export const example = policy({
  number: 'BAD421',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(
    multipleSclerosis,
    allOf({
      any: oneOf({ young: ageBelow(18), relapse: disablingRelapse, old: ageAtLeast(18) }),
      mri: mriHighlyActive,
    }),
  ),
});
