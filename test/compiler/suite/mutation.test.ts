import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSolver, type Solver } from '../../../compiler/logic/solver.ts';
import { mutationText } from '../../../compiler/report/mutation.ts';
import { mutated, mutantsOf, parseEvaluator } from '../../../compiler/suite/mutants.ts';
import { mutationOf, withBoundaryCases } from '../../../compiler/suite/mutation.ts';
import { suiteOf } from '../../../compiler/suite/suite-of.ts';
import { compiledByHand } from '../../support/compiled-ip0213.ts';
import { tinyPolicy } from './tiny.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});
afterAll(() => {
  solver.close();
});

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

  it('are nearly all told by the cases of a small policy; a suite without its boundary cases lets more live', async () => {
    const policy = compiledByHand(tinyPolicy);
    const bare = await suiteOf(policy, solver);
    const suite = withBoundaryCases(policy, bare);
    const [before, after] = [mutationOf(policy, bare), mutationOf(policy, suite)];
    expect(after.survivors.length).toBeLessThan(before.survivors.length);
    expect(after.killed.length + after.equivalent.length + after.survivors.length).toBe(after.mutants.length);
    const decides = after.survivors.filter(({ declaration }) => declaration === 'conclude');
    expect(decides.map(({ name }) => name)).toEqual([]);
    expect(mutationText('tiny', suite.cases.length, before)).toContain('operator swapped');
  }, 120_000);
});
