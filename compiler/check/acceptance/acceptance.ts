import { error } from '../../errors.ts';
import { didYouMean } from '../../nearest.ts';
import type { Check } from '../check.ts';

/** `accept(...)` names a check that there is. */
export const acceptance: Check = {
  name: 'acceptance',
  rule: ({ policy }, { checks, placeOf }) =>
    (policy.accepted ?? [])
      .filter(({ check }) => !checks.includes(check))
      .map(({ check, at }) =>
        error(
          'TRI401',
          placeOf(at),
          `accept('${check}', ...) names no check.${didYouMean(check, checks)}`,
          `Name one of ${checks.join(', ')}.`,
        ),
      ),
};
