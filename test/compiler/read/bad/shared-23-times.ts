// expects TRI111
import { ageAtLeast, allOf, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

const g0 = ageAtLeast(17);
const g1 = allOf({ a: g0, b: g0 });
const g2 = allOf({ a: g1, b: g1 });
const g3 = allOf({ a: g2, b: g2 });
const g4 = allOf({ a: g3, b: g3 });
const g5 = allOf({ a: g4, b: g4 });
const g6 = allOf({ a: g5, b: g5 });
const g7 = allOf({ a: g6, b: g6 });
const g8 = allOf({ a: g7, b: g7 });
const g9 = allOf({ a: g8, b: g8 });
const g10 = allOf({ a: g9, b: g9 });
const g11 = allOf({ a: g10, b: g10 });
const g12 = allOf({ a: g11, b: g11 });
const g13 = allOf({ a: g12, b: g12 });
const g14 = allOf({ a: g13, b: g13 });
const g15 = allOf({ a: g14, b: g14 });
const g16 = allOf({ a: g15, b: g15 });
const g17 = allOf({ a: g16, b: g16 });
const g18 = allOf({ a: g17, b: g17 });
const g19 = allOf({ a: g18, b: g18 });
const g20 = allOf({ a: g19, b: g19 });
const g21 = allOf({ a: g20, b: g20 });
const g22 = allOf({ a: g21, b: g21 });
const g23 = allOf({ a: g22, b: g22 });

export const example = policy({
  number: 'BAD035',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, g23),
});
