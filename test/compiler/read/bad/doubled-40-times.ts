// expects TRI111
import { ageAtLeast, allOf, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';

const l0 = ['a', 'b'];
const l1 = [...l0, ...l0];
const l2 = [...l1, ...l1];
const l3 = [...l2, ...l2];
const l4 = [...l3, ...l3];
const l5 = [...l4, ...l4];
const l6 = [...l5, ...l5];
const l7 = [...l6, ...l6];
const l8 = [...l7, ...l7];
const l9 = [...l8, ...l8];
const l10 = [...l9, ...l9];
const l11 = [...l10, ...l10];
const l12 = [...l11, ...l11];
const l13 = [...l12, ...l12];
const l14 = [...l13, ...l13];
const l15 = [...l14, ...l14];
const l16 = [...l15, ...l15];
const l17 = [...l16, ...l16];
const l18 = [...l17, ...l17];
const l19 = [...l18, ...l18];
const l20 = [...l19, ...l19];
const l21 = [...l20, ...l20];
const l22 = [...l21, ...l21];
const l23 = [...l22, ...l22];
const l24 = [...l23, ...l23];
const l25 = [...l24, ...l24];
const l26 = [...l25, ...l25];
const l27 = [...l26, ...l26];
const l28 = [...l27, ...l27];
const l29 = [...l28, ...l28];
const l30 = [...l29, ...l29];
const l31 = [...l30, ...l30];
const l32 = [...l31, ...l31];
const l33 = [...l32, ...l32];
const l34 = [...l33, ...l33];
const l35 = [...l34, ...l34];
const l36 = [...l35, ...l35];
const l37 = [...l36, ...l36];
const l38 = [...l37, ...l37];
const l39 = [...l38, ...l38];

export const example = policy({
  number: 'BAD034',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
  related: l39,
});
