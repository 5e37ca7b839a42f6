import { always, type Criterion } from '../member.ts';
import type { Quantity } from '../quantity.ts';
import { phrase } from '../text.ts';
import type { Product } from '../vocabulary/product.ts';

/** So many calendar months have passed between the day of a product's last dose and the date of service. */
export interface ElapsedSinceLastDose extends Criterion {
  readonly kind: 'elapsedSinceLastDose';
  readonly facts?: 'drugs';
  readonly documentable?: false;
}

/** Requires an interval since the last dose of a product, samples included (readings B-18, C-47). */
export function elapsedSinceLastDose(interval: Quantity<'months'>, product: Product): ElapsedSinceLastDose {
  return {
    kind: 'elapsedSinceLastDose',
    means: 'criterion',
    wording: always(
      phrase(
        `At least ${interval.value} months has elapsed since the last dose of any prior ${product.brand} treatment`,
      ),
    ),
    reading: `Calendar months, counted from the day of the last dose of the latest course, one from samples included; a day that a month lacks is its last.`,
    expression: {
      kind: 'elapsed',
      products: { products: [product.id], siblings: 'different' },
      months: interval.value,
    },
  };
}
