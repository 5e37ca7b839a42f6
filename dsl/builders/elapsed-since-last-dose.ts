import { always, type Criterion } from '../member.ts';
import type { QuantityIn, Quantity } from '../quantity.ts';
import { phrase } from '../text.ts';
import type { Product } from '../vocabulary/product.ts';
import { wholeMonths } from '../whole-months.ts';

/** So many calendar months have passed between the day of a product's last dose and the date of service. */
export interface ElapsedSinceLastDose extends Criterion {
  readonly kind: 'elapsedSinceLastDose';
  readonly facts?: 'drugs';
  readonly documentable?: false;
}

/**
 * Requires an interval since the last dose of a product, samples included (readings B-18, C-47).
 * @throws Refused where the interval is no whole number of months above 0.
 * @example
 * elapsedSinceLastDose(months(12), lemtrada)
 */
export function elapsedSinceLastDose<const Unit extends string>(
  interval: QuantityIn<'months', Unit>,
  product: Product,
): ElapsedSinceLastDose {
  // Past the call the refusal has done its work: the quantity is in months.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  const value = wholeMonths('An interval', interval as Quantity<'months'>);
  return {
    kind: 'elapsedSinceLastDose',
    means: 'criterion',
    wording: always(
      phrase(
        `At least ${value} months has elapsed since the last dose of any prior ${product.brand} treatment`,
      ),
    ),
    reading: `Calendar months, counted from the day of the last dose of the latest course, one from samples included; a day that a month lacks is its last.`,
    expression: {
      kind: 'elapsed',
      products: { products: [product.id], siblings: 'different' },
      months: value,
    },
  };
}
