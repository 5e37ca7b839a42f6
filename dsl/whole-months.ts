import type { Quantity } from './quantity.ts';
import { quantityText } from './vocabulary/unit-name.ts';
import { Refused } from './refusal.ts';

/**
 * The number of a length in calendar months; `what` names the length in the message.
 * @throws Refused where it is no whole number from `least` on.
 */
export function wholeMonths(what: string, length: Quantity<'months'>, least = 1): number {
  if (!Number.isInteger(length.value) || length.value < least) {
    throw new Refused(
      'months',
      `${what} of ${quantityText(length)}.`,
      `Give whole calendar months, from ${least} on.`,
    );
  }
  return length.value;
}
