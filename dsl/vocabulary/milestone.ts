/** A day that windows and ages are counted from: an order, a first dose, a discharge. */
export interface Milestone<Id extends string> {
  readonly kind: 'milestone';
  readonly id: Id;
  /** As it reads within a sentence: `the order`. */
  readonly name: string;
}

/**
 * Declares a milestone; `id` is its key under `dates` in a case, `name` reads within a sentence.
 * @example
 * milestone({ id: 'order', name: 'the order' })
 */
export function milestone<const Id extends string>(definition: {
  readonly id: Id;
  readonly name: string;
}): Milestone<Id> {
  return { kind: 'milestone', ...definition };
}
