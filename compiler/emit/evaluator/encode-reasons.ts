import type { Reason, Trials } from '../../../dsl/kernel/expression.ts';
import { line } from './decide.ts';
import type { DrugLines } from './drug-lines.ts';
import { akinTo, coveredPairLines, isCovered } from './encode-covered-pairs.ts';
import { pairLines } from './encode-pairs.ts';
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
      if (otherThan === undefined) return plainLines(plan, planned, group, shared);
      return isCovered(planned.leaf, otherThan, plan.kernel.tables)
        ? coveredPairLines(plan.kernel.tables, planned, group, otherThan, masks)
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

/** Which ingredients show a reason, as masks; and names that the vocabulary lacks, as far as some pair asks for them. */
function agentLines(plan: Plan, groups: readonly ReasonGroup[], masks: Masks, shared: Shared): DrugLines {
  const { words, of } = masks;
  const bits = (word: number) =>
    shared.words(
      agentCodes(plan.kernel.tables).map(({ ingredient }) =>
        ingredient === undefined ? 0 : of([ingredient], word),
      ),
    );
  const pairs = ofKind(plan, 'reason').flatMap(({ leaf }) =>
    leaf.otherThan === undefined
      ? []
      : [{ leaf, otherThan: leaf.otherThan, group: reasonGroupOf(plan, leaf) }],
  );
  const akin = (word: number) =>
    shared.words(
      agentCodes(plan.kernel.tables).map(({ ingredient }) =>
        of(plan.kernel.tables.ingredients.filter(({ id }) => id === ingredient).flatMap(akinTo), word),
      ),
    );
  const covered = pairs.some(({ leaf, otherThan }) => isCovered(leaf, otherThan, plan.kernel.tables));
  const listing = pairs.some(({ leaf, otherThan }) => !isCovered(leaf, otherThan, plan.kernel.tables));
  const strange = groups.filter(({ index }) =>
    pairs.some(
      ({ leaf, otherThan, group }) =>
        group === index && leaf.agents.open && isCovered(leaf, otherThan, plan.kernel.tables),
    ),
  );
  const marks = join(
    groups.map(({ index }) => source`((shown${index} & 1) << ${index})`),
    ' | ',
  );
  return {
    before: [
      ...(listing
        ? [
            ...words.map((word) => source`let listed${word} = 0;`),
            source`if (strangers.length !== 0) strangers.length = strangerMarks.length = 0;`,
          ]
        : []),
      ...(covered ? words.map((word) => source`let akin${word} = 0;`) : []),
      ...strange.map(({ index }) => source`let strange${index} = 0;`),
    ],
    each: [
      ...(listing ? [source`if (agent === 0) noteStranger(fold(drug.agent), ${marks});`] : []),
      ...strange.map(({ index }) => source`if (agent === 0) strange${index} |= shown${index} & 1;`),
      ...words.flatMap((word) => [
        source`const bit${word} = ${bits(word)}[agent]!;`,
        ...(listing ? [source`listed${word} |= bit${word};`] : []),
        ...(covered ? [source`akin${word} |= ${akin(word)}[agent]!;`] : []),
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
