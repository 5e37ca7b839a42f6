/** What a drug is asked for: an indication. */
export interface Disease {
  readonly kind: 'disease';
  readonly id: string;
  readonly name: string;
}

/**
 * Declares an indication by its id in a case and its name in a heading.
 * @example
 * disease({ id: 'asthma', name: 'Asthma' })
 */
export function disease(definition: { readonly id: string; readonly name: string }): Disease {
  return { kind: 'disease', ...definition };
}
