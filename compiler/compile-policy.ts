import type { Anchor, Leaf, Selection, Window } from '../dsl/kernel/expression.ts';
import { leavesOf } from '../dsl/kernel/facts.ts';
import type { Kernel } from '../dsl/kernel/kernel.ts';
import { elaborate } from '../dsl/policy/elaborate.ts';
import { Refused } from '../dsl/refusal.ts';
import type { CompiledPolicy, Position } from './compiled-policy.ts';
import { digestOf } from './digest.ts';
import * as errors from './errors.ts';
import type { Diagnostic, Place } from './errors.ts';
import { clauseNodes } from './read/places.ts';
import { nodePlace, nodePosition } from './read/place.ts';
import type { ReadPolicy } from './read/reader.ts';
import type { TypedIds } from './read/type-ids.ts';

/** A policy after elaboration, and where its clauses stand. */
export interface ElaboratedPolicy {
  readonly compiled: CompiledPolicy;
  /** Where a clause stands; the policy itself, where the id is none. */
  readonly placeOf: (clause: string) => Place;
  /** Where an entry of its vocabulary stands; the policy itself, where that is not known. */
  readonly placeOfEntry: (entry: object) => Place;
}

/** Elaborates a policy. */
export function elaboratePolicy(read: ReadPolicy): ElaboratedPolicy | readonly Diagnostic[] {
  const { name, source, policy, call, memory, nameOf } = read;
  const here = () => nodePlace(call, nameOf);
  try {
    const kernel = elaborate(policy);
    const nodes = clauseNodes(policy, call, memory);
    const taken = firstTwice(kernel);
    if (taken !== undefined) return [errors.takenId(nodePlace(nodes.get(taken) ?? call, nameOf), taken)];
    const positions = new Map<string, Position>();
    for (const [id, node] of nodes) positions.set(id, nodePosition(node, nameOf));
    return {
      compiled: { name, source, policy, kernel, digest: digestOf(policy), positions, cases: [] },
      placeOf: (clause) => nodePlace(nodes.get(clause) ?? call, nameOf),
      placeOfEntry: (entry) => nodePlace(memory.origins.get(entry) ?? call, nameOf),
    };
  } catch (error) {
    if (error instanceof Refused)
      return [errors.refusedByBuilder(here(), error.code, error.message, error.remedy)];
    if (error instanceof RangeError) return [errors.tooLarge(here(), 1_000_000)];
    return [errors.internal(here(), error instanceof Error ? error.message : String(error))];
  }
}

/** Where the types of a policy tell other ids than its kernel has. */
export function idDifferences(
  typed: TypedIds,
  { compiled: { kernel }, placeOf }: ElaboratedPolicy,
): readonly Diagnostic[] {
  const place = () => placeOf('');
  const clauses = new Set(kernel.clauses.map(({ id }) => id));
  const expressions = [
    ...kernel.clauses.map(({ expression }) => expression),
    ...(kernel.scope === undefined ? [] : [kernel.scope]),
  ];
  const facts = new Set(expressions.flatMap((expression) => leavesOf(expression)).flatMap(factKeysOf));
  return [
    ...difference('ids of clauses', typed.clauses, clauses, place),
    ...difference('facts', typed.facts, facts, place),
  ];
}

function firstTwice({ clauses }: Kernel): string | undefined {
  const seen = new Set<string>();
  return clauses.find(({ id }) => seen.has(id) || !seen.add(id))?.id;
}

/** The places in a case that a question reads, as the types name them; the request belongs to every case. */
function factKeysOf(leaf: Leaf): readonly string[] {
  switch (leaf.kind) {
    case 'threshold':
      return ['patient.birthDate', ...anchorKeys(leaf.at)];
    case 'choice':
      return leaf.field.startsWith('attributes.') ? [leaf.field] : [];
    case 'affirmed':
      return [leaf.register === 'commitments' ? `commitments.${leaf.id}` : `specialties.${leaf.id}`];
    case 'classified':
      return ['diagnoses'];
    case 'finding':
      return [`findings.${leaf.finding}`];
    case 'judgement':
      return [`judgements.${leaf.judgement}`];
    case 'reason':
    case 'treated':
    case 'receiving':
    case 'concurrent':
    case 'elapsed':
      return ['drugs'];
    case 'trials':
      return ['drugs', ...windowKeys(leaf.window)];
    case 'regimen':
      return [];
    case 'counted':
    case 'reading':
    case 'run':
      return selectionKeys(leaf.of);
    case 'change':
      return [...selectionKeys(leaf.of), ...selectionKeys(leaf.baseline)];
    case 'amount':
      return leaf.perValueOf === undefined ? [] : [`events.${leaf.perValueOf.event}`];
  }
}

function selectionKeys({ events, window }: Selection): readonly string[] {
  return [...events.map((id) => `events.${id}`), ...windowKeys(window)];
}

function windowKeys(window: Window | undefined): readonly string[] {
  return window === undefined ? [] : anchorKeys(window.anchor);
}

function anchorKeys(anchor: Anchor): readonly string[] {
  return anchor === 'dateOfService' ? [] : [anchor];
}

function difference(
  what: string,
  typed: ReadonlySet<string>,
  read: ReadonlySet<string>,
  place: () => Place,
): readonly Diagnostic[] {
  const onlyTyped = [...typed].filter((id) => !read.has(id)).sort();
  const onlyRead = [...read].filter((id) => !typed.has(id)).sort();
  return onlyTyped.length + onlyRead.length === 0
    ? []
    : [errors.differentIds(place(), what, onlyTyped, onlyRead)];
}
