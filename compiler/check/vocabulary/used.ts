import type { Agents, Anchor, Expression, Leaf, Selection, Window } from '../../../dsl/kernel/expression.ts';
import { leavesOf } from '../../../dsl/kernel/facts.ts';
import type { Vocabulary } from '../../../dsl/vocabulary/vocabulary.ts';
import type { CompiledPolicy } from '../../compiled-policy.ts';
import { entryKey, foldedName, type Entry, type EntryKind } from './entries.ts';

/** The entries of a vocabulary that policies use, by their keys: in criteria, lists and codes, or in a case. */
export function usedEntries(
  vocabulary: Vocabulary,
  entries: readonly Entry[],
  policies: readonly CompiledPolicy[],
): ReadonlySet<string> {
  const used = new Set(policies.flatMap((policy) => [...namesInTree(policy), ...namesInKernel(policy)]));
  const inCases = wordsOf(policies.flatMap(({ cases }) => cases.map(({ record }) => record)));
  for (const { kind, id, name } of entries) {
    if (inCases.has(foldedName(id)) || inCases.has(foldedName(name))) used.add(entryKey(kind, id));
  }
  return withFamilies(vocabulary, used);
}

/** An ingredient goes with its products, each of which may name it in a case; a course with what settles it. */
function withFamilies(vocabulary: Vocabulary, used: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(used);
  const has = (kind: EntryKind, id: string) => all.has(entryKey(kind, id));
  for (const { id, ingredient } of vocabulary.products) {
    if (has('product', id)) all.add(entryKey('ingredient', ingredient.id));
  }
  for (const { id, similarTo } of vocabulary.ingredients) {
    if (has('ingredient', id)) for (const other of similarTo) all.add(entryKey('ingredient', other));
    if (similarTo.some((other) => used.has(entryKey('ingredient', other))))
      all.add(entryKey('ingredient', id));
  }
  for (const { id, ingredient } of vocabulary.products) {
    if (has('ingredient', ingredient.id)) all.add(entryKey('product', id));
  }
  for (const { id, states } of vocabulary.courses) {
    if (!has('disease course', id)) continue;
    for (const { settledBy } of states)
      for (const finding of settledBy) all.add(entryKey('finding', finding));
  }
  return all;
}

const kindsInTree: Readonly<Record<string, EntryKind>> = {
  product: 'product',
  item: 'product',
  ingredient: 'ingredient',
  finding: 'finding',
  judgement: 'judgement',
  specialty: 'specialty',
  disease: 'indication',
  measure: 'event',
  event: 'event',
  milestone: 'milestone',
  attribute: 'attribute',
  commitment: 'commitment',
};

/** The entries that stand in the policy as its author wrote it: what it covers, its lists and its codes. */
function namesInTree({ policy }: CompiledPolicy): readonly string[] {
  const { vocabulary: _vocabulary, ...sections } = policy;
  const found: string[] = [];
  const seen = new Set<unknown>();
  const open: unknown[] = [sections];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    const own: Readonly<Record<string, unknown>> = { ...value };
    const { kind, id, code } = own;
    if (kind === 'hcpcs' && typeof code === 'string') found.push(entryKey('billing code', code));
    const entryKind =
      typeof kind === 'string' && Object.hasOwn(kindsInTree, kind) ? kindsInTree[kind] : undefined;
    if (entryKind !== undefined && typeof id === 'string') found.push(entryKey(entryKind, id));
    for (const part of Object.values(own)) open.push(part);
  }
  return found;
}

/** The entries that the policy's questions ask for. */
function namesInKernel({ kernel }: CompiledPolicy): readonly string[] {
  const expressions: readonly (Expression | undefined)[] = [
    ...kernel.clauses.map(({ expression }) => expression),
    kernel.scope,
    kernel.criteria,
    kernel.reauthorization,
    kernel.exclusions,
    kernel.dosing,
  ];
  return [
    ...keys('product', kernel.products),
    ...expressions.flatMap((expression) =>
      expression === undefined ? [] : leavesOf(expression).flatMap(namesInLeaf),
    ),
  ];
}

function namesInLeaf(leaf: Leaf): readonly string[] {
  switch (leaf.kind) {
    case 'threshold':
      return anchored(leaf.at);
    case 'choice':
      if (leaf.field === 'kind') return [];
      if (leaf.field === 'indication') return keys('indication', leaf.among);
      if (leaf.field === 'product') return keys('product', leaf.among);
      return keys('attribute', [leaf.field.slice('attributes.'.length)]);
    case 'affirmed':
      return keys(leaf.register === 'commitments' ? 'commitment' : 'specialty', [leaf.id]);
    case 'classified':
      return keys('disease course', [leaf.axis]);
    case 'finding':
      return keys('finding', [leaf.finding]);
    case 'judgement':
      return keys('judgement', [leaf.judgement]);
    case 'reason':
      return [...agents(leaf.agents), ...(leaf.otherThan === undefined ? [] : agents(leaf.otherThan))];
    case 'treated':
    case 'elapsed':
      return keys('product', leaf.products.products);
    case 'receiving':
      return [...keys('product', leaf.products.products), ...agents(leaf.others)];
    case 'concurrent':
      return agents(leaf.agents);
    case 'regimen':
      return [];
    case 'counted':
    case 'reading':
    case 'run':
      return selected(leaf.of);
    case 'change':
      return [...selected(leaf.of), ...selected(leaf.baseline)];
    case 'trials':
      return [...agents(leaf.agents), ...within(leaf.window)];
    case 'amount':
      return leaf.perValueOf === undefined ? [] : keys('event', [leaf.perValueOf.event]);
  }
}

function selected({ events, window }: Selection): readonly string[] {
  return [...keys('event', events), ...within(window)];
}

function within(window: Window | undefined): readonly string[] {
  return window === undefined ? [] : anchored(window.anchor);
}

function anchored(anchor: Anchor): readonly string[] {
  return anchor === 'dateOfService' ? [] : keys('milestone', [anchor.slice('dates.'.length)]);
}

function agents({ ingredients }: Agents): readonly string[] {
  return keys('ingredient', ingredients);
}

function keys(kind: EntryKind, ids: readonly string[]): readonly string[] {
  return ids.map((id) => entryKey(kind, id));
}

/** Every text of some records, and every key, as names are compared. */
function wordsOf(records: readonly unknown[]): ReadonlySet<string> {
  const words = new Set<string>();
  const open: unknown[] = [...records];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') words.add(foldedName(value));
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, part] of Object.entries(value)) {
      words.add(foldedName(key));
      open.push(part);
    }
  }
  return words;
}
