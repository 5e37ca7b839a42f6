import path from 'node:path';
import { readCases } from '../../compiler/cases.ts';
import type { CompiledPolicy } from '../../compiler/compiled-policy.ts';
import { factsSchemaOf } from '../../compiler/emit/facts-schema/facts-schema.ts';
import { outline } from '../../dsl/policy/outline.ts';
import { clausesOf } from '../../dsl/policy/outline-clause.ts';
import { elaborate } from '../../dsl/policy/elaborate.ts';
import type { Policy } from '../../dsl/policy/policy.ts';
import { alemtuzumab } from '../../policies/ip0213-alemtuzumab/policy.ts';

/** The root of the project. */
export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** The folder of IP0213's worked cases. */
export const casesFolder = path.join(projectRoot, 'policies/ip0213-alemtuzumab/cases');

/** A policy compiled without the reader, so that a test of an output depends on the output alone. */
export function compiledByHand(policy: Policy, cases: CompiledPolicy['cases'] = []): CompiledPolicy {
  const clauses = clausesOf(outline(policy));
  return {
    name: 'ip0213-alemtuzumab',
    source: 'policies/ip0213-alemtuzumab/policy.ts',
    policy,
    kernel: elaborate(policy),
    digest: '0'.repeat(64),
    positions: new Map(
      clauses.map(({ id }, index) => [
        id,
        { file: 'policies/ip0213-alemtuzumab/policy.ts', line: 10 + index, column: 5 },
      ]),
    ),
    cases,
  };
}

/** IP0213 with its cases. */
export const compiledIp0213: CompiledPolicy = compiledByHand(
  alemtuzumab,
  readCases(casesFolder, factsSchemaOf(elaborate(alemtuzumab))).cases,
);

/** The text of one output of a policy. */
export async function outputText(name: string, policy: CompiledPolicy = compiledIp0213): Promise<string> {
  const { outputs } = await import('../../compiler/emit/outputs.ts');
  const output = outputs.find((candidate) => candidate.name === name);
  if (output === undefined) throw new Error(`There is no output ${name}.`);
  return String(output.emit(policy) ?? '');
}
