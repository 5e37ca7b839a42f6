import { leavesOf } from '../../../dsl/kernel/facts.ts';
import { note } from '../../errors.ts';
import type { Check } from '../check.ts';

/** An "other agent" that may be contraindicated: nearly anyone has a contraindication to one of many (reading B-11). */
export const weakLimb: Check = {
  name: 'weak-limb',
  rule: ({ kernel }, { placeOf, isAccepted }) =>
    kernel.clauses.flatMap(({ id, number, expression }) =>
      leavesOf(expression).flatMap((leaf) =>
        leaf.kind === 'reason' &&
        leaf.otherThan !== undefined &&
        leaf.reasons.includes('contraindication') &&
        !isAccepted(id)
          ? note(
              'TRI411',
              placeOf(id),
              `${number} is a weak limb: a contraindication to any one of ${leaf.agents.ingredients.length} agents meets it.`,
              `If that is meant, add accept('weak-limb', '${id}', 'why').`,
            )
          : [],
      ),
    ),
};
