import type { Criterion } from '../member.ts';
import type { Disease } from '../vocabulary/disease.ts';

/** What a drug is asked for, under its run-in heading, and the criteria for it. */
export interface Indication<C extends Criterion> {
  readonly kind: 'indication';
  readonly disease: Disease;
  readonly criteria: C;
}

/** Opens the criteria for an indication. */
export function indication<const C extends Criterion>(disease: Disease, criteria: C): Indication<C> {
  return { kind: 'indication', disease, criteria };
}
