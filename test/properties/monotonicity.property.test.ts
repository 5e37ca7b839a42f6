import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { lacksPriorCourse, meaningOf } from '../../dsl/kernel/meaning.ts';
import { decided, evaluatorOf } from '../support/evaluators.ts';
import { fillsOf } from '../support/fills.ts';
import { randomCase } from '../support/random-case.ts';
import { anyLeaf } from '../support/random-leaves.ts';
import { kernelOf } from '../support/random-policy.ts';
import { propertySeed } from '../support/seed.ts';

const dates = [
  '2022-06-02',
  '2022-06-03',
  '2023-05-31',
  '2023-06-02',
  '2023-06-03',
  '2023-06-04',
  '2023-08-31',
  '2024-02-29',
];
const agents = ['own', 'Sibling', 'Brand Zero', 'Brand One', 'Brand Late', 'Strange'];
let compared = 0;

afterAll(() =>
  console.log(
    `monotonicity: seed ${propertySeed}, ${compared} statuses before and after a fact was filled in`,
  ),
);

/**
 * Kleene's order: what is decided while facts are missing stays so whatever they turn out to be. Exempt by decision:
 * fills that contradict the file, dates after the date of service, dates on a contraindication (reading C-37).
 */
describe('filling in an unknown', () => {
  it('flips no clause and no outcome that was decided', { timeout: 300_000 }, async () => {
    const picks = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
    const cases = fc.array(randomCase, { minLength: 40, maxLength: 40, size: 'max' });
    await fc.assert(
      fc.asyncProperty(kernelOf(anyLeaf), cases, picks, async (kernel, records, chosen) => {
        const module = await evaluatorOf(kernel);
        const statuses = (record: CaseRecord) => {
          const { outcome, clauses } = meaningOf(kernel, record);
          const flat = decided(module, record);
          return {
            outcomes: [outcome, flat.outcome],
            clauses: [[...clauses].map(([, { truth }]) => truth), Object.values(flat.clauses)],
          };
        };
        for (const record of records) {
          const before = statuses(record);
          for (const fill of filled(kernel, record, chosen)) {
            const after = statuses(fill.record);
            const flipped = before.clauses.map((side, which) =>
              side.flatMap((status, index) =>
                status === 'unknown' || status === after.clauses[which]?.[index] ? [] : [index],
              ),
            );
            compared += before.clauses.flat().length;
            expect({ record, fill, flipped }).toEqual({ record, fill, flipped: [[], []] });
            if (before.outcomes[0] !== 'pended')
              expect({ record, fill, outcomes: after.outcomes }).toEqual({
                record,
                fill,
                outcomes: before.outcomes,
              });
          }
        }
      }),
      { seed: propertySeed, numRuns: 60, endOnFailure: true },
    );
  });
});

/** A few of the ways to fill in a fact of a case. */
function filled(kernel: Kernel, record: CaseRecord, chosen: readonly number[]) {
  const past = dates.filter((date) => date <= record.request.dateOfService);
  const fills = fillsOf(record, past, agents).filter((fill) => !lacksPriorCourse(fill.record, kernel));
  return chosen.flatMap((pick) => fills[pick % Math.max(1, fills.length)] ?? []);
}
