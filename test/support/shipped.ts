import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readCases } from '../../compiler/cases.ts';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { elaborate } from '../../dsl/policy/elaborate.ts';
import type { Policy } from '../../dsl/policy/policy.ts';
import { projectRoot } from './compiled-ip0213.ts';

/** A policy of the project as a kernel, with the records of its cases. */
export interface Shipped {
  readonly name: string;
  readonly policy: Policy;
  readonly kernel: Kernel;
  readonly records: readonly CaseRecord[];
}

/** The policies of the project, in the order of their folders: run, not read, since only their meaning is asked for. */
export async function shippedPolicies(): Promise<readonly Shipped[]> {
  const folder = path.join(projectRoot, 'policies');
  const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'policy.ts')));
  return Promise.all(
    names.sort().map(async (name) => {
      const module: unknown = await import(path.join(folder, name, 'policy.ts'));
      const policy = Object.values(Object(module)).find(isPolicy);
      if (policy === undefined) throw new Error(`policies/${name}/policy.ts exports no policy.`);
      return {
        name,
        policy,
        kernel: elaborate(policy),
        records: readCases(path.join(folder, name, 'cases')).cases.map(({ record }) => record),
      };
    }),
  );
}

function isPolicy(value: unknown): value is Policy {
  return typeof value === 'object' && value !== null && 'number' in value && 'medicalNecessity' in value;
}
