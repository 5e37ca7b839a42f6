import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { EvaluatorModule } from '../../compiler/load-evaluator.ts';
import type { Determination } from '../../dsl/kernel/determination.ts';
import type { Leaf } from '../../dsl/kernel/expression.ts';
import { expressionsById, leavesOf } from '../../dsl/kernel/facts.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { coverage } from '../../dsl/kernel/meaning.ts';
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
 * `next` and `nearest` against brute force: every way to answer every set of open facts is tried, and every way to change
 * what can change.
 */
const tried = { pended: 0, exact: 0, denied: 0, exactDenied: 0 };
const exceptions: Record<string, number> = {};

afterAll(() => {
  console.log(
    `next: seed ${propertySeed}, ${tried.pended} pended cases against all answers, ${tried.exact} of them exact by rule; ` +
      `${tried.denied} denied cases against all changes, ${tried.exactDenied} of them exact by rule; exceptions elsewhere: ` +
      JSON.stringify(exceptions),
  );
});

describe('what to ask next', () => {
  it('is attainable, and no fewer facts are enough', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(kernelOf(closedLeaves, 3), randomKnown(25), async (kernel, states) => {
        const module = await evaluatorOf(kernel);
        for (const state of states) check(module, kernel, present(state));
      }),
      { seed: propertySeed, numRuns: 250, endOnFailure: true },
    );
    expect(tried.exact).toBeGreaterThan(100);
    expect(tried.exactDenied).toBeGreaterThan(100);
  });
});

function check(module: EvaluatorModule, kernel: Kernel, known: Known): void {
  const reads = readsOf(kernel);
  const isExact = readsApart(kernel, reads);
  const determination = module.determine(recordOf(known));
  const open = [...new Set(reads)].filter((fact) => known[fact] === undefined || isPaperOpen(fact, known));
  if (product(open) > 200) return;
  if (determination.outcome === 'pended' && determination.layer === 'policy') {
    tried.pended += 1;
    if (isExact) tried.exact += 1;
    note(isExact, known, nextFaults(module, determination, open, known));
  }
  if (determination.outcome === 'denied') {
    tried.denied += 1;
    if (isExact) tried.exactDenied += 1;
    note(isExact, known, nearestFaults(module, determination, [...new Set(reads)], open, known));
  }
}

/**
 * Where the search is exact: facts that stand by themselves may serve any number of clauses, but two questions do not turn
 * on one entry of a history, nor an age on two days. And none is about a value drawn from entries: that an entry turns out
 * not to count may settle it as well, which the search does not try.
 */
function readsApart(kernel: Kernel, reads: readonly string[]): boolean {
  const leaves = kernelLeaves(kernel);
  return (
    leaves.filter(({ kind }) => kind === 'counted').length < 2 &&
    !leaves.some(({ kind }) => kind === 'reading') &&
    !reads.includes('dates.order')
  );
}

function kernelLeaves(kernel: Kernel): readonly Leaf[] {
  const byId = expressionsById(kernel);
  const all = [coverage(kernel), ...(kernel.dosing === undefined ? [] : [kernel.dosing])];
  const leaves = all.flatMap((part) => leavesOf(part, byId));
  return [...new Map(leaves.map((leaf) => [JSON.stringify(leaf), leaf])).values()];
}

/** What is wrong is an error where the search is exact, and counted elsewhere. */
function note(isExact: boolean, known: Known, faults: readonly string[]): void {
  if (isExact) expect({ known, faults }).toEqual({ known, faults: [] });
  for (const fault of faults) exceptions[fault] = (exceptions[fault] ?? 0) + 1;
}

function nextFaults(
  module: EvaluatorModule,
  { next, missing }: Determination,
  open: readonly string[],
  known: Known,
): readonly string[] {
  if (next === undefined) return ['no next'];
  const { first, shortest, leadsTo } = next;
  const facts = shortest.map(({ fact }) => fact);
  const leads = (some: readonly string[], outcome: string) =>
    completions(some, known).some((record) => decided(module, recordOf(record)).outcome === outcome);
  const smaller = subsets(open).filter((some) => some.length < facts.length);
  return [
    ...(missing.some(({ fact }) => fact === first.fact) ? [] : ['first is not missing']),
    ...(new Set(facts).size === facts.length ? [] : ['a fact twice']),
    ...(leadsTo !== undefined && !leads(facts, leadsTo) ? ['not attainable'] : []),
    ...(leadsTo !== undefined && smaller.some((some) => leads(some, leadsTo)) ? ['not the shortest'] : []),
    ...(leadsTo !== 'approved' && leads(open, 'approved') ? ['leads to approved'] : []),
    ...(leadsTo === undefined && leads(open, 'modified') ? ['leads to modified'] : []),
  ];
}

function nearestFaults(
  module: EvaluatorModule,
  { nearest }: Determination,
  reads: readonly string[],
  open: readonly string[],
  known: Known,
): readonly string[] {
  if (nearest === undefined) return ['no nearest'];
  const changed = nearest.changes.flatMap(({ fact }) =>
    reads.filter((read) => read === fact || read.startsWith(`${fact}.`) || read.startsWith(`${fact}[`)),
  );
  const missing = nearest.missing.map(({ fact }) => fact);
  const outcomes = (some: readonly string[]) =>
    new Set(
      product(some) > 3000
        ? []
        : completions([...new Set(some)], known).map((each) => decided(module, recordOf(each)).outcome),
    );
  const isCovered = (some: readonly string[]) => {
    const found = outcomes(some);
    return found.has('approved') || found.has('modified');
  };
  const isPlan = nearest.changes.some(({ fact }) => fact === 'request.planDocument');
  const changeable = reads.filter((read) =>
    /^(prescriber|commitments|judgements)\.|^request\.regimen/.test(read),
  );
  const { leadsTo, isOpen } = nearest;
  const isSmall = product([...changed, ...missing]) <= 3000;
  return [
    ...(leadsTo !== undefined && !isPlan && isSmall && !outcomes([...changed, ...missing]).has(leadsTo)
      ? ['path not attainable']
      : []),
    ...(!isOpen && !isPlan && isCovered([...changeable, ...open]) ? ['an open path was overlooked'] : []),
    ...(isOpen && nearest.changes.some(({ kind }) => kind === 'cannot change')
      ? ['open by what cannot change']
      : []),
    ...(nearest.changes.length === 0 && isCovered(open) ? ['denied without a change'] : []),
  ];
}

function product(facts: readonly string[]): number {
  return facts.reduce((all, fact) => all * (domains[fact]?.length ?? 1), 1);
}

function subsets(facts: readonly string[]): readonly (readonly string[])[] {
  return facts.reduce<readonly (readonly string[])[]>(
    (all, fact) => all.flatMap((some) => [some, [...some, fact]]),
    [[]],
  );
}
