import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { analyses } from '../../compiler/check/analyses.ts';
import { seenOf } from '../../compiler/check/analysis/seen.ts';
import { meaningOf } from '../../dsl/kernel/meaning.ts';
import { analysing, withKernel } from '../support/analysed.ts';
import { evaluatorOf } from '../support/evaluators.ts';
import { randomCase } from '../support/random-case.ts';
import { anyLeaf } from '../support/random-leaves.ts';
import { kernelOf } from '../support/random-policy.ts';
import { propertySeed } from '../support/seed.ts';
import { isWritable } from '../support/writable.ts';

const policies = 40;
const casesEach = 250;
const analyse = analysing();
let [attacks, claims, witnesses] = [0, 0, 0];
const codes = new Map<string, number>();

afterAll(() => {
  const counts = [...codes].sort().map(([code, count]) => `${code} ${count}`);
  console.log(
    `analysis: seed ${propertySeed}, ${attacks} cases against ${claims} proofs, ${witnesses} witnesses (${counts.join(', ')})`,
  );
});

it(
  'no random case does what a finding says never happens, and every witness holds in interpreter and evaluator',
  { timeout: 600_000 },
  async () => {
    const cases = fc.array(randomCase, { minLength: casesEach, maxLength: casesEach, size: 'max' });
    await fc.assert(
      fc.asyncProperty(kernelOf(anyLeaf.filter(isWritable), 5), cases, async (kernel, records) => {
        const wanted = analyses.filter(({ name }) => name !== 'never-matters');
        const findings = await analyse(withKernel(kernel), wanted, { question: 500, policy: 2000 });
        for (const { code, status } of findings)
          codes.set(`${code} ${status}`, (codes.get(`${code} ${status}`) ?? 0) + 1);
        const never = findings.flatMap(({ never: claim }) => (claim === undefined ? [] : [claim]));
        claims += never.length;
        for (const record of records) {
          const { holds } = seenOf(kernel, record);
          attacks += 1;
          expect({ record, broken: never.filter((claim) => claim.every(holds)) }).toEqual({
            record,
            broken: [],
          });
        }
        const module = await evaluatorOf(kernel);
        for (const { witness } of findings) {
          if (witness === undefined) continue;
          witnesses += 1;
          const meaning = meaningOf(kernel, witness);
          const { outcome, clauses } = module.determine(witness);
          expect({ outcome, clauses: clauses.map(({ id, status }) => [id, status]) }).toEqual({
            outcome: meaning.outcome,
            clauses: [...meaning.clauses].map(([id, { truth }]) => [id, truth]),
          });
        }
      }),
      { seed: propertySeed, numRuns: policies, endOnFailure: true },
    );
    expect(attacks).toBeGreaterThanOrEqual(10_000);
    expect(claims).toBeGreaterThan(20);
  },
);
