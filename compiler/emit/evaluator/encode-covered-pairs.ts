import type { Agents, Reason } from '../../../dsl/kernel/expression.ts';
import type { IngredientRow, Tables } from '../../../dsl/kernel/kernel.ts';
import { line } from './decide.ts';
import type { DrugLines } from './drug-lines.ts';
import type { Masks } from './names.ts';
import type { PlannedLeaf } from './plan.ts';
import { join, source, type Code } from './quote.ts';

/**
 * Whether each other agent is distinct from some first one, so that where no first agent counts, every reason of another
 * holds beside one of them. An open set of first agents may have names that the vocabulary lacks: of those it is not known.
 */
export function isCovered(leaf: Reason, otherThan: Agents, { ingredients }: Tables): boolean {
  const firsts = ingredients.filter(({ id }) => otherThan.ingredients.includes(id));
  return (
    !otherThan.open &&
    leaf.agents.ingredients.every((other) =>
      firsts.some(({ id, similar }) => id !== other && !similar.includes(other)),
    ) &&
    firsts.length > 0
  );
}

/**
 * A reason of an agent that is distinct from the one that counts for the other set, where that set covers the others.
 * The first agents are gone through: `beside` is the best reason of another agent than this one. Where a first agent
 * surely counts, the best of them decides; where it is open which will, what holds beside all.
 */
export function coveredPairLines(
  tables: Tables,
  { index, leaf, owners }: PlannedLeaf & { leaf: Reason },
  group: number,
  otherThan: Agents,
  masks: Masks,
): DrugLines {
  const { words, of } = masks;
  const some = (name: string) => either(words.map((word) => source`${{ code: name }}${word}`));
  const strange = leaf.agents.open ? source` | strange${group}` : source``;
  const firsts = tables.ingredients.filter(({ id }) => otherThan.ingredients.includes(id));
  const lines = [
    ...words.flatMap((word) => {
      const others = of(leaf.agents.ingredients, word);
      const own = of(otherThan.ingredients, word);
      return [
        source`const best${word} = met${group}w${word} & ${own};`,
        source`const maybe${word} = (some${group}w${word} | -unlisted) & ${own};`,
        source`const met${word} = met${group}w${word} & ${others};`,
        source`const judge${word} = judge${group}w${word} & ${others};`,
        source`const any${word} = (some${group}w${word} | -unlisted) & ${others};`,
      ];
    }),
    source`const isMet = (${some('best')}) !== 0;`,
    source`let sum = 0;`,
    source`let all = 3;`,
    ...firsts.flatMap((first) => firstLines(first, group, masks, strange)),
    source`const agreed = all === 3 ? 3 : sum === 0 ? 0 : 1 | (sum & 4);`,
  ];
  const akin = words.flatMap((word) => {
    const own = of(firsts.flatMap(akinTo), word);
    return [source`(any${word} & (akin${word} | ${own}))`, source`judge${word}`];
  });
  const alone = source`bestOf(${some('met')}, ${either(akin)}${strange}, ${some('any')})`;
  return {
    before: [],
    each: [],
    after: [
      source`{`,
      ...lines.map((each) => source`  ${each}`),
      source`  // Where none of them counts, another holds beside one of them that it is distinct from.`,
      line(
        source`  leaves[${index}] = (${some('maybe')}) === 0 ? ${alone} : isMet ? greatest(sum) : agreed;`,
        ...owners,
      ),
      source`}`,
    ],
  };
}

/** The agents of which a reviewer must say whether they are distinct from this one. */
export function akinTo({ id, similar }: IngredientRow): readonly string[] {
  return similar.filter((each) => each !== id);
}

/** What holds beside one first agent, where it may count. */
function firstLines(
  first: IngredientRow,
  group: number,
  { words, of }: Masks,
  strange: Code,
): readonly Code[] {
  const { id } = first;
  const word = words.find((each) => of([id], each) !== 0) ?? 0;
  const bit = of([id], word);
  const near = akinTo(first);
  const met = words.map((to) => without(source`met${to}`, of([id, ...near], to)));
  const judged = words.flatMap((to) => [
    ...(of(near, to) === 0 ? [] : [source`(any${to} & ${of(near, to)})`]),
    without(source`judge${to}`, of([id], to)),
  ]);
  const left = words.map((to) => without(source`any${to}`, of([id], to)));
  return [
    source`if ((maybe${word} & ${bit}) !== 0) {`,
    source`  const beside = bestOf(${either(met)}, ${either(judged)}${strange}, ${either(left)});`,
    source`  const reason = isMet ? bestOf(met${group}w${word} & ${bit}, judge${group}w${word} & ${bit}, 1) : 3;`,
    source`  sum |= both(reason, beside);`,
    source`  all &= beside;`,
    source`}`,
  ];
}

/** A mask without some of its bits. */
function without(mask: Code, bits: number): Code {
  return bits === 0 ? mask : source`(${mask} & ~${bits})`;
}

function either(terms: readonly Code[]): Code {
  return join(terms, ' | ');
}
