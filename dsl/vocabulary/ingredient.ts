import { always } from '../member.ts';
import { phrase } from '../text.ts';
import type { Agent } from './agent.ts';

/** An active ingredient: what tells agents apart. */
export interface Ingredient extends Agent {
  readonly kind: 'ingredient';
  readonly id: string;
  readonly name: string;
  /** RxNorm's concept of the ingredient, where it is known with certainty. */
  readonly rxnorm?: string;
  /** The drug class, where criteria count classes: `biguanide`. */
  readonly drugClass?: string;
  /** Ids of ingredients of which a reviewer must say whether they are distinct from this one. */
  readonly similarTo: readonly string[];
}

/**
 * Declares an ingredient. `genericFor` is the brand that its generic is identified by: it identifies, and does not
 * exclude the brand (reading B-6). `similarTo` need be said on one side alone; `drugClass` tells classes apart.
 * @example
 * ingredient({ id: 'metformin', name: 'metformin', drugClass: 'biguanide' })
 */
export function ingredient(definition: {
  readonly id: string;
  readonly name: string;
  readonly rxnorm?: string;
  readonly drugClass?: string;
  readonly genericFor?: string;
  readonly similarTo?: readonly Ingredient[];
}): Ingredient {
  const { id, name, rxnorm, drugClass, genericFor, similarTo = [] } = definition;
  return {
    kind: 'ingredient',
    means: 'agent',
    id,
    name,
    similarTo: similarTo.map((other) => other.id),
    ...(rxnorm === undefined ? {} : { rxnorm }),
    ...(drugClass === undefined ? {} : { drugClass }),
    wording: always(phrase(genericFor === undefined ? name : `${name} (generic for ${genericFor})`)),
    agents: { ingredients: [id], products: [], open: false },
  };
}
