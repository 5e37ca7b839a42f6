import {
  additionalCourse,
  ageAtLeast,
  allOf,
  dosing,
  firstCourse,
  indication,
  mg,
  months,
  policy,
} from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

export const example = policy({
  number: 'GOOD440',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
  durations: { initial: months(12) },
  dosing: dosing(
    {
      first: firstCourse(lemtrada, { perDay: mg(12), days: 5, total: mg(60) }),
      additional: additionalCourse(lemtrada, { perDay: mg(12), days: 3, total: mg(36), after: months(11) }),
    },
    { numbering: 'A.' },
  ),
});
