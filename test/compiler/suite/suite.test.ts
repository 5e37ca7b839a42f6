import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CompiledPolicy } from '../../../compiler/compiled-policy.ts';
import { validateCase } from '../../../compiler/cases.ts';
import { factsSchemaOf } from '../../../compiler/emit/facts-schema/facts-schema.ts';
import { suiteJson } from '../../../compiler/emit/suite/suite-json.ts';
import { loadEvaluator } from '../../../compiler/load-evaluator.ts';
import { loadSolver, type Solver } from '../../../compiler/logic/solver.ts';
import { differOnlyIn, withhold } from '../../../compiler/suite/record-facts.ts';
import { suiteOf } from '../../../compiler/suite/suite-of.ts';
import type { Suite } from '../../../compiler/suite/suite.ts';
import { meaningOf } from '../../../dsl/kernel/meaning.ts';
import { factsOf } from '../../../dsl/kernel/facts.ts';
import { compiledByHand, compiledIp0213 } from '../../support/compiled-ip0213.ts';
import { evaluatorText } from '../../support/evaluators.ts';
import { redundantPolicy, tinyPolicy, twoIndicationsPolicy } from './tiny.ts';

let solver: Solver;
beforeEach(async () => {
  solver = await loadSolver();
});
afterEach(() => {
  solver.close();
});

/** Runs both sides of every pair, and every case without a fact, through both implementations. */
async function expectShown(policy: CompiledPolicy, suite: Suite) {
  const { kernel } = policy;
  const evaluator = await loadEvaluator(evaluatorText(kernel));
  const recordOf = (name: string) => {
    const record = suite.cases.find((each) => each.name === name)?.record;
    if (record === undefined) throw new Error(`There is no case ${name}.`);
    return record;
  };
  for (const { clause, met, notMet, outcomes } of suite.pairs) {
    const [first, second] = [recordOf(met), recordOf(notMet)];
    const expression = kernel.clauses.find(({ id }) => id === clause)?.expression;
    expect(expression).toBeDefined();
    if (expression === undefined) return;
    expect(differOnlyIn(first, second, factsOf(expression))).toBe(true);
    for (const [record, status, outcome] of [
      [first, 'met', outcomes.met],
      [second, 'not-met', outcomes.notMet],
    ] as const) {
      expect(meaningOf(kernel, record).clauses.get(clause)?.truth).toBe(status);
      expect(meaningOf(kernel, record).outcome).toBe(outcome);
      const determined = evaluator.determine(record);
      expect(determined.outcome).toBe(outcome);
      expect(determined.clauses.find(({ id }) => id === clause)?.status).toBe(status);
    }
    expect(outcomes.met).not.toBe(outcomes.notMet);
  }
  for (const { clause, fact, from } of suite.withheld) {
    const determined = evaluator.determine(withhold(recordOf(from), fact));
    expect(determined.outcome).toBe('pended');
    expect(determined.clauses.find(({ id }) => id === clause)?.status).toBe('unknown');
  }
}

describe('the suite of a policy', () => {
  it('shows each clause of a small one with as many cases as there are clauses, and one', async () => {
    const policy = compiledByHand(tinyPolicy);
    const suite = await suiteOf(policy, solver);
    expect(suite.notIndependent.map(({ clause, status }) => [clause, status])).toEqual([]);
    expect(suite.pairs.every(({ kind }) => kind === 'unique')).toBe(true);
    expect(suite.cases.length).toBeLessThanOrEqual(suite.pairs.length + 2);
    await expectShown(policy, suite);
    expect(suiteJson(policy, suite)).toBe(suiteJson(policy, await suiteOf(policy, solver)));
  }, 60_000);

  it('says of a clause that another one holds which one that is', async () => {
    const suite = await suiteOf(compiledByHand(redundantPolicy), solver);
    const adult = suite.notIndependent.find(({ clause }) => clause === 'adult');
    expect(adult?.status).toBe('proved');
    expect(adult?.by).toContain('older');
    expect(adult?.why).toBe(
      'In every complete case where it is not met, B settles the outcome, whatever it says.',
    );
  }, 60_000);

  it('shows the criteria of each of several indications, and the indication itself', async () => {
    const policy = compiledByHand(twoIndicationsPolicy);
    const suite = await suiteOf(policy, solver);
    expect(suite.notIndependent).toEqual([]);
    expect(suite.pairs.map(({ clause, kind }) => [clause, kind])).toEqual([
      ['indication', 'unique'],
      ['illness.age', 'unique'],
      ['illness.activity', 'unique'],
      ['ailment.activity', 'unique'],
      ['exclusions.otherUse', 'unique'],
    ]);
    await expectShown(policy, suite);
  }, 60_000);

  it('shows the clauses of IP0213, and proves of two exclusions that the diagnosis decides before them', async () => {
    const suite = await suiteOf(compiledIp0213, solver);
    expect(suite.pairs).toHaveLength(19);
    expect(suite.cases.length).toBeLessThanOrEqual(25);
    expect(suite.notIndependent.map(({ clause, status, by }) => [clause, status, by])).toEqual([
      ['exclusions.clinicallyIsolatedSyndrome', 'proved', ['diagnosis.activeSpms', 'diagnosis.rrms']],
      ['exclusions.nonRelapsingForms', 'proved', ['diagnosis.activeSpms', 'diagnosis.rrms']],
    ]);
    await expectShown(compiledIp0213, suite);
    const schema = factsSchemaOf(compiledIp0213.kernel);
    for (const { about, record, outcome, layer, clauses } of suite.cases) {
      expect(validateCase(schema, { about, expected: { outcome, layer, clauses }, ...record })).toEqual([]);
      expect(about).toContain('made-up');
    }
  }, 180_000);
});
