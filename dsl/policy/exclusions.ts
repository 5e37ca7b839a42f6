import type { Criterion } from '../member.ts';

/** A condition that is not covered: what it is, and why. */
export interface Exclusion<C extends Criterion> {
  readonly kind: 'exclusion';
  readonly name: string;
  readonly criterion: C;
  /** Why, in the policy author's own words; decides nothing. */
  readonly reason: string;
  /** Numbers of the references that the reason cites. */
  readonly cites: readonly number[];
}

/** The conditions not covered; any use but the policy's indication is one of them without being named. */
export interface ConditionsNotCovered<E extends Readonly<Record<string, Exclusion<Criterion>>>> {
  readonly kind: 'conditionsNotCovered';
  readonly exclusions: E;
}

/**
 * Names a condition that is not covered. When its criterion is met, it vetoes an approval (reading B-16).
 * @example
 * exclusion('Together with natalizumab', concurrentUseOf(tysabri), { reason: 'The two have not been studied together.' })
 */
export function exclusion<const C extends Criterion>(
  name: string,
  criterion: C,
  because: { readonly reason: string; readonly cites?: readonly number[] },
): Exclusion<C> {
  return { kind: 'exclusion', name, criterion, reason: because.reason, cites: because.cites ?? [] };
}

/**
 * Gathers the conditions not covered; the keys name them. The catch-all for any other use comes first and by itself.
 * @example
 * conditionsNotCovered({ natalizumab: exclusion('Together with natalizumab', concurrentUseOf(tysabri), { reason: 'The two have not been studied together.' }) })
 */
export function conditionsNotCovered<const E extends Readonly<Record<string, Exclusion<Criterion>>>>(
  exclusions: E,
): ConditionsNotCovered<E> {
  return { kind: 'conditionsNotCovered', exclusions };
}
