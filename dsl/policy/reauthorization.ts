import type { Criterion } from '../member.ts';

/** What a renewal asks for: these criteria, and whether the initial ones again. */
export interface Reauthorization<C extends Criterion> {
  readonly kind: 'reauthorization';
  /** The section that is met once more (reading B-21); `nothing` where a renewal goes by its own criteria alone. */
  readonly repeats: 'medicalNecessity' | 'nothing';
  readonly criteria: C;
}

/**
 * Opens the criteria for a renewal. With `repeats: 'medicalNecessity'` the whole medical necessity section is met
 * again beside them; with `repeats: 'nothing'` they stand by themselves. The conditions not covered veto either way.
 * @example
 * reauthorization({ repeats: 'medicalNecessity', criteria: allOf({ response: documented(beneficialResponse) }) })
 */
export function reauthorization<const C extends Criterion>(definition: {
  readonly repeats: 'medicalNecessity' | 'nothing';
  readonly criteria: C;
}): Reauthorization<C> {
  return { kind: 'reauthorization', ...definition };
}
