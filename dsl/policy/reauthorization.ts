import type { Criterion } from '../member.ts';

/** What a renewal asks for: the initial criteria again, and these. */
export interface Reauthorization<C extends Criterion> {
  readonly kind: 'reauthorization';
  /** The section that is met once more (reading B-21). */
  readonly repeats: 'medicalNecessity';
  readonly criteria: C;
}

/** Opens the criteria for a renewal: the whole medical necessity section again, and `criteria` beside it. */
export function reauthorization<const C extends Criterion>(definition: {
  readonly repeats: 'medicalNecessity';
  readonly criteria: C;
}): Reauthorization<C> {
  return { kind: 'reauthorization', ...definition };
}
