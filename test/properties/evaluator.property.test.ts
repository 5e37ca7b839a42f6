import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { meaningOf } from '../../dsl/kernel/meaning.ts';
import type { Expression, Leaf } from '../../dsl/kernel/expression.ts';
import { leavesOf } from '../../dsl/kernel/facts.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { decided, evaluatorOf } from '../support/evaluators.ts';
import { propertySeed } from '../support/seed.ts';
import { randomCase } from '../support/random-case.ts';
import { anyLeaf } from '../support/random-leaves.ts';
import { kernelOf } from '../support/random-policy.ts';
import { randomTables } from '../support/random-vocabulary.ts';

const casesEach = 80;
const policies = 300;
const empty: Omit<Kernel, 'criteria' | 'exclusions'> = {
  number: 'R1',
  title: 'Random',
  effective: '2024-01-01',
  products: ['own'],
  repeatsCriteria: true,
  clauses: [],
  printed: [],
  regimens: [],
  durations: {},
  tables: randomTables,
};
/** Every kind of leaf that the kernel has. */
const leafKinds = Object.keys({
  threshold: 0,
  choice: 0,
  affirmed: 0,
  classified: 0,
  finding: 0,
  judgement: 0,
  reason: 0,
  treated: 0,
  receiving: 0,
  concurrent: 0,
  elapsed: 0,
  regimen: 0,
  counted: 0,
  reading: 0,
  change: 0,
  run: 0,
  trials: 0,
  amount: 0,
} satisfies Record<Leaf['kind'], 0>);
const drawn = new Set<string>();
let evaluations = 0;
const outcomes = new Map<string, number>();

afterAll(() => {
  const counts = [...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ');
  console.log(`evaluator: seed ${propertySeed}, ${evaluations} evaluations (${counts})`);
});

describe('the generated evaluator and the reference interpreter', () => {
  it(
    'agree on every clause, review and outcome, for random policies and cases',
    { timeout: 300_000 },
    async () => {
      const cases = fc.array(randomCase, { minLength: casesEach, maxLength: casesEach, size: 'max' });
      await fc.assert(
        fc.asyncProperty(kernelOf(anyLeaf), cases, async (kernel, records) => {
          for (const { expression } of kernel.clauses)
            for (const { kind } of leavesOf(expression)) drawn.add(kind);
          const module = await evaluatorOf(kernel);
          for (const record of records) {
            const meaning = meaningOf(kernel, record);
            evaluations += 1;
            outcomes.set(meaning.outcome, (outcomes.get(meaning.outcome) ?? 0) + 1);
            const determination = module.determine(record);
            const ours = Object.fromEntries(
              determination.clauses.map(({ id, status, needsReview }) => [
                id,
                { truth: status, review: needsReview },
              ]),
            );
            const flat = decided(module, record);
            // One comparison a case: of so many, what a comparison costs by itself counts.
            expect({
              record,
              clauses: ours,
              outcome: [determination.outcome, determination.layer],
              flat,
              ...missingSaid(determination.missing),
            }).toEqual({
              record,
              clauses: Object.fromEntries(meaning.clauses),
              outcome: [meaning.outcome, meaning.layer],
              flat: {
                outcome: meaning.outcome,
                clauses: Object.fromEntries([...meaning.clauses].map(([id, { truth }]) => [id, truth])),
              },
              ...missingExpected(meaning.outcome),
            });
          }
        }),
        { seed: propertySeed, numRuns: policies, endOnFailure: true },
      );
      expect(evaluations).toBeGreaterThanOrEqual(20_000);
      expect([...drawn].sort()).toEqual([...leafKinds].sort());
    },
  );

  it('ask for something wherever one leaf alone leaves a request open', { timeout: 120_000 }, async () => {
    const nothing: Expression = { kind: 'any', of: [] };
    await fc.assert(
      fc.asyncProperty(
        anyLeaf,
        fc.array(randomCase, { minLength: 40, maxLength: 40 }),
        async (leaf, records) => {
          const { determine } = await evaluatorOf({ ...empty, criteria: leaf, exclusions: nothing });
          for (const record of records) {
            const { outcome, missing } = determine(record);
            expect({ record, ...missingSaid(missing) }).toEqual({ record, ...missingExpected(outcome) });
          }
        },
      ),
      { seed: propertySeed, numRuns: 200, endOnFailure: true },
    );
  });
});

/** Whether anything is asked for, and what of it is not worded as it should be. */
function missingSaid(missing: readonly { settle: string; fact: string }[]) {
  return {
    isAsked: missing.length > 0,
    unworded: missing.filter(
      ({ settle, fact }) => settle === '' || /undefined|NaN|\[-1\]/.test(settle + fact),
    ),
  };
}

function missingExpected(outcome: string) {
  return { isAsked: outcome === 'pended', unworded: [] };
}
