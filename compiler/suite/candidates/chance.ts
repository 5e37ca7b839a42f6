/** Numbers at random that are the same in every run. */
export interface Chance {
  /** A whole number from 0 up to the limit, which it is not. */
  readonly below: (limit: number) => number;
  /** One of these. Throws RangeError where there is none. */
  readonly pick: <T>(of: readonly T[]) => T;
  /** Once in so many times. */
  readonly onceIn: (times: number) => boolean;
}

/** Opens a row of numbers: a linear congruence of 32 bits, of which the upper ones are taken. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (((state >>> 8) / 2 ** 24) * limit) | 0;
  };
  return {
    below,
    pick: <T>(of: readonly T[]): T => {
      const [found] = of.slice(below(of.length)).slice(0, 1);
      if (found === undefined) throw new RangeError('There is nothing to choose from.');
      return found;
    },
    onceIn: (times) => below(times) === 0,
  };
}
