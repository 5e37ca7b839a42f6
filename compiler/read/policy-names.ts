import { relative, sep } from 'node:path';
import * as errors from '../errors.ts';
import type { Diagnostic } from '../errors.ts';
import type { DeclaredPolicy } from './module-value.ts';
import { nodePlace, type NameOf } from './place.ts';

/** A policy is called by its folder; by its module, where that is not called policy.ts. */
export function policyName(home: string, path: string): string {
  const within = relative(home, path).split(sep).join('/');
  const module = within.replace(/\.ts$/, '');
  return (module.endsWith('/policy') ? module.slice(0, -'/policy'.length) : module).replaceAll('/', '-');
}

/** A policy, its module and its name. */
export interface Declared {
  readonly path: string;
  readonly name: string;
  readonly policy: DeclaredPolicy;
}

/** Names that can be none, or are given twice. */
export function nameDiagnostics(declared: readonly Declared[], nameOf: NameOf): readonly Diagnostic[] {
  const byName = new Map<string, Declared>();
  return declared.flatMap((one) => {
    const { name, policy } = one;
    const folded = name.toLowerCase();
    const other = byName.get(folded);
    if (other === undefined) byName.set(folded, one);
    return [
      ...(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/i.test(name) && !/^index(?:\.ts)?$/i.test(name)
        ? []
        : [errors.unfitPolicyName(nodePlace(policy.call, nameOf), name)]),
      ...(other === undefined
        ? []
        : [errors.samePolicyName(nodePlace(policy.call, nameOf), name, nameOf(other.path))]),
    ];
  });
}
