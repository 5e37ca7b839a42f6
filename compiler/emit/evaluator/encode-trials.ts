import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import type { ReasonKind, Trials } from '../../../dsl/kernel/expression.ts';
import { line } from './decide.ts';
import type { DrugLines } from './drug-lines.ts';
import { reasonGroupOf } from './encode-reasons.ts';
import { agentCodes, agentVerdicts, type Shared } from './names.ts';
import { ofKind, type Plan, type PlannedLeaf } from './plan.ts';
import { join, list, source, type Code } from './quote.ts';
import { boundsLiteral, sourceBits, spanField } from './specifications.ts';

/** What the leaves about courses of drugs add after the pass over the drug history: each goes through its columns. */
export function trialLines(plan: Plan, shared: Shared): readonly DrugLines[] {
  return ofKind(plan, 'trials').map((planned) => ({
    before: [],
    each: [],
    after: [line(source`leaves[${planned.index}] = ${trialTerm(plan, planned, shared)};`, ...planned.owners)],
  }));
}

function trialTerm(plan: Plan, { leaf }: PlannedLeaf & { readonly leaf: Trials }, shared: Shared): Code {
  const terms = trialCalls(plan, leaf, shared, source`drugs, on, unlisted`);
  return terms.length === 1 ? join(terms, '') : source`both(${join(terms, ', ')})`;
}

/** The calls that answer a leaf: how many agents, and on how many days. */
function trialCalls(plan: Plan, leaf: Trials, shared: Shared, rest: Code): readonly Code[] {
  const trials = source`${trialConstant(plan, leaf, shared)}, ${trialTable(plan, leaf)}`;
  const agents =
    leaf.least === 'every'
      ? source`isEachTried(${trials}, ${list(memberKeys(plan.kernel, leaf))}, ${rest})`
      : source`areTried(${trials}, ${leaf.least}, ${rest})`;
  return leaf.totalDays === undefined
    ? [agents]
    : [agents, source`haveRun(${trials}, ${leaf.totalDays}, ${rest})`];
}

/** The table of the reasons that count; none where any treatment does. */
export function trialTable(plan: Plan, { reasons, grade }: Trials): Code {
  if (reasons === undefined) return source`undefined`;
  return source`reasons${reasonGroupOf(plan, { reasons, grade })}`;
}

/** Which courses count, as a shared constant of the module. */
export function trialConstant({ kernel, codes }: Plan, leaf: Trials, shared: Shared): Code {
  const { keys, count } = trialKeys(kernel, leaf);
  const { lasting, dose } = leaf;
  return shared.constants('Trials', [
    source`agents: ${shared.bytes(trialAgents(kernel, leaf))}`,
    source`keys: ${shared.words(keys)}`,
    source`keyCount: ${count}`,
    source`similar: ${list(similarKeys(kernel, leaf).map((pair) => list(pair)))}`,
    source`isGraded: ${leaf.grade === 'documented'}`,
    ...(lasting === undefined
      ? []
      : [
          source`lasting: { count: ${lasting.count}, months: ${lasting.unit === 'months'}, binds: ${outcomeBits(lasting.binds, leaf.reasons)} }`,
        ]),
    ...(dose === undefined ? [] : [source`dose: ${boundsLiteral(dose, 0)}`]),
    source`doseUnit: ${dose?.unit ?? ''}`,
    ...spanField(codes, leaf.window),
    source`shownBy: ${sourceBits(leaf.shownBy)}`,
  ]);
}

/** Whether each agent counts: an ingredient whose class is not known waits for a reviewer where classes are counted. */
function trialAgents(kernel: Kernel, leaf: Trials): readonly number[] {
  const codes = agentCodes(kernel.tables);
  return agentVerdicts(kernel, leaf.agents).map((verdict, code) => {
    const row = kernel.tables.ingredients.find(({ id }) => id === codes[code]?.ingredient);
    return verdict === 3 && isByClass(leaf) && row?.class === undefined ? 5 : verdict;
  });
}

function isByClass({ by, least }: Trials): boolean {
  return by === 'class' && least !== 'every';
}

/** What tells the agents of a leaf apart: a key for each agent code, -1 for those that do not count. */
function trialKeys(
  kernel: Kernel,
  leaf: Trials,
): { readonly keys: readonly number[]; readonly count: number } {
  const names = agentCodes(kernel.tables).map(({ product, ingredient }) => {
    if (ingredient === undefined || !leaf.agents.ingredients.includes(ingredient)) return undefined;
    if (leaf.least === 'every' || leaf.by === 'ingredient') return ingredient;
    if (leaf.by === 'product')
      return product === undefined ? `ingredient:${ingredient}` : `product:${product}`;
    const row = kernel.tables.ingredients.find(({ id }) => id === ingredient);
    return row?.class === undefined ? `ingredient:${ingredient}` : `class:${row.class}`;
  });
  const kinds = [...new Set(names.flatMap((name) => name ?? []))];
  return { keys: names.map((name) => (name === undefined ? -1 : kinds.indexOf(name))), count: kinds.length };
}

/** The key of each member of a set of which every one is asked for; those that the vocabulary lacks have none. */
function memberKeys(kernel: Kernel, leaf: Trials): readonly number[] {
  const { keys } = trialKeys(kernel, leaf);
  const codes = agentCodes(kernel.tables);
  return leaf.agents.ingredients.map(
    (ingredient) => keys[codes.findIndex((agent) => agent.ingredient === ingredient)] ?? -1,
  );
}

/** Pairs of keys that may be one agent: ingredients that are alike, a product and its ingredient named by itself. */
function similarKeys(kernel: Kernel, leaf: Trials): readonly (readonly number[])[] {
  if (isByClass(leaf) || leaf.least === 'every') return [];
  const { keys } = trialKeys(kernel, leaf);
  const codes = agentCodes(kernel.tables);
  const keyOf = (ingredient: string) =>
    keys[codes.findIndex((agent) => agent.product === undefined && agent.ingredient === ingredient)] ?? -1;
  const pairs =
    leaf.by === 'product'
      ? codes.map(({ code, ingredient }) => [keys[code] ?? -1, keyOf(ingredient ?? '')])
      : kernel.tables.ingredients.flatMap(({ id, similar }) =>
          similar.map((other) => [keyOf(id), keyOf(other)]),
        );
  const kept = pairs
    .map((pair) => [...pair].sort((first, second) => first - second))
    .filter(([first = -1, second = -1]) => first >= 0 && first !== second);
  return kept.filter((pair, place) => kept.findIndex((other) => other.join() === pair.join()) === place);
}

/** Outcomes that a length binds by the bit of their code in the columns, the unknown one where all that count are bound. */
function outcomeBits(
  binds: readonly ReasonKind[] | undefined,
  reasons: readonly ReasonKind[] | undefined,
): number {
  if (binds === undefined) return -1;
  const bits = { failure: 4, intolerance: 8, contraindication: 16 };
  const isBound = reasons?.every((reason) => binds.includes(reason)) === true;
  return binds.reduce((mask, reason) => mask | bits[reason], isBound ? 1 : 0);
}
