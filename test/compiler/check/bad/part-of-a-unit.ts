// expects TRI432
import {
  additionalCourse,
  ageAtLeast,
  allOf,
  dosing,
  firstCourse,
  hcpcs,
  indication,
  mg,
  months,
  policy,
} from 'triplicate';
import { alemtuzumab, lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

const odd = hcpcs({ code: 'J9999', description: 'Injection', ingredient: alemtuzumab, unit: mg(7) });
export const example = policy({
  number: 'BAD431',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
  dosing: dosing(
    {
      first: firstCourse(lemtrada, { perDay: mg(12), days: 5, total: mg(60) }),
      additional: additionalCourse(lemtrada, { perDay: mg(12), days: 3, total: mg(36), after: months(12) }),
    },
    { numbering: 'A.' },
  ),
  coding: { codes: [odd], notes: [] },
});
