import { slowestMachine, stepsPerMillisecond } from '../../logic/solver.ts';

/** What may still be spent on a policy, counted in the solver's steps: the same work is done on every machine. */
export interface Effort {
  /** Counts steps as spent. */
  readonly spend: (steps: number) => void;
  readonly isLeft: () => boolean;
}

/**
 * An effort of about so many milliseconds of the machine on which the solver's steps were measured; `now` is a clock in
 * milliseconds, and ends only what takes many times as long.
 */
export function effortOf(milliseconds: number, now: () => number): Effort {
  const ends = now() + milliseconds * slowestMachine;
  let left = milliseconds * stepsPerMillisecond;
  return {
    spend: (steps) => {
      left -= steps;
    },
    isLeft: () => left > 0 && now() <= ends,
  };
}
