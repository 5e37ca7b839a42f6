import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { meaningOf } from '../../dsl/kernel/meaning.ts';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
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
            expect({ record, clauses: ours }).toEqual({
              record,
              clauses: Object.fromEntries(meaning.clauses),
            });
            expect([determination.outcome, determination.layer]).toEqual([meaning.outcome, meaning.layer]);
            const flat = decided(module, record);
            expect(flat.outcome).toBe(meaning.outcome);
            expect(flat.clauses).toEqual(
              Object.fromEntries([...meaning.clauses].map(([id, { truth }]) => [id, truth])),
            );
            checkMissing(record, determination.outcome, determination.missing);
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
            checkMissing(record, outcome, missing);
          }
        },
      ),
      { seed: propertySeed, numRuns: 200, endOnFailure: true },
    );
  });
});

function checkMissing(
  record: CaseRecord,
  outcome: string,
  missing: readonly { settle: string; fact: string }[],
): void {
  expect({ record, isAsked: missing.length > 0 }).toEqual({ record, isAsked: outcome === 'pended' });
  for (const { settle, fact } of missing) {
    expect(settle).not.toBe('');
    expect(settle + fact).not.toMatch(/undefined|NaN|\[-1\]/);
  }
}
