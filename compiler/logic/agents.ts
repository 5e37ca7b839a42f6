import { canonicalId } from '../../dsl/kernel/drug-history.ts';
import type { Leaf } from '../../dsl/kernel/expression.ts';
import type { Kernel, Tables } from '../../dsl/kernel/kernel.ts';

/** What a drug's name may come to, as far as questions tell names apart. */
export interface Agent {
  /** What a case's entry says: an id of the vocabulary, or a name that it lacks. */
  readonly id: string;
  readonly product?: string;
  readonly ingredient?: string;
}

/**
 * The agents that the questions of policies tell apart: the products and ingredients that they name, one more that the
 * vocabulary knows, where there is one, and two names that it lacks.
 */
export function agentsOf(
  kernels: readonly Kernel[],
  leaves: readonly Leaf[],
  tables: Tables,
): readonly Agent[] {
  const products = new Set([...kernels.flatMap((kernel) => kernel.products), ...leaves.flatMap(productsOf)]);
  const named = new Set([
    ...leaves.flatMap(ingredientsOf),
    ...tables.products.filter(({ id }) => products.has(id)).map(({ ingredient }) => ingredient),
  ]);
  const byProduct = leaves.some((leaf) => leaf.kind === 'trials' && leaf.by === 'product');
  // A product that no question names goes by its ingredient, but where products or their siblings are told apart.
  const told = new Set(
    tables.products
      .filter(
        ({ id, ingredient }) =>
          products.has(id) ||
          [...products].some((each) => ingredientOf(tables, each) === ingredient) ||
          (byProduct && named.has(ingredient)),
      )
      .map(({ id }) => id),
  );
  const other = tables.ingredients.find(({ id }) => !named.has(id));
  return [
    ...tables.products
      .filter(({ id }) => told.has(id))
      .map(({ id, ingredient }) => ({ id, product: id, ingredient })),
    ...tables.ingredients.filter(({ id }) => named.has(id)).map(({ id }) => ({ id, ingredient: id })),
    ...(other === undefined ? [] : [{ id: other.id, ingredient: other.id }]),
    ...strangers.map((id) => ({ id })),
  ];
}

/** Names that no vocabulary has. */
const strangers = ['an unlisted drug', 'another unlisted drug'];

/** The agent that a name of a case comes to; none where it is a further name that the vocabulary lacks. */
export function agentFor(agents: readonly Agent[], tables: Tables, given: string): Agent | undefined {
  const product = canonicalId(tables.products, given);
  const ingredient =
    product === undefined ? canonicalId(tables.ingredients, given) : ingredientOf(tables, product);
  if (ingredient === undefined) return agents.find(({ id }) => id === given);
  return (
    agents.find((agent) => agent.product !== undefined && agent.product === product) ??
    agents.find((agent) => agent.product === undefined && agent.ingredient === ingredient) ??
    agents.findLast((agent) => agent.product === undefined && agent.ingredient !== undefined)
  );
}

function ingredientOf(tables: Tables, product: string): string | undefined {
  return tables.products.find(({ id }) => id === product)?.ingredient;
}

function productsOf(leaf: Leaf): readonly string[] {
  switch (leaf.kind) {
    case 'treated':
    case 'receiving':
    case 'elapsed':
      return leaf.products.products;
    default:
      return [];
  }
}

function ingredientsOf(leaf: Leaf): readonly string[] {
  switch (leaf.kind) {
    case 'reason':
      return [...leaf.agents.ingredients, ...(leaf.otherThan?.ingredients ?? [])];
    case 'receiving':
      return leaf.others.ingredients;
    case 'concurrent':
    case 'trials':
      return leaf.agents.ingredients;
    default:
      return [];
  }
}
