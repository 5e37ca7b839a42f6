import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSolver, type Solver } from '../../compiler/logic/solver.ts';
import { tellsAll } from '../../compiler/suite/complete.ts';
import { decisionOf, type Decided } from '../../compiler/suite/decision.ts';
import { foundPairs } from '../../compiler/suite/found-pairs.ts';
import { inParts } from '../../compiler/suite/in-parts.ts';
import { questionsFor } from '../../compiler/suite/questions.ts';
import { withFacts } from '../../compiler/suite/record-facts.ts';
import { suiteOf } from '../../compiler/suite/suite-of.ts';
import type { Suite } from '../../compiler/suite/suite.ts';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Expression } from '../../dsl/kernel/expression.ts';
import { factsOf } from '../../dsl/kernel/facts.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { meaningOf, type Outcome } from '../../dsl/kernel/meaning.ts';
import { withKernel } from '../support/analysed.ts';
import { projectRoot } from '../support/compiled-ip0213.ts';
import { randomCase } from '../support/random-case.ts';
import { eventLeaves, simpleLeaves } from '../support/random-leaves.ts';
import { kernelOf } from '../support/random-policy.ts';
import { propertySeed } from '../support/seed.ts';
import { shippedPolicies } from '../support/shipped.ts';
import { isWritable } from '../support/writable.ts';

/**
 * What a suite says of a clause, against the interpreter of a policy in which that clause is always met, or never. A
 * clause decides a case where these two come to different outcomes: no table of statuses is read for it.
 */
const attacks = 10_000;
const settled: readonly Outcome[] = ['approved', 'modified', 'denied'];
const counts = new Map<string, number>();
const count = (what: string, times = 1) => counts.set(what, (counts.get(what) ?? 0) + times);

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});
afterAll(() => {
  solver.close();
  console.log(`suites: seed ${propertySeed}, ${[...counts].map((each) => each.join(' ')).join(', ')}`);
});

function forced(kernel: Kernel, clause: string, isMet: boolean): Kernel {
  const expression: Expression = { kind: isMet ? 'all' : 'any', of: [] };
  return {
    ...kernel,
    clauses: kernel.clauses.map((each) => (each.id === clause ? { ...each, expression } : each)),
  };
}

/** The outcome either way, where both are settled and differ. */
function turn(kernel: Kernel, clause: string, record: CaseRecord) {
  const [met, notMet] = [true, false].map(
    (isMet) => meaningOf(forced(kernel, clause, isMet), record).outcome,
  );
  const decides =
    met !== notMet && [met, notMet].every((outcome) => settled.some((each) => each === outcome));
  return decides ? { met, notMet } : undefined;
}

/** As much of a suite as says which cases show which clauses. */
interface Shown {
  readonly cases: readonly Pick<Suite['cases'][number], 'name' | 'record'>[];
  readonly pairs: readonly Pick<Suite['pairs'][number], 'clause' | 'met' | 'notMet' | 'outcomes'>[];
}

/** What is found of a policy that is asked in its parts alone, as only a large one is otherwise. */
async function foundInParts(kernel: Kernel): Promise<Shown & Pick<Suite, 'notIndependent'>> {
  const decision = decisionOf(kernel);
  const { cases, pairs, notIndependent } = await foundPairs(decision, {
    first: () => questionsFor(decision, inParts(decision, solver)),
    further: [],
  });
  const nameOf = (decided: Decided) => String(cases.indexOf(decided));
  return {
    cases: cases.map((each) => ({ name: nameOf(each), record: each.record })),
    pairs: pairs.map(({ clause, met, notMet }) => ({
      clause: clause.id,
      met: nameOf(met),
      notMet: nameOf(notMet),
      outcomes: { met: met.outcome, notMet: notMet.outcome },
    })),
    notIndependent,
  };
}

function expectPairs(kernel: Kernel, suite: Shown) {
  for (const { clause, met, notMet, outcomes } of suite.pairs)
    for (const name of [met, notMet]) {
      const record = suite.cases.find((each) => each.name === name)?.record;
      expect({ clause, name, turn: record && turn(kernel, clause, record) }).toEqual({
        clause,
        name,
        turn: outcomes,
      });
      count('sides of pairs');
    }
}

