import type { Numbering } from '../member.ts';

/** The marks of lists within lists, from the outermost on, where the author names none. */
export const defaultMarks: readonly Numbering[] = ['A.', 'a.', 'i.', '1.'];

/** What prints before the n-th item of a list, from 0: `A.`, or a bullet. */
export function mark(numbering: Numbering, index: number): string {
  return numbering === '•' ? '•' : `${label(numbering, index)}.`;
}

/** The n-th label of a list, from 0: `A` to `Z` and on with `AA`; Roman numerals; plain numbers. */
export function label(numbering: Numbering, index: number): string {
  switch (numbering) {
    case 'A.':
      return letters(index);
    case 'a.':
      return letters(index).toLowerCase();
    case 'i.':
      return roman(index + 1);
    default:
      return String(index + 1);
  }
}

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

const numerals: readonly (readonly [string, number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

function roman(value: number): string {
  const next = numerals.find(([, worth]) => worth <= value);
  return next === undefined ? '' : next[0] + roman(value - next[1]);
}
