import { no, yes, type Term } from '../../logic/term.ts';
import { conj, disj, neg, same } from './formula.ts';

/** The sum of two whole numbers by their bits. */
export function addBits(
  first: readonly Term[],
  second: readonly Term[],
  carried: Term = no,
): readonly Term[] {
  let carry = carried;
  return first.map((one, place) => {
    const two = second[place] ?? no;
    const differ = neg(same(one, two));
    const sum = neg(same(differ, carry));
    carry = disj(conj(one, two), conj(carry, disj(one, two)));
    return sum;
  });
}

/** The number below zero, by its bits. */
export function negatedBits(bits: readonly Term[]): readonly Term[] {
  return addBits(
    bits.map(neg),
    bits.map(() => no),
    yes,
  );
}

/** Whether the first is less than the second, with their sign; or at most it. */
export function lessBits(first: readonly Term[], second: readonly Term[], orEqual: boolean): Term {
  let result = orEqual ? yes : no;
  first.forEach((one, place) => {
    const two = second[place] ?? no;
    // The highest bit is the sign: there a one is the lesser.
    const [lower, higher] = place === 31 ? [two, one] : [one, two];
    result = disj(conj(neg(lower), higher), conj(same(lower, higher), result));
  });
  return result;
}
