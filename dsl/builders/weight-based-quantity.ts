import { always, type Criterion } from '../member.ts';
import type { Quantity } from '../quantity.ts';
import { Refused } from '../refusal.ts';
import { phrase } from '../text.ts';
import type { Measure } from '../vocabulary/measure.ts';
import { quantityText, unitName } from '../vocabulary/unit-name.ts';

/** The quantity asked for is within what a measured value, as the body weight, allows. */
export interface WeightBasedQuantity<Id extends string> extends Criterion {
  readonly kind: 'weightBasedQuantity';
  readonly facts?: `events.${Id}`;
  readonly documentable?: false;
}

/**
 * Requires a quantity of at most so much for each unit of the latest value of a measure (its first unit, as kg),
 * rounded up to whole packages where `roundedUpTo` names one.
 * @throws Refused where an amount is not above 0, or the two have different units.
 * @example
 * weightBasedQuantity(measure({ id: 'body-weight', name: 'body weight', units: { kg: 1, '[lb_av]': 0.45359237 } }), { atMost: quantity(5, 'mg'), roundedUpTo: quantity(100, 'mg') })
 */
export function weightBasedQuantity<const Id extends string, const Unit extends string>(
  measure: Measure<Id, string, string>,
  amount: { readonly atMost: Quantity<Unit>; readonly roundedUpTo?: Quantity<NoInfer<Unit>> },
): WeightBasedQuantity<Id> {
  const { atMost, roundedUpTo } = amount;
  if (atMost.value <= 0 || (roundedUpTo !== undefined && roundedUpTo.value <= 0)) {
    throw new Refused('amount', `An amount of ${quantityText(atMost)}.`, 'Give amounts above 0.');
  }
  if (roundedUpTo !== undefined && roundedUpTo.unit !== atMost.unit) {
    throw new Refused(
      'amount-unit',
      `An amount in ${atMost.unit} is rounded up in ${String(roundedUpTo.unit)}.`,
      'State both in one unit.',
    );
  }
  const per = unitName(measure.units[0]?.unit ?? '');
  const rounded =
    roundedUpTo === undefined ? '' : `, the product rounded up to a multiple of ${quantityText(roundedUpTo)}`;
  return {
    kind: 'weightBasedQuantity',
    means: 'criterion',
    wording: always(
      phrase(
        `The quantity asked for is at most ${quantityText(atMost)} for each ${per} of the latest ${measure.name}${rounded}`,
      ),
    ),
    expression: {
      kind: 'amount',
      unit: atMost.unit,
      bounds: { most: atMost.value },
      perValueOf: {
        event: measure.id,
        ...(roundedUpTo === undefined ? {} : { roundedUpTo: roundedUpTo.value }),
      },
    },
  };
}
