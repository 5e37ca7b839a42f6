import type { CompiledPolicy } from '../../compiler/compiled-policy.ts';
import { allOf, finding, oneOf } from '../../dsl/index.ts';
import { withCriteria } from './analysed.ts';

/** A policy with as many paths as its groups of alternatives multiply to. */
export function manyPaths(...alternatives: readonly number[]): CompiledPolicy {
  const group = (name: string, count: number) =>
    oneOf(
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `sign${index + 1}`,
          finding({ id: `${name}-${index + 1}`, name: `Sign ${index + 1} of ${name}` }),
        ]),
      ),
    );
  return withCriteria(
    allOf(
      Object.fromEntries(
        alternatives.map((count, index) => [`group${index + 1}`, group(`group-${index + 1}`, count)]),
      ),
    ),
  );
}
