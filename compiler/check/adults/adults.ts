import type { Threshold } from '../../../dsl/kernel/expression.ts';
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
        leaf.kind === 'threshold' && beginsBefore18(leaf) && !isAccepted(id)
          ? warning(
              'TRI402',
              placeOf(id),
              `Criterion ${number} begins at ${leaf.bounds.least ?? leaf.bounds.above ?? 0} ${leaf.unit} of age, and the background speaks of adults.`,
              `The criterion governs. If that is meant, add accept('adults', '${id}', 'why').`,
            )
          : [],
      ),
    );
  },
};

/** In one year there are at least 365 days; what only ends an age says nothing of adults. */
function beginsBefore18({ unit, bounds: { least, above } }: Threshold): boolean {
  const begin = least ?? above;
  return begin !== undefined && begin < 18 * { years: 1, months: 12, days: 365 }[unit];
}
