import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEvaluator } from '../../../compiler/suite/deciding-part.ts';
import { decidingIn } from '../../../compiler/suite/mutation.ts';
import type { Mutation } from '../../../compiler/suite/mutation-result.ts';
import { mutantsOf } from '../../../compiler/suite/mutants.ts';
import { projectRoot } from '../../support/compiled-ip0213.ts';

/** What is left of the mutants of a policy's evaluator, where any is: its declaration and its change. */
const known: Readonly<Record<string, readonly string[]>> = {};

/** Policies whose mutants have not been tried yet. */
const untried: readonly string[] = [
  'bcbsnd-alemtuzumab-2023',
  'bcbsnd-alemtuzumab-2024',

  'bcbsnd-nusinersen-2024',
  'bcnc-infliximab',
  'bcnc-zolgensma',
  'medstar-pap',
  'uhc-xolair-2023',
  'uhc-xolair-2024',
  'westernhealth-glp1',
  'westernhealth-zolgensma',
];

const generated = join(projectRoot, 'generated');
const policies = readdirSync(generated, { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => name);
const fileOf = (policy: string) => join(generated, policy, 'mutation.json');

function keptOf(policy: string): Mutation {
  const file: { readonly mutation: Mutation } = JSON.parse(readFileSync(fileOf(policy), 'utf8'));
  return file.mutation;
}

it('mutants are kept of every policy but those that are named', () => {
  expect(policies.length).toBeGreaterThan(10);
  expect(policies.filter((policy) => !existsSync(fileOf(policy)))).toEqual(untried);
});

// Running them takes minutes: CI runs those of IP0213, and of the others counts what was kept of the same text.
describe.each(policies.filter((policy) => existsSync(fileOf(policy))))('the mutants of %s', (policy) => {
  it('are those of the text that its evaluator decides by, and none but those known is left', () => {
    const text = readFileSync(join(generated, policy, 'evaluator.ts'), 'utf8');
    const { deciding, made, killed, equivalent, survivors } = keptOf(policy);
    expect(deciding).toBe(decidingIn(text));
    expect(made).toBe(mutantsOf(parseEvaluator(text)).length);
    expect(killed + equivalent.length + survivors.length).toBe(made);
    expect(killed).toBeGreaterThan(made / 2);
    expect(survivors.map(({ declaration, change }) => `${declaration}: ${change}`)).toEqual(
      known[policy] ?? [],
    );
    const digests = [...equivalent, ...survivors].map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(digests.length);
  });
});
