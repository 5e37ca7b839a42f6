import { always, type Criterion, type Member } from '../member.ts';
import { Refused } from '../refusal.ts';
import { phrase, proseList } from '../text.ts';

/** One of the products was given at some time, for any length and with any outcome. */
export interface PreviousTreatmentWith extends Criterion {
  readonly kind: 'previousTreatmentWith';
  readonly facts?: 'drugs';
  readonly documentable?: false;
}

/**
 * Requires that a product was ever given, up to the date of service and not as a sample (reading B-14). Several are
 * named as `oneOf({ kesimpta, tysabri })` and print as prose within the item. Another product of the same
 * ingredient is for the reviewer.
 * @throws Refused where a product is not named by brand.
 * @example
 * previousTreatmentWith(oneOf({ kesimpta, tysabri }))
 */
export function previousTreatmentWith<const S extends Member & { readonly means: 'agent' }>(
  selection: S,
): PreviousTreatmentWith {
  const terms: readonly Member[] =
    selection.members === undefined ? [selection] : Object.values(selection.members);
  const products = terms.flatMap((term) => term.agents?.products ?? []);
  if (terms.some((term) => (term.agents?.products ?? []).length === 0)) {
    throw new Refused(
      'no-product',
      'previousTreatmentWith(...) names a drug that is no product.',
      'Name products by their brand.',
    );
  }
  return {
    kind: 'previousTreatmentWith',
    means: 'criterion',
    wording: always(
      phrase(
        'Previous treatment with ',
        proseList(
          terms.map((term) => term.wording.plain),
          'or',
        ),
      ),
    ),
    reading:
      'Any past or present treatment that was not a sample counts, whatever its length and outcome; another product of the same ingredient is for a reviewer.',
    expression: { kind: 'treated', products: { products, siblings: 'review' }, samples: false },
  };
}
