import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSolver, type Solver } from '../../../../compiler/logic/solver.ts';
import { proveEvaluator } from '../../../../compiler/validate/evaluator/prove.ts';
import { evaluatorText } from '../../../support/evaluators.ts';
import { anyLeaf } from '../../../support/random-leaves.ts';
import { kernelOf } from '../../../support/random-policy.ts';
import { propertySeed } from '../../../support/seed.ts';

const policies = 6;
const ways = new Map<string, number>();
let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});
afterAll(() => {
  solver.close();
  const counts = [...ways].map(([way, count]) => `${way} ${count}`).join(', ');
  console.log(`proofs: seed ${propertySeed}, ${policies} policies (${counts})`);
});

describe('evaluators of random policies', () => {
  it('are proved or tested, and none is refuted', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(kernelOf(anyLeaf, 4), async (kernel) => {
        const budget = { milliseconds: 300, entries: 1, cases: 200 };
        const proof = await proveEvaluator(kernel, evaluatorText(kernel), solver, budget);
        expect(proof.counterexample).toBeUndefined();
        for (const { how } of proof.claims) ways.set(how.kind, (ways.get(how.kind) ?? 0) + 1);
      }),
      { seed: propertySeed, numRuns: policies, endOnFailure: true },
    );
    expect(ways.get('proved') ?? 0).toBeGreaterThan(0);
  });
});
