import type { ts } from 'ts-morph';
import { outline } from '../../dsl/policy/outline.ts';
import { clausesOf } from '../../dsl/policy/outline-clause.ts';
import type { Policy } from '../../dsl/policy/policy.ts';
import { isObject, ownProperty, type Memory } from './binding.ts';

/** The node that names each clause of a policy: the key in the source, or the policy's call where there is none. */
export function clauseNodes(policy: Policy, call: ts.Node, memory: Memory): ReadonlyMap<string, ts.Node> {
  return new Map(clausesOf(outline(policy)).map(({ id }) => [id, nodeOf(policy, id, call, memory)]));
}

function nodeOf(policy: Policy, id: string, call: ts.Node, memory: Memory): ts.Node {
  const keyNode = (owner: unknown, key: string) =>
    isObject(owner) ? memory.keys.get(owner)?.get(key) : undefined;
  const [head = '', ...rest] = id.split('.');
  const tail = rest.join('.');
  switch (head) {
    case 'indication':
      return (tail === '' ? keyNode(policy, 'medicalNecessity') : undefined) ?? call;
    case 'dosing':
      return (
        (tail === '' ? undefined : keyNode(policy.dosing?.courses, tail)) ?? keyNode(policy, 'dosing') ?? call
      );
    case 'exclusions':
      return keyNode(policy.exclusions?.exclusions, tail) ?? keyNode(policy, 'exclusions') ?? call;
    case 'reauthorization':
      if (policy.reauthorization !== undefined) {
        return (
          below(policy.reauthorization.criteria, rest, keyNode) ?? keyNode(policy, 'reauthorization') ?? call
        );
      }
  }
  const { medicalNecessity } = policy;
  if (medicalNecessity.kind === 'indication') {
    return below(medicalNecessity.criteria, [head, ...rest], keyNode) ?? call;
  }
  // Each indication's own criteria hold the keys as written: the tree of all of them is made by the builder.
  const { indications } = medicalNecessity;
  return below(indications[head]?.criteria, rest, keyNode) ?? keyNode(indications, head) ?? call;
}

function below(
  criteria: unknown,
  keys: readonly string[],
  keyNode: (owner: unknown, key: string) => ts.Node | undefined,
): ts.Node | undefined {
  let member = criteria;
  let node: ts.Node | undefined;
  for (const key of keys) {
    const members = ownProperty(member, 'members');
    node = keyNode(members, key);
    member = ownProperty(members, key);
  }
  return node;
}
