import { leavesOf } from '../../../dsl/kernel/facts.ts';
import { warning } from '../../errors.ts';
import type { Check } from '../check.ts';

/** The background speaks of adults, and a criterion lets someone younger pass. */
export const adults: Check = {
  name: 'adults',
  rule: ({ policy, kernel }, { placeOf, isAccepted }) => {
    const speaksOfAdults = (policy.background ?? []).some(({ text }) => /\badults?\b/i.test(text));
    if (!speaksOfAdults) return [];
    return kernel.clauses.flatMap(({ id, number, expression }) =>
      leavesOf(expression).flatMap((leaf) =>
        leaf.kind === 'threshold' && leaf.least < 18 && !isAccepted(id)
          ? warning(
              'TRI402',
              placeOf(id),
              `Criterion ${number} begins at ${leaf.least} years of age, and the background speaks of adults.`,
              `The criterion governs. If that is meant, add accept('adults', '${id}', 'why').`,
            )
          : [],
      ),
    );
  },
};
