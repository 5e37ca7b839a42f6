import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignmentOf, heldBy, recordOf } from '../../../compiler/logic/case-of-world.ts';
import { evaluator } from '../../../compiler/logic/evaluate.ts';
import { policyLogic } from '../../../compiler/logic/meaning.ts';
import { worldOf } from '../../../compiler/logic/world.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { coverage, meaningOf } from '../../../dsl/kernel/meaning.ts';
import { answersOf, spoken, valueOf } from '../../support/asking.ts';
import { fitting } from '../../support/fitting.ts';
import { randomCase } from '../../support/random-case.ts';
import { anyLeaf, simpleLeaves } from '../../support/random-leaves.ts';
import { kernelOf } from '../../support/random-policy.ts';
import { propertySeed } from '../../support/seed.ts';
import { shippedPolicies } from '../../support/shipped.ts';

/** The policy, and as one clause more what it covers, so that the interpreter tells that too. */
function withCoverage(kernel: Kernel): Kernel {
  const clause = {
    id: 'coverage',
    number: 'coverage',
    text: 'Covered',
    section: 'medicalNecessity' as const,
    expression: coverage(kernel),
  };
  return { ...kernel, clauses: [...kernel.clauses, clause] };
}

test.each([
  ['of every kind', anyLeaf, 3],
  ['of the request', simpleLeaves, 8],
])('random policies of questions %s mean as logic what they mean to the interpreter', (_, leaf, clauses) => {
  const outcomes = new Map<string, number>();
  const records = fc.array(randomCase.map(fitting), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(kernelOf(leaf, clauses).map(withCoverage), records, (kernel, each) => {
      const world = worldOf([kernel], { drugs: 5, events: 5 });
      const logic = policyLogic(kernel, world);
      for (const record of each) {
        const assignment = heldBy(world, record);
        if (assignment === undefined) continue;
        const { outcome, clauses: wanted } = meaningOf(kernel, record);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        const own = kernel.clauses.map(({ id }) => logic.clauses.get(id));
        expect(own.map((verdict) => verdict && valueOf(verdict, assignment))).toEqual(
          kernel.clauses.map(({ id }) => spoken(wanted.get(id) ?? { truth: 'met', review: true })),
        );
        expect(valueOf(logic.coverage, assignment)).toBe(
          spoken(wanted.get('coverage') ?? { truth: 'met', review: true }),
        );
        const value = evaluator(assignment);
        const reached = Object.entries(logic.outcomes).filter(([, term]) => value(term) === true);
        expect(reached.map(([name]) => name)).toEqual([outcome]);
      }
    }),
    { seed: propertySeed, numRuns: 90 },
  );
  const compared = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  expect(compared).toBeGreaterThan(800);
  expect([...outcomes.keys()].sort()).toEqual(['approved', 'denied', 'modified', 'notApplicable', 'pended']);
});

test('all policies decide all their cases as logic as the interpreter does, and the cases that are read back', async () => {
  let compared = 0;
  for (const { kernel, records } of await shippedPolicies()) {
    const world = worldOf([kernel], { drugs: 6, events: 6 });
    const logic = policyLogic(kernel, world);
    for (const record of records) {
      if (heldBy(world, record) === undefined) continue;
      const assignment = assignmentOf(world, record);
      const value = evaluator(assignment);
      const reached = Object.entries(logic.outcomes).filter(([, term]) => value(term) === true);
      expect(reached.map(([name]) => name)).toEqual([meaningOf(kernel, record).outcome]);
      const again = recordOf(world, assignment);
      expect(answersOf(kernel, again)).toEqual(answersOf(kernel, record));
      expect(meaningOf(kernel, again).outcome).toBe(meaningOf(kernel, record).outcome);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(800);
});
