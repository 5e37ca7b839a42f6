import { leavesOf } from '../../../dsl/kernel/facts.ts';
import { note } from '../../errors.ts';
import type { Check } from '../check.ts';

/** The next course comes no earlier than the approval ends: it always falls outside of it (reading B-19). */
export const approvalInterval: Check = {
  name: 'approval-interval',
  rule: ({ kernel }, { placeOf, isAccepted }) => {
    const { initial } = kernel.durations;
    if (initial === undefined) return [];
    return kernel.clauses
      .filter(({ section }) => section === 'dosing')
      .flatMap(({ id, number, expression }) =>
        leavesOf(expression).flatMap((leaf) =>
          leaf.kind === 'elapsed' && leaf.months >= initial && !isAccepted(id)
            ? note(
                'TRI403',
                placeOf(id),
                `${number} asks for ${leaf.months} months between courses, and an approval lasts ${initial}: the next course always falls outside the first approval.`,
                `If that is meant, add accept('approval-interval', '${id}', 'why').`,
              )
            : [],
        ),
      );
  },
};
