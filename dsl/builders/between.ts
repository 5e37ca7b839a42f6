import type { Quantity } from '../quantity.ts';
import { Refused } from '../refusal.ts';
import { quantityText } from '../vocabulary/unit-name.ts';
import type { QuantityBounds } from './bounds.ts';

/**
 * From one threshold to another, both included.
 * @throws Refused where the thresholds have different units, or the lower is above the upper.
 * @example
 * between(quantity(70, 'mg/dL'), quantity(180, 'mg/dL'))
 */
export function between<const Unit extends string>(
  low: Quantity<Unit>,
  high: Quantity<NoInfer<Unit>>,
): QuantityBounds<Unit> {
  if (low.unit !== high.unit || low.value > high.value) {
    throw new Refused(
      'band',
      `A band from ${quantityText(low)} to ${quantityText(high)}.`,
      'Give the lower threshold first, and both in one unit.',
    );
  }
  return {
    kind: 'bounds',
    stated: [{ unit: low.unit, least: low.value, most: high.value }],
    text: `between ${quantityText(low)} and ${quantityText(high)}, both included`,
  };
}
