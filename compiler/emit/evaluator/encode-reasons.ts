import type { Agents, Reason, Trials } from '../../../dsl/kernel/expression.ts';
import { line } from './decide.ts';
import type { DrugLines } from './drug-lines.ts';
import { agentCodes, agentVerdicts, masksOf, type Masks, type Shared } from './names.ts';
import { ofKind, type Plan, type PlannedLeaf } from './plan.ts';
import { join, source, type Code } from './quote.ts';

/** Leaves that count the same reasons at the same grade share what each entry shows of them. */
export interface ReasonGroup {
  readonly index: number;
  readonly reasons: Reason['reasons'];
  readonly grade: Reason['grade'];
  /** Whether some leaf of it asks for an agent other than another. */
  readonly paired: boolean;
  /** Whether some leaf reads it in the pass itself. */
  readonly inPass: boolean;
}

/** The groups of a policy's reasons, in the order of its leaves. */
export function reasonGroups(plan: Plan): readonly ReasonGroup[] {
  const leaves = counting(plan);
  const keys = [...new Set(leaves.map(keyOf))];
  if (keys.length > 30) throw new Error('The policy counts more than 30 kinds of reasons.');
  return keys.flatMap((key, index) => {
    const members = leaves.filter((leaf) => keyOf(leaf) === key);
    const paired = members.some(({ otherThan }) => otherThan !== undefined);
    const inPass = members.some(({ inPass: each }) => each);
    return members.slice(0, 1).map(({ reasons, grade }) => ({ index, reasons, grade, paired, inPass }));
  });
}

/** The place of the group that a leaf belongs to. */
export function reasonGroupOf(plan: Plan, leaf: Counting): number {
  return [...new Set(counting(plan).map(keyOf))].indexOf(keyOf(leaf));
}

type Counting = Pick<Reason, 'reasons' | 'grade'>;

/** What counts reasons: the leaves about them, and those about courses that ended so. */
function counting(
  plan: Plan,
): readonly (Counting & Pick<Reason, 'otherThan'> & { readonly inPass: boolean })[] {
  const isAboutReasons = (leaf: Trials): leaf is Trials & Counting => leaf.reasons !== undefined;
  return [
    ...ofKind(plan, 'reason').map(({ leaf }) => ({ ...leaf, inPass: true })),
    ...ofKind(plan, 'trials')
      .map(({ leaf }) => leaf)
      .filter(isAboutReasons)
      .map(({ reasons, grade }) => ({ reasons, grade, inPass: false })),
  ];
}

function keyOf({ reasons, grade }: Counting): string {
  return [...new Set(reasons)].sort().join() + grade;
}

/** What the leaves about reasons add to the pass over the drug history. */
export function reasonLines(
  plan: Plan,
  groups: readonly ReasonGroup[],
  shared: Shared,
): readonly DrugLines[] {
  const masks = masksOf(plan.kernel.tables);
  const leaves = ofKind(plan, 'reason');
  const paired = groups.filter((group) => group.paired);
  return [
    ...groups.filter(({ inPass }) => inPass).map((group) => groupLines(group, masks)),
    ...(paired.length === 0 ? [] : [agentLines(plan, paired, masks, shared)]),
    ...leaves.map((planned) => {
      const group = reasonGroupOf(plan, planned.leaf);
      const { otherThan } = planned.leaf;
      return otherThan === undefined
        ? plainLines(plan, planned, group, shared)
        : pairLines(plan, planned, group, otherThan, masks, shared);
    }),
  ];
}

/** The table of a group, printed before the function that reads it. */
export function reasonTables(groups: readonly ReasonGroup[]): readonly Code[] {
  return groups.map(({ index, reasons, grade }) => {
    const counts = (['failure', 'intolerance', 'contraindication'] as const).map((reason) =>
      reasons.includes(reason),
    );
    const flags = join(
      counts.map((counted) => source`${counted}`),
      ', ',
    );
    return source`const reasons${index} = reasonTable(${flags}, ${grade === 'plain' ? 3 : 1});`;
  });
}

function groupLines({ index, paired }: ReasonGroup, { words }: Masks): DrugLines {
  if (!paired)
    return {
      before: [],
      each: [source`const shown${index} = reasons${index}[drugMarks[index]!]!;`],
      after: [],
    };
  return {
    before: words.map(
      (word) => source`let met${index}w${word} = 0, some${index}w${word} = 0, judge${index}w${word} = 0;`,
    ),
    each: [source`const shown${index} = reasons${index}[drugMarks[index]!]!;`],
    after: [],
  };
}

/** Which ingredients show a reason, as masks; and names that the vocabulary lacks, of which each is its own agent. */
function agentLines(
  plan: Plan,
  groups: readonly ReasonGroup[],
  { words, of }: Masks,
  shared: Shared,
): DrugLines {
  const bits = (word: number) =>
    shared.words(
      agentCodes(plan.kernel.tables).map(({ ingredient }) =>
        ingredient === undefined ? 0 : of([ingredient], word),
      ),
    );
  const marks = join(
    groups.map(({ index }) => source`((shown${index} & 1) << ${index})`),
    ' | ',
  );
  return {
    before: [
      ...words.map((word) => source`let listed${word} = 0;`),
      source`if (strangers.length !== 0) strangers.length = strangerMarks.length = 0;`,
    ],
    each: [
      source`if (agent === 0) noteStranger(fold(drug.agent), ${marks});`,
      ...words.flatMap((word) => [
        source`const bit${word} = ${bits(word)}[agent]!;`,
        source`listed${word} |= bit${word};`,
        ...groups.flatMap(({ index }) => [
          source`met${index}w${word} |= bit${word} & -((shown${index} >> 1) & 1);`,
          source`some${index}w${word} |= bit${word} & -(shown${index} & 1);`,
          source`judge${index}w${word} |= bit${word} & -(shown${index} >> 2);`,
        ]),
      ]),
    ],
    after: [],
  };
}

function plainLines(
  plan: Plan,
  { index, leaf, owners }: PlannedLeaf & { leaf: Reason },
  group: number,
  shared: Shared,
): DrugLines {
  const agents = shared.bytes(agentVerdicts(plan.kernel, leaf.agents));
  return {
    before: [source`let l${index} = ${leaf.agents.ingredients.length === 0 ? source`0` : source`unlisted`};`],
    each: [source`l${index} |= both(${agents}[agent]!, shown${group});`],
    after: [line(source`leaves[${index}] = greatest(l${index});`, ...owners)],
  };
}

/**
 * A reason of an agent that is distinct from the one that counts for the other set. The first agents are gone
 * through: `beside` is the best reason of another agent than this one. Where a first agent surely counts, the best
 * of them decides; where it is open which will, what holds beside all; where none does, any agent may be the first.
 */
function pairLines(
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
