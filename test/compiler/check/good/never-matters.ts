import { allOf, indication, oneOf, policy } from 'triplicate';
import {
  cognitiveImpairment,
  disablingRelapse,
  lemtrada,
  mriHighlyActive,
  multipleSclerosis,
  sharedVocabulary,
} from 'triplicate/vocabulary';

export const example = policy({
  number: 'GOOD432',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(
    multipleSclerosis,
    oneOf({ relapse: disablingRelapse, both: allOf({ same: cognitiveImpairment, mriHighlyActive }) }),
  ),
});
