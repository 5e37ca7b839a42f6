import type { Quantity } from '../quantity.ts';
import { oneSided, type AlsoIn, type QuantityBounds } from './bounds.ts';

/**
 * Less than the threshold, the threshold itself left out. `alsoIn` gives the threshold as published in another unit; a unit that is
 * not stated is converted by the factors of the measure, unrounded.
 * @throws Refused where one unit is stated twice.
 * @example
 * below(quantity(126, 'mg/dL'), quantity(7, 'mmol/L'))
 */
export function below<const Unit extends string>(
  threshold: Quantity<Unit>,
  alsoIn?: AlsoIn<Unit>,
): QuantityBounds<Unit> {
  return oneSided('below', 'less than', threshold, alsoIn);
}
