import type { Bounds } from '../../../dsl/kernel/expression.ts';

/** What a question is under one answer: not met, left open or met. */
export type Standing = 0 | 1 | 3;

/** Met where something holds, else not met. */
export function standing(holds: boolean): Standing {
  return holds ? 3 : 0;
}

/** Each bound, and a little less and a little more: a value of every kind that the bounds tell apart. */
export function edgesOf(bounds: readonly Bounds[]): readonly number[] {
  const named = bounds.flatMap(({ least, above, most, below }) => [least, above, most, below]);
  return named.flatMap((bound) => {
    if (bound === undefined) return [];
    const little = Math.max(1, Math.abs(bound)) / 1e6;
    return [bound - little, bound, bound + little];
  });
}
