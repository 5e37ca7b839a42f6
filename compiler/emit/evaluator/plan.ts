import { codesOf, type Codes } from './codes.ts';
import { relevantTables } from './relevant.ts';
import { coverage } from '../../../dsl/kernel/meaning.ts';
import type { Choice, Expression, Leaf, Products } from '../../../dsl/kernel/expression.ts';
import type { Kernel, Tables } from '../../../dsl/kernel/kernel.ts';

/** A question of the policy, its place in the buffer of leaves, and the clauses that put it. */
export interface PlannedLeaf {
  readonly index: number;
  readonly leaf: Leaf;
  readonly owners: readonly string[];
}

/** What an evaluator is printed from: the policy with each leaf and clause at its place. */
export interface Plan {
  /** The policy, its tables as far as they make a difference to it. */
  readonly kernel: Kernel;
  /** The names of all agents and indications. */
  readonly vocabulary: Tables;
  readonly leaves: readonly PlannedLeaf[];
  readonly coverage: Expression;
  /** The small numbers that stand for the names a case may hold. */
  readonly codes: Codes;
  /** The place of a leaf; leaves that ask the same have the same. */
  readonly leafIndex: (leaf: Leaf) => number;
  readonly clauseIndex: (id: string) => number;
}

/** The first places of the buffer of leaves hold what the layers above the policy turn on. */
export const layerLeaves = { scope: 0, mandate: 1, plan: 2 };

/** The number of those places. */
export const layerLeafCount = 3;

/** Gives every leaf and clause of a policy its place: clauses as the kernel lists them, leaves as they are first read. */
export function planOf(kernel: Kernel): Plan {
  const covered = coverage(kernel);
  const owners = new Map<string, { readonly leaf: Leaf; readonly owners: string[] }>();
  const note = (expression: Expression, owner: string | undefined) => {
    for (const leaf of leavesOf(expression)) {
      const known = owners.get(keyOf(leaf)) ?? { leaf, owners: [] };
      if (owner !== undefined && !known.owners.includes(owner)) known.owners.push(owner);
      owners.set(keyOf(leaf), known);
    }
  };
  for (const { id, expression } of kernel.clauses) note(expression, id);
  note(covered, undefined);
  if (kernel.dosing !== undefined) note(kernel.dosing, undefined);
  if (kernel.scope !== undefined) note(kernel.scope, undefined);

  const leaves = [...owners.values()].map((entry, index) => ({ index: index + layerLeafCount, ...entry }));
  const places = new Map(leaves.map(({ index, leaf }) => [keyOf(leaf), index]));
  const clauses = new Map(kernel.clauses.map(({ id }, index) => [id, index]));
  const asked = leaves.map(({ leaf }) => leaf);
  return {
    kernel: { ...kernel, tables: relevantTables(kernel, asked) },
    vocabulary: kernel.tables,
    leaves,
    coverage: covered,
    codes: codesOf(kernel, asked),
    leafIndex: (leaf) => places.get(keyOf(leaf)) ?? fail('a leaf that is not in the policy'),
    clauseIndex: (id) => clauses.get(id) ?? fail(`a clause that is not in the policy: ${id}`),
  };
}

/** The leaves of an expression, in order, those of the clauses it refers to left out. */
export function leavesOf(expression: Expression): readonly Leaf[] {
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return expression.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(expression.of);
    case 'clause':
      return [];
    default:
      return [expression];
  }
}

/** The planned leaves of one kind, as that kind. */
export function ofKind<Kind extends Leaf['kind']>(
  plan: Plan,
  kind: Kind,
): readonly (PlannedLeaf & { readonly leaf: Extract<Leaf, { readonly kind: Kind }> })[] {
  const isOfKind = (leaf: Leaf): leaf is Extract<Leaf, { readonly kind: Kind }> => leaf.kind === kind;
  return plan.leaves.flatMap((planned) =>
    isOfKind(planned.leaf) ? [{ ...planned, leaf: planned.leaf }] : [],
  );
}

/** Whether some leaf of the plan is about drugs. */
export function readsDrugs(plan: Plan): boolean {
  return plan.leaves.some(({ leaf }) => isAboutDrugs(leaf));
}

/** Whether a leaf is answered from the drug history. */
export function isAboutDrugs({ kind }: Leaf): boolean {
  return ['reason', 'treated', 'receiving', 'concurrent', 'elapsed', 'trials'].includes(kind);
}

/** Whether some leaf of the plan is about dated events. */
export function readsEvents(plan: Plan): boolean {
  return plan.leaves.some(({ leaf }) => isAboutEvents(leaf));
}

/** Whether a leaf is answered from dated events. */
export function isAboutEvents(leaf: Leaf): boolean {
  return (
    ['counted', 'reading', 'change', 'run'].includes(leaf.kind) ||
    (leaf.kind === 'amount' && leaf.perValueOf !== undefined)
  );
}

/** The attributes that choices turn on, each once. */
export function attributesRead(plan: Plan): readonly string[] {
  const ids = ofKind(plan, 'choice').flatMap(({ leaf }) => attributeOf(leaf) ?? []);
  return [...new Set(ids)];
}

/** The attribute that a choice turns on; none where it turns on the request. */
export function attributeOf({ field }: Choice): string | undefined {
  return field.startsWith('attributes.') ? field.slice('attributes.'.length) : undefined;
}

/** Whether a set of products has one that the policy is about. */
export function isOwn({ products }: Products, kernel: Kernel): boolean {
  return products.some((id) => kernel.products.includes(id));
}

/** Leaves that are equal part by part have one key, whatever the order of their fields. */
function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([first], [second]) => (first < second ? -1 : 1)))
      : part,
  );
}

function fail(what: string): never {
  throw new Error(`The evaluator was asked for ${what}.`);
}
