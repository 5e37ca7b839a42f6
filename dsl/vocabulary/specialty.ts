/** A medical specialty and who practises it. */
export interface Specialty<Id extends string> {
  readonly kind: 'specialty';
  readonly id: Id;
  /** As `neurologist`. */
  readonly practitioner: string;
}

/**
 * Declares a specialty; `id` is its key in a case.
 * @example
 * specialty({ id: 'neurology', practitioner: 'neurologist' })
 */
export function specialty<const Id extends string>(definition: {
  readonly id: Id;
  readonly practitioner: string;
}): Specialty<Id> {
  return { kind: 'specialty', ...definition };
}
