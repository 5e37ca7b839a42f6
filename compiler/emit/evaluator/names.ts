import { canonicalId, fold } from '../../../dsl/kernel/drug-history.ts';
import type { Agents, Products } from '../../../dsl/kernel/expression.ts';
import type { Kernel, NamedRow, Tables } from '../../../dsl/kernel/kernel.ts';
import { otherIngredient } from './relevant.ts';
import { join, list, source, type Code, type Printable } from './quote.ts';

/**
 * An agent as the evaluator knows it, by a small code: 0 is a name that the vocabulary lacks, then come the
 * products, then the ingredients named by themselves.
 */
export interface AgentCode {
  readonly code: number;
  readonly product?: string;
  readonly ingredient?: string;
}

/** The vocabulary's agents, in the order of their codes. */
export function agentCodes({ products, ingredients }: Tables): readonly AgentCode[] {
  return [
    {},
    ...products.map(({ id, ingredient }) => ({ product: id, ingredient })),
    ...ingredients.map(({ id }) => ({ ingredient: id })),
  ].map((agent, code) => ({ code, ...agent }));
}

/** Every spelling of an agent that needs no folding to be found, with its code: of one that makes no difference, that of the others. */
export function agentNames(vocabulary: Tables, tables: Tables): ReadonlyMap<string, number> {
  const products = new Map(vocabulary.products.map((row) => [row.id, row]));
  const keyOf = (product: string | undefined, ingredient: string | undefined) =>
    JSON.stringify([product, ingredient]);
  const codes = new Map(
    agentCodes(tables).map(({ code, product, ingredient }) => [keyOf(product, ingredient), code]),
  );
  const codeOf = (given: string) => {
    const product = products.get(canonicalId(vocabulary.products, given) ?? '');
    const ingredient =
      product === undefined ? canonicalId(vocabulary.ingredients, given) : product.ingredient;
    if (ingredient === undefined) return 0;
    return codes.get(keyOf(product?.id, ingredient)) ?? codes.get(keyOf(undefined, otherIngredient.id)) ?? 0;
  };
  return spellings([...vocabulary.products, ...vocabulary.ingredients], codeOf);
}

/** Every spelling of a row, with its place among the rows, from 1 on. */
export function placeNames(rows: readonly NamedRow[]): ReadonlyMap<string, number> {
  const places = new Map(rows.map(({ id }, place) => [id, place + 1]));
  return spellings(rows, (given) => places.get(canonicalId(rows, given) ?? '') ?? 0);
}

/** The spellings of the products that the policy is about. */
export function productNames({ products, tables }: Kernel): readonly string[] {
  const codeOf = (given: string) => {
    const found = canonicalId(tables.products, given);
    return found !== undefined && products.includes(found) ? 1 : 0;
  };
  return [...spellings(tables.products, codeOf).keys()];
}

/** A name as printed on the label, and the same folded: both mean what the folded one does. */
function spellings(
  rows: readonly NamedRow[],
  codeOf: (given: string) => number,
): ReadonlyMap<string, number> {
  const names = rows.flatMap(({ id, name }) => [id, name, fold(name)]);
  return new Map(names.map((name) => [name, codeOf(name)] as const).filter(([, code]) => code > 0));
}

/** A map literal, an entry a line. */
export function mapLiteral(name: string, about: string, entries: ReadonlyMap<string, Printable>): Code {
  const lines = [...entries].map(([key, value]) => source`[${key}, ${value}],`);
  return source`
/** ${{ code: about }} */
const ${{ code: name }} = new Map<string, number>([
  ${lines}
]);`;
}

/** The verdict on each agent code: 3 is of the set, 5 a reviewer must say, 0 is not. */
export function agentVerdicts({ tables }: Kernel, agents: Agents): readonly number[] {
  return agentCodes(tables).map(({ ingredient }) => {
    if (ingredient === undefined) return agents.open ? 5 : 0;
    return agents.ingredients.includes(ingredient) ? 3 : 0;
  });
}

/** As `agentVerdicts`, for a set of products: the ingredient alone stands for them. */
export function productVerdicts({ tables }: Kernel, set: Products): readonly number[] {
  const ingredients = tables.products
    .filter(({ id }) => set.products.includes(id))
    .map(({ ingredient }) => ingredient);
  return agentCodes(tables).map(({ product, ingredient }) => {
    if (product !== undefined && set.products.includes(product)) return 3;
    if (ingredient === undefined || !ingredients.includes(ingredient)) return 0;
    if (product === undefined) return 3;
    return set.siblings === 'review' ? 5 : 0;
  });
}

/** Sets of ingredients as masks of 32 bits a word; a set's place in a word is the ingredient's place in the tables. */
export interface Masks {
  readonly words: readonly number[];
  readonly of: (ingredients: readonly string[], word: number) => number;
}

/** Masks over the ingredients of the vocabulary. */
export function masksOf({ ingredients }: Tables): Masks {
  const places = new Map(ingredients.map(({ id }, place) => [id, place]));
  return {
    words: Array.from({ length: Math.max(1, Math.ceil(ingredients.length / 32)) }, (_, word) => word),
    of: (ids, word) =>
      ids
        .map((id) => places.get(id) ?? -1)
        .filter((place) => place >>> 5 === word)
        .reduce((mask, place) => mask | (1 << (place & 31)), 0),
  };
}

/** Tables that several leaves may share: each is printed once, in the order in which it was first asked for. */
export interface Shared {
  readonly bytes: (values: readonly number[]) => Code;
  readonly words: (values: readonly number[]) => Code;
  /** An object of constants that functions of the runtime are given. */
  readonly constants: (type: 'Selection' | 'Trials', fields: readonly Code[]) => Code;
  readonly printed: () => readonly Code[];
}

/** A new, empty collection of shared tables. */
export function sharedTables(): Shared {
  const tables = new Map<string, Code>();
  const named = (prefix: string, literal: string): Code => {
    const name = tables.get(literal) ?? { code: `${prefix}${tables.size}` };
    tables.set(literal, name);
    return name;
  };
  const table = (type: string, values: readonly number[]) =>
    named('table', `= ${type}.from(${list(values).code})`);
  return {
    bytes: (values) => table('Uint8Array', values),
    words: (values) => table('Int32Array', values),
    constants: (type, fields) =>
      named(
        type.toLowerCase(),
        `: ${type} = ${source`{\n  ${fields.map((each) => source`${each},`)}\n}`.code}`,
      ),
    printed: () =>
      tables.size === 0
        ? []
        : [
            join(
              [...tables].map(
                ([literal, name]) =>
                  source`const ${name}${{ code: literal.startsWith(':') ? literal : ` ${literal}` }};`,
              ),
              '\n',
            ),
          ],
  };
}
