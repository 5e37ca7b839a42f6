import type { Quantity } from '../quantity.ts';
import type { Ingredient } from './ingredient.ts';

/** A HCPCS Level II code: what it bills, and how much of it is one unit. */
export interface BillingCode<Unit extends string> {
  readonly kind: 'hcpcs';
  readonly code: string;
  readonly description: string;
  readonly ingredient: Ingredient;
  readonly unit: Quantity<Unit>;
  readonly from?: string;
  readonly until?: string;
}

/**
 * Declares a HCPCS code; `from` is its first day of service, `until` the first on which it is gone.
 * @example
 * hcpcs({ code: 'J0202', description: 'Injection, alemtuzumab, 1 mg', ingredient: alemtuzumab, unit: mg(1) })
 */
export function hcpcs<const Unit extends string>(definition: {
  readonly code: string;
  readonly description: string;
  readonly ingredient: Ingredient;
  readonly unit: Quantity<Unit>;
  readonly from?: string;
  readonly until?: string;
}): BillingCode<Unit> {
  return { kind: 'hcpcs', ...definition };
}
