import { always } from '../member.ts';
import { phrase } from '../text.ts';
import type { Product } from './product.ts';

/**
 * The product with its nonproprietary name spelled as the published document has it; the meaning stays (reading B-27).
 * @example
 * spelled('alemtuzumab injection', lemtrada)
 */
export function spelled(nonproprietaryName: string, product: Product): Product {
  return {
    ...product,
    nonproprietaryName,
    wording: always(phrase(`${product.brand} (${nonproprietaryName} ${product.form})`)),
  };
}
