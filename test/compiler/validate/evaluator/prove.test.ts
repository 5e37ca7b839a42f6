import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSolver, type Solver } from '../../../../compiler/logic/solver.ts';
import { faultOf, proofJson, type Proof } from '../../../../compiler/validate/evaluator/proof.ts';
import { proveEvaluator, type Budget } from '../../../../compiler/validate/evaluator/prove.ts';
import { disagreement } from '../../../../compiler/validate/evaluator/sides.ts';
import { loadEvaluator } from '../../../../compiler/load-evaluator.ts';
import { elaborate } from '../../../../dsl/policy/elaborate.ts';
import { alemtuzumab } from '../../../../policies/ip0213-alemtuzumab/policy.ts';
import { projectRoot } from '../../../support/compiled-ip0213.ts';

const kernel = elaborate(alemtuzumab);
const text = readFileSync(path.join(projectRoot, 'generated/ip0213-alemtuzumab/evaluator.ts'), 'utf8');
const budget: Budget = { milliseconds: 2000, entries: 1, cases: 500 };

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});
afterAll(() => {
  solver.close();
});

function mutated(from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`The text has no ${String(from)}.`);
  return changed;
}

describe('the evaluator of IP0213', () => {
  let proof: Proof;
  beforeAll(async () => {
    proof = await proveEvaluator(kernel, text, solver, budget);
  }, 120_000);

  it('is proved clause by clause, histories for lists of an entry, diagnoses of two', () => {
    expect(proof.counterexample).toBeUndefined();
    expect(proof.claims.map(({ id }) => id)).toEqual(['outcome', ...kernel.clauses.map(({ id }) => id)]);
    const how = Object.fromEntries(proof.claims.map((claim) => [claim.id, claim.how]));
    expect(how['age']).toEqual({ kind: 'proved' });
    expect(how['course.stepTherapy.other']).toEqual({ kind: 'proved up to', entries: 1 });
    expect(how['diagnosis.activeSpms']).toEqual({ kind: 'proved up to', entries: 2 });
    expect(how['outcome']).toEqual({ kind: 'proved up to', entries: 1 });
    expect(proof.claims.filter((claim) => claim.how.kind === 'tested')).toEqual([]);
  });

  it('names the solver, the years and both sides, and prints alike', () => {
    expect(proof.solver).toMatch(/^z3 \d+\.\d+\.\d+$/);
    expect(proof.years).toEqual({ first: 1911, last: 2089 });
    expect(proof.kernel).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(proofJson(proof))).toEqual(JSON.parse(JSON.stringify(proof)));
    expect(faultOf(proof, 'IP0213')).toBeUndefined();
  });
});

/** Changes of the emitted text that change what it means. */
const mutants: readonly (readonly [name: string, from: string | RegExp, to: string])[] = [
  ['an operator of a clause', '(c1 | c2)', '(c1 & c2)'],
  ['a bound moved by one', 'on, 384, 17, ', 'on, 384, 18, '],
  ['an upper bound that was none', '17, 2147483647', '17, 98'],
  ['the place of a leaf', '(clauses[8] = (leaves[9]! & 3))', '(clauses[8] = (leaves[10]! & 3))'],
  ['an entry of a table of agents', /(const table3 = Uint8Array\.from\(\[(?:\d, ){9})3/, '$10'],
  ['a negation that is dropped', 'not((leaves[21]! & 3))', '(leaves[21]! & 3)'],
  ['unknown taken for met', 'if (entry === undefined) return 1;', 'if (entry === undefined) return 3;'],
  ['months that are one too few', 'monthsBefore(on, 12)', 'monthsBefore(on, 11)'],
  [
    'months reckoned off by one',
    'return ((on & 31) === monthLength(on >> 5) ? on | 31 : on) - months * 32;',
    'return ((on & 31) === monthLength(on >> 5) ? on | 31 : on) - (months + 1) * 32;',
  ],
  ['another drug under a name', "['gilenya', 9]", "['gilenya', 8]"],
  ['a product under no name', "new Set<string>(['lemtrada', 'Lemtrada'])", "new Set<string>(['Lemtrade'])"],
  ['a spelling of a name', "['Ocrevus Zunovo', 16]", "['Ocrevus Zunova', 16]"],
  ['a spelling that means another', "['Ocrevus Zunovo', 16]", "['Ocrevus Zunovo', 1]"],
  ['the days of a window', 'const limit13 = on - 24 * 32', 'const limit13 = on - 23 * 32'],
  ['a comparison that leaves the day itself out', 'earliest >= limit ? 3', 'earliest > limit ? 3'],
  ['a finding of the day itself', 'day(entry.on) > on ? 1', 'day(entry.on) >= on ? 1'],
  [
    'an outcome of the layers',
    "if (plan === 2) return by('plan', 'denied');",
    "if (plan === 2) return by('plan', 'pended');",
  ],
  ['a code of a disease', "['spms', 6]", "['spms', 2]"],
  [
    'an age that only the eldest reach',
    'if (born > at) return 1;',
    'if (born > at || at - born > 42240) return 1;',
  ],
];

describe('a text that means something else', () => {
  it.each(mutants)(
    'is refuted by a case on which the two differ: %s',
    { timeout: 120_000 },
    async (_, from, to) => {
      const changed = mutated(from, to);
      const proof = await proveEvaluator(kernel, changed, solver, budget);
      const { counterexample } = proof;
      expect(counterexample).toBeDefined();
      if (counterexample === undefined) return;
      const sides = { kernel, module: await loadEvaluator(changed) };
      expect(disagreement(sides, counterexample.record)).toBe(counterexample.sentence);
      expect(faultOf(proof, 'IP0213')).toMatchObject({ code: 'TRI910', severity: 'error' });
    },
  );
});
