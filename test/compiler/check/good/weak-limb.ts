import {
  ageAtLeast,
  allOf,
  documented,
  eitherOf,
  failureContraindicationOrIntolerance,
  indication,
  policy,
} from 'triplicate';
import {
  dimethylFumarate,
  fingolimod,
  lemtrada,
  multipleSclerosis,
  sharedVocabulary,
} from 'triplicate/vocabulary';

export const example = policy({
  number: 'GOOD441',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(
    multipleSclerosis,
    allOf({
      age: ageAtLeast(17),
      way: documented(failureContraindicationOrIntolerance(eitherOf({ dimethylFumarate, fingolimod }))),
    }),
  ),
});