/** Complete cases at random: each fact as some case tells it, of those that leave nothing of it out. */
function completeCases(kernel: Kernel, known: readonly CaseRecord[], numRuns: number): readonly CaseRecord[] {
  const facts = [
    ...new Set(
      [kernel.criteria, kernel.exclusions, ...kernel.clauses.map(({ expression }) => expression)].flatMap(
        (expression) => factsOf(expression),
      ),
    ),
  ];
  const told = facts.map((fact) =>
    known.filter((record) => {
      const { dateOfService } = record.request;
      return tellsAll(withFacts({ request: { dateOfService } }, [fact, ...besides(fact)], record), [fact]);
    }),
  );
  if (known.length === 0 || told.some((records) => records.length === 0)) return [];
  const mixed = fc
    .tuple(fc.constantFrom(...known), ...told.map((records) => fc.constantFrom(...records)))
    .map(([{ request }, ...sources]) =>
      facts.reduce<CaseRecord>(
        (record, fact, place) => withFacts(record, [fact, ...besides(fact)], sources[place] ?? record),
        // Most policies are in scope where plan and law are silent, and the day is one of theirs.
        { request: { kind: 'initial', ...request, planDocument: 'silent', mandate: 'none' } },
      ),
    );
  return fc.sample(mixed, { numRuns, seed: propertySeed }).filter((record) => tellsAll(record, facts));
}

/** That a history is whole is told with it. */
function besides(fact: string): readonly string[] {
  return fact === 'drugs' ? ['drugsComplete'] : fact === 'drugsComplete' ? ['drugs'] : [];
}

function expectNoTurn(
  kernel: Kernel,
  { notIndependent }: Pick<Suite, 'notIndependent'>,
  records: readonly CaseRecord[],
) {
  for (const { clause, status, why } of notIndependent) {
    if (status !== 'proved') continue;
    const side = /where it is (not )?met/.exec(why)?.[0];
    const wanted = side === undefined ? undefined : side.includes('not') ? 'not-met' : 'met';
    const standing = records.filter((record) => {
      const { layer, clauses } = meaningOf(kernel, record);
      const truth = clauses.get(clause)?.truth;
      return layer === 'policy' && truth !== 'unknown' && (wanted === undefined || truth === wanted);
    });
    const turned = standing.find((record) => turn(kernel, clause, record) !== undefined);
    expect({ clause, turned }).toEqual({ clause, turned: undefined });
    count('attacks on proofs', standing.length);
  }
}

describe('the suites of the shipped policies', async () => {
  for (const { name, kernel, records } of await shippedPolicies())
    it(`pairs turn with their clause, and no random case turns where ${name} is proved not to`, () => {
      const file = path.join(projectRoot, 'generated', name, 'cases.json');
      const suite: Suite = JSON.parse(readFileSync(file, 'utf8'));
      expect(suite.pairs.length + suite.notIndependent.length).toBeGreaterThan(0);
      expectPairs(kernel, suite);
      if (suite.notIndependent.length === 0) return;
      const known = [...suite.cases.map(({ record }) => record), ...records];
      const mixed = completeCases(kernel, known, attacks);
      expect(mixed.length).toBeGreaterThan(attacks / 2);
      expectNoTurn(kernel, suite, mixed);
    });
});

it('a pair of a random policy turns with its clause; where it is proved not to, no random case turns', async () => {
  const leaves = fc.oneof(simpleLeaves, eventLeaves).filter(isWritable);
  const random = fc.sample(randomCase, { numRuns: 1000, seed: propertySeed });
  await fc.assert(
    fc.asyncProperty(kernelOf(leaves, 3), async (kernel) => {
      const suite = await suiteOf(withKernel(kernel), solver);
      const inItsParts = await foundInParts(kernel);
      const mixed = completeCases(kernel, random, attacks / 10);
      for (const each of [suite, inItsParts]) {
        expectPairs(kernel, each);
        expectNoTurn(kernel, each, mixed);
      }
      for (const { status } of suite.notIndependent) count(`clauses ${status}`);
      for (const { status } of inItsParts.notIndependent) count(`clauses ${status} in parts`);
      // What is proved one way is not shown the other way.
      const proved = (of: Pick<Suite, 'notIndependent'>) =>
        of.notIndependent.flatMap(({ clause, status }) => (status === 'proved' ? clause : []));
      const shown = (of: Shown) => of.pairs.map(({ clause }) => clause);
      expect(shown(suite).filter((clause) => proved(inItsParts).includes(clause))).toEqual([]);
      expect(shown(inItsParts).filter((clause) => proved(suite).includes(clause))).toEqual([]);
    }),
    { seed: propertySeed, numRuns: 8, endOnFailure: true },
  );
  expect(counts.get('sides of pairs') ?? 0).toBeGreaterThan(5);
  expect(counts.get('attacks on proofs') ?? 0).toBeGreaterThan(1000);
}, 600_000);
