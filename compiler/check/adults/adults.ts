import type { Threshold } from '../../../dsl/kernel/expression.ts';
import { leavesOf } from '../../../dsl/kernel/facts.ts';
import { note } from '../../errors.ts';
import type { Check } from '../check.ts';

/** The background speaks of adults, and a criterion lets someone younger pass. */
export const adults: Check = {
  name: 'adults',
  rule: ({ policy, kernel }, { placeOf, isAccepted }) => {
    const speaksOfAdults = (policy.background ?? []).some(({ text }) => /\badults?\b/i.test(text));
    if (!speaksOfAdults) return [];
    return kernel.clauses.flatMap(({ id, number, expression }) =>
      leavesOf(expression).flatMap((leaf) =>
        leaf.kind === 'threshold' && isBefore18(leaf) && !isAccepted(id)
          ? note(
              'TRI402',
              placeOf(id),
              `Criterion ${number} begins at ${beginOf(leaf)} ${leaf.unit} of age, and the background speaks of adults.`,
              `The criterion governs. If that is meant, add accept('adults', '${id}', 'why').`,
            )
          : [],
      ),
    );
  },
};

/** In one year there are at least 365 days; what only ends an age says nothing of adults. */
function isBefore18(threshold: Threshold): boolean {
  const begin = beginOf(threshold);
  return begin !== undefined && begin < 18 * { years: 1, months: 12, days: 365 }[threshold.unit];
}

/** The youngest age, which is counted in full units. */
function beginOf({ bounds: { least, above } }: Threshold): number | undefined {
  return least ?? (above === undefined ? undefined : above + 1);
}
