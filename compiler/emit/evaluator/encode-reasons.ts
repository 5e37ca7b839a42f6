import type { Agents, Reason } from '../../../dsl/kernel/expression.ts';
import { line } from './decide.ts';
import type { DrugLines } from './encode-drugs.ts';
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
}

/** The groups of a policy's reasons, in the order of its leaves. */
export function reasonGroups(plan: Plan): readonly ReasonGroup[] {
  const leaves = ofKind(plan, 'reason').map(({ leaf }) => leaf);
  const keys = [...new Set(leaves.map(keyOf))];
  if (keys.length > 30) throw new Error('The policy counts more than 30 kinds of reasons.');
  return keys.flatMap((key, index) => {
    const members = leaves.filter((leaf) => keyOf(leaf) === key);
    const paired = members.some(({ otherThan }) => otherThan !== undefined);
    return members.slice(0, 1).map(({ reasons, grade }) => ({ index, reasons, grade, paired }));
  });
}

/** The place of the group that a leaf belongs to. */
export function reasonGroupOf(plan: Plan, leaf: Reason): number {
  return [...new Set(ofKind(plan, 'reason').map((each) => keyOf(each.leaf)))].indexOf(keyOf(leaf));
}

function keyOf({ reasons, grade }: Reason): string {
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
    ...groups.map((group) => groupLines(group, masks)),
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
 * A reason of an agent that is distinct from the one that counts for the other set: \`first\` are the agents that
 * serve that set best, \`apart\` those distinct from some of them, \`near\` those of which a reviewer must say.
 */
function pairLines(
  plan: Plan,
  { index, leaf, owners }: PlannedLeaf & { leaf: Reason },
  group: number,
  otherThan: Agents,
  { words, of }: Masks,
  shared: Shared,
): DrugLines {
  const some = (name: string, of: readonly number[] = words) =>
    join(
      of.map((word) => source`${{ code: name }}${word}`),
      ' | ',
    );
  const { ingredients } = plan.kernel.tables;
  const similar = (word: number) =>
    shared.words(
      ingredients.map((row) =>
        of(
          row.similar.filter((id) => id !== row.id),
          word,
        ),
      ),
    );
  const self = (word: number) => shared.words(ingredients.map((row) => of([row.id, ...row.similar], word)));
  const open = (set: Agents, word: number) => of(set.ingredients, word);
  const mark = 2 ** group;
  const firstStrangers = otherThan.open ? source`strange` : source`0`;
  const walk = (word: number) => [
    source`for (let rest = first${word}; rest !== 0; rest &= rest - 1) {`,
    source`  const place = ${word * 32 + 31} - Math.clz32(rest & -rest);`,
    ...words.flatMap((to) => [
      source`  same${to} &= ${self(to)}[place]!;`,
      source`  near${to} |= ${similar(to)}[place]!;`,
    ]),
    source`}`,
  ];
  const candidates = (word: number, name: string) =>
    source`(${{ code: name }}${group}w${word} & ${open(leaf.agents, word)})`;
  const lines = [
    source`const strange = strangersWith(${mark});`,
    ...words.flatMap((word) => [
      source`const best${word} = met${group}w${word} & ${open(otherThan, word)};`,
      source`const maybe${word} = (some${group}w${word} | -unlisted) & ${open(otherThan, word)};`,
    ]),
    source`const isMet = (${some('best')}) !== 0;`,
    source`const isOpen = (${some('maybe')} | ${firstStrangers}) !== 0;`,
    ...words.map(
      (word) =>
        source`const first${word} = isMet ? best${word} : isOpen ? maybe${word} : ${open(otherThan, word)} | listed${word};`,
    ),
    source`const firstStrangers = isMet ? 0 : isOpen ? ${firstStrangers} : strangers.length;`,
    ...words.map((word) => source`let same${word} = firstStrangers > 0 ? 0 : -1, near${word} = 0;`),
    ...words.flatMap(walk),
    ...words.flatMap((word) => [
      source`const any${word} = (some${group}w${word} | -unlisted) & ${open(leaf.agents, word)};`,
      source`const distinct${word} = ~same${word} | near${word};`,
    ]),
    ...strangerLines(leaf.agents, some('first')),
    source`const met = ${join(
      words.map((word) => source`(${candidates(word, 'met')} & ~same${word})`),
      ' | ',
    )};`,
    source`const judge = ${join(
      words.map(
        (word) => source`(any${word} & near${word}) | (${candidates(word, 'judge')} & distinct${word})`,
      ),
      ' | ',
    )} | stranger;`,
    source`const left = ${join(
      words.map((word) => source`(any${word} & distinct${word})`),
      ' | ',
    )};`,
    line(source`leaves[${index}] = met !== 0 ? 3 : judge !== 0 ? 5 : left !== 0 ? 1 : 0;`, ...owners),
  ];
  return { before: [], each: [], after: [source`{`, ...lines.map((each) => source`  ${each}`), source`}`] };
}

/** A name that the vocabulary lacks may be an agent of an open set, beside any first agent but itself. */
function strangerLines(agents: Agents, first: Code): readonly Code[] {
  if (!agents.open) return [source`const stranger = 0;`];
  return [source`const stranger = strange > 0 && ((${first}) !== 0 || firstStrangers > 1) ? 1 : 0;`];
}
