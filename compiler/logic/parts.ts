import type { Leaf } from '../../dsl/kernel/expression.ts';
import { factsOf } from '../../dsl/kernel/facts.ts';

/** Questions that share facts with one another, directly or through others of them, and all the facts that they read. */
export interface Part {
  readonly leaves: readonly Leaf[];
  readonly facts: readonly string[];
}

/**
 * Divides questions into parts that share no fact but the date of service: on a given day, how the questions of one part stand
 * says nothing of those of another.
 */
export function partsOf(leaves: readonly Leaf[]): readonly Part[] {
  return leaves.reduce<readonly Part[]>((parts, leaf) => {
    const facts = factsOf(leaf);
    const joined = parts.filter((part) => part.facts.some((fact) => facts.includes(fact)));
    const one: Part = {
      leaves: [...joined.flatMap((part) => part.leaves), leaf],
      facts: [...new Set([...joined.flatMap((part) => part.facts), ...facts])],
    };
    return [...parts.filter((part) => !joined.includes(part)), one];
  }, []);
}
