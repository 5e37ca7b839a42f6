import { beforeAll, describe, expect, it } from 'vitest';
import type { CompiledPolicy } from '../../../compiler/compiled-policy.ts';
import { examine } from '../../../compiler/examine/examine.ts';
import { loadSolver } from '../../../compiler/logic/solver.ts';
import { compile } from '../../../compiler/pipeline.ts';
import { mutationText } from '../../../compiler/report/mutation.ts';
import { parseEvaluator } from '../../../compiler/suite/deciding-part.ts';
import { mutated, mutantsOf } from '../../../compiler/suite/mutants.ts';
import { mutationSuite, mutationWith, runMutants } from '../../../compiler/suite/mutation.ts';
import type { Suite } from '../../../compiler/suite/suite.ts';
import { suiteOf } from '../../../compiler/suite/suite-of.ts';
import { compiledByHand, projectRoot } from '../../support/compiled-ip0213.ts';
import { tinyPolicy } from './tiny.ts';

describe('mutants', () => {
  it('are small changes of the text, each at its place', () => {
    const text = `export const leafCount = 1;
export const clauseCount = 1;
export function encode(facts: Facts, leaves: Uint8Array): void {
  leaves[0] = facts.age >= 18 ? 3 : 0;
}
export function decide(leaves: Uint8Array, clauses: Uint8Array): number {
  return leaves[0]! & 3;
}
function words(): string {
  return 'not mutated';
}
`;
    const mutants = mutantsOf(parseEvaluator(text));
    const changed = mutants.map((mutant) => mutated(text, mutant).split('\n'));
    const lines = changed.map((each) => each.find((line, place) => line !== text.split('\n')[place])?.trim());
    expect(lines).toContain('leaves[0] = facts.age > 18 ? 3 : 0;');
    expect(lines).toContain('leaves[0] = facts.age >= 19 ? 3 : 0;');
    expect(lines).toContain('leaves[0] = facts.age >= 18 ? 1 : 0;');
    expect(lines).toContain('leaves[0] = !(facts.age >= 18) ? 3 : 0;');
    expect(lines).toContain('return leaves[1]! & 3;');
    expect(lines).toContain('return leaves[0]! | 3;');
    expect(lines).not.toContain("return '';");
    expect(mutants.some(({ declaration }) => declaration === 'words')).toBe(false);
  });

  it('are all told by the cases of a small policy, or proved to be no slip; its pairs alone let some live', async () => {
    const policy = compiledByHand(tinyPolicy);
    const solver = await loadSolver();
    try {
      const bare = await suiteOf(policy, solver);
      const { suite, mutation } = await mutationSuite(policy, bare, solver);
      const [before, after] = [runMutants(policy, bare), runMutants(policy, suite)];
      expect(mutation.survivors).toEqual([]);
      expect(mutation.killed + mutation.equivalent.length).toBe(mutation.made);
      expect(after.left.length).toBe(mutation.equivalent.length);
      expect(before.left.length).toBeGreaterThan(after.left.length);
      expect(mutationText('tiny', bare.cases.length, before, mutationWith(before, mutation))).toContain(
        'bound moved',
      );
    } finally {
      solver.close();
    }
  }, 120_000);
});

describe('the mutants of IP0213', () => {
  let policy: CompiledPolicy | undefined;
  beforeAll(async () => {
    const compiled = await compile({ root: projectRoot, only: 'ip0213-alemtuzumab' });
    const examined = await examine(projectRoot, compiled, { keptOnly: true });
    policy = examined.policies[0];
  }, 60_000);

  const kept = () => {
    const { suite, mutation } = policy ?? {};
    if (policy === undefined || suite === undefined || mutation === undefined)
      throw new Error('generated/ keeps no mutants of IP0213: run `npm run generate`.');
    return { policy, suite, mutation };
  };

  it('are each told by a case that generated/ keeps, or proved to be no slip', () => {
    const { policy: own, suite, mutation } = kept();
    const again = mutationWith(runMutants(own, suite), mutation);
    expect(again.survivors).toEqual([]);
    expect(again).toEqual(mutation);
    expect(again.killed).toBeGreaterThan(2500);
  }, 90_000);

  it('live where a case is taken out of the suite', () => {
    const { policy: own, suite, mutation } = kept();
    const last = suite.cases.findLast(({ about }) => about.includes('it alone tells'));
    const weaker: Suite = { ...suite, cases: suite.cases.filter((each) => each !== last) };
    expect(weaker.cases.length).toBe(suite.cases.length - 1);
    expect(mutationWith(runMutants(own, weaker), mutation).survivors.length).toBeGreaterThan(0);
  }, 90_000);

  it('are not taken for no slip by the proof of another text that decides', () => {
    const { policy: own, suite, mutation } = kept();
    const foreign = { ...mutation, deciding: '0'.repeat(64) };
    expect(mutationWith(runMutants(own, suite), foreign).survivors.length).toBe(mutation.equivalent.length);
  }, 90_000);
});
