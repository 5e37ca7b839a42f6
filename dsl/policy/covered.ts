import type { AgentSelection } from '../member.ts';
import type { Phrase } from '../text.ts';
import { phrase, plainText, proseList } from '../text.ts';
import type { Product } from '../vocabulary/product.ts';

/** What a policy may cover beside a drug: a device, a procedure or a service, of which it needs no more than this. */
export interface CoveredItem {
  readonly kind: 'item';
  readonly id: string;
  readonly name: string;
  readonly agents: AgentSelection;
}

/** What a policy covers. */
export type Covered = Product | CoveredItem;

/** The keys of a policy that say what it covers: one thing, or several that it treats alike; one of the two is given. */
export interface Scope {
  /** The scope key: a request for another product is none of this policy's (reading B-23). */
  readonly product?: Covered;
  /** Several products or items; with `product`, these beside it. */
  readonly products?: readonly Covered[];
  /** How sentences name what is covered, where the list would be too long for them: `GLP-1 receptor agonist`. */
  readonly called?: string;
}

/** Everything that a policy covers, each once. */
export function coveredBy({ product, products = [] }: Scope): readonly Covered[] {
  const all = product === undefined ? products : [product, ...products];
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** What is covered, as sentences name it: `alemtuzumab (Lemtrada)`; an item by its name alone. */
export function coveredName(scope: Scope): string {
  if (scope.called !== undefined) return scope.called;
  const covered = coveredBy(scope);
  const names = covered.map((each) => {
    if (each.kind === 'item') return each.name;
    const brands = covered.flatMap((other) =>
      other.kind === 'product' && other.ingredient.id === each.ingredient.id ? [other.brand] : [],
    );
    return `${each.ingredient.name} (${brands.join(', ')})`;
  });
  return plainText(
    proseList(
      [...new Set(names)].map((name): Phrase => phrase(name)),
      'or',
    ),
  );
}

/**
 * What is covered, told apart by ingredient: for each ingredient its ids of products. An item is an ingredient of its
 * own.
 */
export function coveredIngredients(scope: Scope): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, agents } of coveredBy(scope)) {
    for (const ingredient of agents.ingredients) {
      groups.set(ingredient, [...(groups.get(ingredient) ?? []), id]);
    }
  }
  return groups;
}
