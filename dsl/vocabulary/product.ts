import { always } from '../member.ts';
import { phrase } from '../text.ts';
import type { Agent } from './agent.ts';
import type { Ingredient } from './ingredient.ts';

/** Where a drug is given, as an appendix prints it. */
export type Mode =
  'Oral' | 'Injection (self-administered)' | 'Injection (administered)' | 'Intravenous infusion';

/** A product on the market: a brand of one ingredient in one form. */
export interface Product extends Agent {
  readonly kind: 'product';
  readonly id: string;
  readonly brand: string;
  readonly mark: '®' | '™' | '';
  readonly ingredient: Ingredient;
  /** The nonproprietary name as the label gives it, suffix included. */
  readonly nonproprietaryName: string;
  /** As `capsules` or `intravenous infusion`. */
  readonly form: string;
  readonly mode: Mode;
  /** Whether a generic of the product is sold. */
  readonly generic: boolean;
}

/**
 * Declares a product. Without `nonproprietaryName` it has its ingredient's name.
 * @example
 * product({ id: 'lemtrada', brand: 'Lemtrada', ingredient: alemtuzumab, form: 'intravenous infusion', mode: 'Intravenous infusion' })
 */
export function product(definition: {
  readonly id: string;
  readonly brand: string;
  readonly mark?: '®' | '™';
  readonly ingredient: Ingredient;
  readonly nonproprietaryName?: string;
  readonly form: string;
  readonly mode: Mode;
  readonly generic?: boolean;
}): Product {
  const {
    id,
    brand,
    mark = '',
    ingredient,
    nonproprietaryName = ingredient.name,
    form,
    mode,
    generic = false,
  } = definition;
  return {
    kind: 'product',
    means: 'agent',
    id,
    brand,
    mark,
    ingredient,
    nonproprietaryName,
    form,
    mode,
    generic,
    wording: always(phrase(`${brand} (${nonproprietaryName} ${form})`)),
    agents: { ingredients: [ingredient.id], products: [id], open: false },
  };
}
