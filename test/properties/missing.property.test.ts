import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { EvaluatorModule } from '../../compiler/load-evaluator.ts';
import {
  closedLeaves,
  completions,
  domains,
  isPaperOpen,
  present,
  randomKnown,
  readsOf,
  recordOf,
  type Known,
} from '../support/completions.ts';
import { decided, evaluatorOf } from '../support/evaluators.ts';
import { kernelOf } from '../support/random-policy.ts';
import { propertySeed } from '../support/seed.ts';

/**
 * `missing` against brute force: every way to complete a case is tried, and a fact can change the outcome when two
 * completions that differ in it alone have different outcomes.
 */

let tried = 0;
let exact = 0;
let needless = 0;
let listed = 0;

afterAll(() => {
  console.log(
    `missing: seed ${propertySeed}, ${tried} pended cases against all completions, ${exact} of them where no ` +
      `fact is read twice; elsewhere ` +
      `${needless} of ${listed} listed facts cannot change the outcome`,
  );
});

describe('what is missing', () => {
  it('is what can still change the outcome', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(kernelOf(closedLeaves, 3), randomKnown(25), async (kernel, states) => {
        const reads = readsOf(kernel);
        const isReadOnce = new Set(reads).size === reads.length;
        const module = await evaluatorOf(kernel);
        for (const state of states) check(module, [...new Set(reads)], isReadOnce, present(state));
      }),
      { seed: propertySeed, numRuns: 400, endOnFailure: true },
    );
    expect(exact).toBeGreaterThan(50);
  });
});

function check(module: EvaluatorModule, reads: readonly string[], isReadOnce: boolean, known: Known): void {
  const determination = module.determine(recordOf(known));
  if (determination.outcome !== 'pended') return;
  const open = reads.filter((fact) => known[fact] === undefined || isPaperOpen(fact, known));
  const combinations = open.reduce((product, fact) => product * (domains[fact]?.length ?? 1), 1);
  if (combinations > 1500) return;
  tried += 1;
  const missing = [...new Set(determination.missing.map(({ fact }) => fact))];
  const outcomes = completions(open, known).map((completed) => decided(module, recordOf(completed)).outcome);
  const changing = open.filter((fact) => canChange(fact, open, outcomes));
  expect({ known, leftOut: changing.filter((fact) => !missing.includes(fact)) }).toEqual({
    known,
    leftOut: [],
  });
  const needlessHere = missing.filter((fact) => !changing.includes(fact));
  if (isReadOnce && !reads.some((fact) => isHalfOpen(fact, known))) {
    exact += 1;
    expect({ known, needless: needlessHere }).toEqual({ known, needless: [] });
  } else {
    needless += needlessHere.length;
    listed += missing.length;
  }
}

/**
 * A verdict without its papers: they may make it met, and nothing makes it not met, so that what is listed beside it
 * may be needless. The rule of `missing` takes every open question to be open both ways.
 */
function isHalfOpen(fact: string, known: Known): boolean {
  return isPaperOpen(fact, known) && known[fact.replace(/papers$/, 'verdict')] === 'met';
}

/**
 * Whether two completions that differ in a fact alone have different outcomes, out of the outcomes of all of them, in the
 * order in which `completions` has them: the values of the last fact follow one another.
 */
function canChange(fact: string, open: readonly string[], outcomes: readonly unknown[]): boolean {
  const sizes = open.map((each) => domains[each]?.length ?? 0);
  const place = open.indexOf(fact);
  const stride = sizes.slice(place + 1).reduce((product, size) => product * size, 1);
  const block = stride * (sizes[place] ?? 0);
  return outcomes.some((outcome, index) => {
    // The completion that differs in the fact alone, which has the first of its values.
    const first = index - (index % block) + (index % stride);
    return outcomes[first] !== outcome;
  });
}
