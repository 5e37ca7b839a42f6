import type { Agents, Reason } from '../../../dsl/kernel/expression.ts';
import { line } from './decide.ts';
import type { DrugLines } from './drug-lines.ts';
import type { Masks, Shared } from './names.ts';
import type { Plan, PlannedLeaf } from './plan.ts';
import { join, source, type Code } from './quote.ts';

/**
 * A reason of an agent that is distinct from the one that counts for the other set. The first agents are gone
 * through: `beside` is the best reason of another agent than this one. Where a first agent surely counts, the best
 * of them decides; where it is open which will, what holds beside all; where none does, any agent may be the first.
 */
export function pairLines(
  plan: Plan,
  { index, leaf, owners }: PlannedLeaf & { leaf: Reason },
  group: number,
  otherThan: Agents,
  masks: Masks,
  shared: Shared,
): DrugLines {
  const pair: Pair = { plan, leaf, group, otherThan, masks, shared };
  const lines = [
    ...firstLines(pair),
    source`let sum = 0;`,
    source`let all = 3;`,
    ...masks.words.flatMap((word) => walkLines(pair, word)),
    ...strangerLines(pair),
    source`const agreed = all === 3 ? 3 : (sum & 3) === 0 ? 0 : 1 | (sum & 4);`,
    line(source`leaves[${index}] = isOpen && !isMet ? agreed : greatest(sum);`, ...owners),
  ];
  return { before: [], each: [], after: [source`{`, ...lines.map((each) => source`  ${each}`), source`}`] };
}

interface Pair {
  readonly plan: Plan;
  readonly leaf: Reason;
  readonly group: number;
  readonly otherThan: Agents;
  readonly masks: Masks;
  readonly shared: Shared;
}

/** The agents that may be the first, and those that may be the other. */
function firstLines({ leaf, group, otherThan, masks: { words, of } }: Pair): readonly Code[] {
  const some = (name: string) => either(words.map((word) => source`${{ code: name }}${word}`));
  return [
    ...(leaf.agents.open || otherThan.open ? [source`const strange = strangersWith(${2 ** group});`] : []),
    ...words.flatMap((word) => {
      const firsts = of(otherThan.ingredients, word);
      const others = of(leaf.agents.ingredients, word);
      return [
        source`const best${word} = met${group}w${word} & ${firsts};`,
        source`const maybe${word} = (some${group}w${word} | -unlisted) & ${firsts};`,
        source`const met${word} = met${group}w${word} & ${others};`,
        source`const judge${word} = judge${group}w${word} & ${others};`,
        source`const any${word} = (some${group}w${word} | -unlisted) & ${others};`,
      ];
    }),
    source`const isMet = (${some('best')}) !== 0;`,
    source`const isOpen = isMet || (${some('maybe')}${otherThan.open ? source` | strange` : source``}) !== 0;`,
    ...words.map(
      (word) =>
        source`const first${word} = isOpen ? maybe${word} : ${of(otherThan.ingredients, word)} | listed${word};`,
    ),
  ];
}

/** The first agents of one word of the masks, one by one. */
function walkLines({ plan, leaf, group, masks: { words, of }, shared }: Pair, word: number): readonly Code[] {
  const { ingredients } = plan.kernel.tables;
  const similar = (to: number) =>
    shared.words(
      ingredients.map((row) =>
        of(
          row.similar.filter((id) => id !== row.id),
          to,
        ),
      ),
    );
  const self = (to: number) => shared.words(ingredients.map((row) => of([row.id, ...row.similar], to)));
  const judged = words.map((to) => source`(any${to} & near${to}) | (judge${to} & distinct${to})`);
  return [
    source`for (let rest = first${word}; rest !== 0; rest &= rest - 1) {`,
    source`  const bit = rest & -rest;`,
    source`  const place = ${word * 32 + 31} - Math.clz32(bit);`,
    ...words.flatMap((to) => [
      source`  const apart${to} = ~${self(to)}[place]!;`,
      source`  const near${to} = ${similar(to)}[place]!;`,
      source`  const distinct${to} = apart${to} | near${to};`,
    ]),
    source`  const met = ${either(words.map((to) => source`(met${to} & apart${to})`))};`,
    source`  const judge = ${either([...judged, ...(leaf.agents.open ? [source`strange`] : [])])};`,
    source`  const left = ${either(words.map((to) => source`(any${to} & distinct${to})`))};`,
    source`  const beside = met !== 0 ? 3 : judge !== 0 ? 5 : left !== 0 ? 1 : 0;`,
    source`  const reason = !isMet || (met${group}w${word} & bit) !== 0 ? 3 : (judge${group}w${word} & bit) !== 0 ? 5 : 1;`,
    source`  sum |= both(reason, beside);`,
    source`  all &= beside;`,
    source`}`,
  ];
}

/** Names that the vocabulary lacks: each is an agent of its own, and may be of an open set. */
function strangerLines({ leaf, otherThan, masks: { words } }: Pair): readonly Code[] {
  const some = (name: string) => either(words.map((word) => source`${{ code: name }}${word}`));
  const others = leaf.agents.open
    ? source` || (isOpen ? strange > 1 : strange > 0 && strangers.length > 1)`
    : source``;
  return [
    source`if ((isOpen ? ${otherThan.open ? source`strange` : source`0`} : strangers.length) > 0) {`,
    source`  const judge = (${some('judge')}) !== 0${others};`,
    source`  const beside = (${some('met')}) !== 0 ? 3 : judge ? 5 : (${some('any')}) !== 0 ? 1 : 0;`,
    source`  sum |= both(isMet ? 5 : 3, beside);`,
    source`  all &= beside;`,
    source`}`,
  ];
}

function either(terms: readonly Code[]): Code {
  return join(terms, ' | ');
}
