import { always, type Criterion, type Member } from '../member.ts';
import { Refused } from '../refusal.ts';
import { phrase, proseList } from '../text.ts';
import { agentTerms } from './trial-text.ts';

/** What is asked for is one of these products or items. */
export interface RequestedProduct extends Criterion {
  readonly kind: 'requestedProduct';
  readonly facts?: never;
  readonly documentable?: false;
}

/**
 * Requires that what is asked for is a product or an item, or one of several as `oneOf({ lemtrada, campath })`.
 * @throws Refused where a product is not named by brand.
 * @example
 * requestedProduct(oneOf({ lemtrada, tysabri }))
 */
export function requestedProduct<const S extends Member & { readonly means: 'agent' }>(
  products: S,
): RequestedProduct {
  const terms = agentTerms(products);
  if (terms.some(({ agents }) => (agents?.products ?? []).length === 0)) {
    throw new Refused(
      'no-product',
      'requestedProduct(...) names a drug that is no product.',
      'Name products by their brand, or items.',
    );
  }
  return {
    kind: 'requestedProduct',
    means: 'criterion',
    wording: always(
      phrase(
        'The request is for ',
        proseList(
          terms.map(({ wording }) => wording.plain),
          'or',
        ),
      ),
    ),
    expression: {
      kind: 'choice',
      field: 'product',
      among: [...new Set(terms.flatMap(({ agents }) => agents?.products ?? []))],
    },
  };
}
