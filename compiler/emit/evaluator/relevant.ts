import type { Agents, Leaf, Products } from '../../../dsl/kernel/expression.ts';
import type { IngredientRow, Kernel, Tables } from '../../../dsl/kernel/kernel.ts';

/** The ingredient that stands for all those of which it makes no difference to the policy which it is; no id has a space. */
export const otherIngredient: IngredientRow = { id: ' other', name: '', similar: [] };

/**
 * The vocabulary as far as it makes a difference to these leaves: the other agents are known, and no more. So a
 * policy's tables do not grow with the vocabulary.
 */
export function relevantTables({ products: own, tables }: Kernel, leaves: readonly Leaf[]): Tables {
  const { products, ingredients, indications } = tables;
  const named = new Set(leaves.flatMap(agentsOf).flatMap((set) => set.ingredients));
  const givenProducts = [...own, ...leaves.flatMap(productsOf).flatMap((set) => set.products)];
  for (const { id, ingredient } of products) if (givenProducts.includes(id)) named.add(ingredient);
  const isNear = ({ id, similar }: IngredientRow) =>
    named.has(id) ||
    similar.some((other) => named.has(other)) ||
    ingredients.some((row) => named.has(row.id) && row.similar.includes(id));
  const kept = ingredients.filter(isNear);
  const keptIds = new Set(kept.map(({ id }) => id));
  const wanted = leaves.flatMap((leaf) =>
    leaf.kind === 'choice' && leaf.field === 'indication' ? leaf.among : [],
  );
  const comparesAll = leaves.some((leaf) => leaf.kind === 'concurrent' && leaf.sameIndication === true);
  return {
    ...tables,
    products: products.filter(({ ingredient }) => keptIds.has(ingredient)),
    ingredients: kept.length === ingredients.length ? kept : [...kept, otherIngredient],
    indications: indications.filter(({ id }) => comparesAll || wanted.includes(id)),
  };
}

function agentsOf(leaf: Leaf): readonly Agents[] {
  switch (leaf.kind) {
    case 'reason':
      return leaf.otherThan === undefined ? [leaf.agents] : [leaf.agents, leaf.otherThan];
    case 'receiving':
      return [leaf.others];
    case 'concurrent':
    case 'trials':
      return [leaf.agents];
    default:
      return [];
  }
}

function productsOf(leaf: Leaf): readonly Products[] {
  return leaf.kind === 'treated' || leaf.kind === 'receiving' || leaf.kind === 'elapsed'
    ? [leaf.products]
    : [];
}
