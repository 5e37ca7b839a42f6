import { canonicalId, fold } from '../../dsl/kernel/drug-history.ts';
import type { Leaf } from '../../dsl/kernel/expression.ts';
import type { Kernel, NamedRow, Tables } from '../../dsl/kernel/kernel.ts';

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
    ...leaves.flatMap((leaf) => ingredientsOf(leaf, tables)),
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
      .flatMap((row) => {
        const text = [row.id, row.name].find((each) => canonicalId(tables.products, each) === row.id);
        return text === undefined ? [] : { id: text, product: row.id, ingredient: row.ingredient };
      }),
    ...tables.ingredients.filter(({ id }) => named.has(id)).flatMap((row) => ingredientAgent(tables, row)),
    ...(other === undefined ? [] : ingredientAgent(tables, other)),
    ...strangers.map((id) => ({ id })),
  ];
}

/** An ingredient, by the text that means it: its id may be a product's name. */
function ingredientAgent(tables: Tables, { id, name }: NamedRow): readonly Agent[] {
  const text = [id, name].find(
    (each) =>
      canonicalId(tables.products, each) === undefined && canonicalId(tables.ingredients, each) === id,
  );
  return text === undefined ? [] : [{ id: text, ingredient: id }];
}

/** Names that no vocabulary has. */
const strangers = ['an unlisted drug', 'another unlisted drug'];

/**
 * The agent that a name of a case comes to. `unlisted` are all names of the case that the vocabulary lacks; none where it
 * is one of them for which no name is left.
 */
export function agentFor(
  agents: readonly Agent[],
  tables: Tables,
  given: string,
  unlisted: readonly string[],
): Agent | undefined {
  const product = canonicalId(tables.products, given);
  const ingredient =
    product === undefined ? canonicalId(tables.ingredients, given) : ingredientOf(tables, product);
  if (ingredient === undefined)
    return agents.filter((agent) => agent.ingredient === undefined)[unlisted.indexOf(fold(given))];
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

function ingredientsOf(leaf: Leaf, tables: Tables): readonly string[] {
  switch (leaf.kind) {
    case 'reason': {
      const { ingredients } = leaf.agents;
      if (leaf.otherThan === undefined) return ingredients;
      // What may not be distinct from an agent of the set is told apart from what surely is.
      const alike = tables.ingredients.filter(({ similar }) =>
        similar.some((id) => ingredients.includes(id)),
      );
      return [...ingredients, ...leaf.otherThan.ingredients, ...alike.map(({ id }) => id)];
    }
    case 'receiving':
      return leaf.others.ingredients;
    case 'concurrent':
    case 'trials':
      return leaf.agents.ingredients;
    default:
      return [];
  }
}
