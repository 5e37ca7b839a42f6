import { always, type Criterion } from '../member.ts';
import type { Quantity } from '../quantity.ts';
import { Refused } from '../refusal.ts';
import { phrase } from '../text.ts';
import { quantityText } from '../vocabulary/unit-name.ts';

/** The quantity asked for is at most so much. */
export interface QuantityAtMost extends Criterion {
  readonly kind: 'quantityAtMost';
  readonly facts?: never;
  readonly documentable?: false;
}

/**
 * Requires that the quantity asked for is at most so much; one asked for in another unit leaves it unknown.
 * @throws Refused where the limit is not above 0.
 * @example
 * quantityAtMost(quantity(1, '{kit}'))
 */
export function quantityAtMost(limit: Quantity<string>): QuantityAtMost {
  if (limit.value <= 0) {
    throw new Refused('amount', `An amount of ${quantityText(limit)}.`, 'Give an amount above 0.');
  }
  return {
    kind: 'quantityAtMost',
    means: 'criterion',
    wording: always(phrase(`The quantity asked for is at most ${quantityText(limit)}`)),
    expression: { kind: 'amount', unit: limit.unit, bounds: { most: limit.value } },
  };
}
