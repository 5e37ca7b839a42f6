import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { EvaluatorModule } from '../../compiler/load-evaluator.ts';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Determination } from '../../dsl/kernel/determination.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import {
  closedLeaves,
  completions,
  domains,
  isPaperOpen,
  present,
  randomKnown,
  readsOf,
  recordOf,
  withAnother,
  type Known,
} from '../support/completions.ts';
import { decided, evaluatorOf } from '../support/evaluators.ts';
import { kernelOf } from '../support/random-policy.ts';
import { propertySeed } from '../support/seed.ts';

/**
 * `next` and `nearest` against brute force: every way to answer every set of open facts is tried, and every way to change
 * what can change.
 */
const tried = { pended: 0, denied: 0 };

afterAll(() => {
  console.log(
    `next: seed ${propertySeed}, ${tried.pended} pended cases against all answers, ` +
      `${tried.denied} denied cases against all changes`,
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
    expect(tried.pended).toBeGreaterThan(1000);
    expect(tried.denied).toBeGreaterThan(1500);
  });
});

function check(module: EvaluatorModule, kernel: Kernel, known: Known): void {
  const reads = readsOf(kernel);
  const determination = module.determine(recordOf(known));
  const open = [...new Set(reads)].filter((fact) => known[fact] === undefined || isPaperOpen(fact, known));
  if (product(open) > 200) return;
  if (determination.outcome === 'pended' && determination.layer === 'policy') {
    tried.pended += 1;
    expect({ known, faults: nextFaults(module, determination, open, known) }).toEqual({ known, faults: [] });
  }
  if (determination.outcome === 'denied') {
    tried.denied += 1;
    const faults = nearestFaults(module, determination, [...new Set(reads)], open, known);
    expect({ known, faults }).toEqual({ known, faults: [] });
  }
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
  const outcomes = (some: readonly string[], records: (record: CaseRecord) => readonly CaseRecord[]) =>
    new Set(
      product(some) > 3000
        ? []
        : completions([...new Set(some)], known)
            .flatMap((each) => records(recordOf(each)))
            .map((record) => decided(module, record).outcome),
    );
  const asItIs = (record: CaseRecord) => [record];
  // What a history would have to be otherwise may be an entry that it lacks.
  const isOfHistory = nearest.changes.some(({ fact }) => fact === 'events');
  // Time passes for all of the case: the patient is older, and what is dated lies further back.
  const later = nearest.changes
    .flatMap(({ from }) => from ?? [])
    .sort()
    .at(-1);
  const inTime = (record: CaseRecord) =>
    later === undefined
      ? [record]
      : [record, { ...record, request: { ...record.request, dateOfService: later } }];
  const changedRecords = (record: CaseRecord) =>
    inTime(record).flatMap((each) => (isOfHistory ? [each, ...withAnother(each)] : [each]));
  const isCovered = (some: readonly string[]) => {
    const found = outcomes(some, asItIs);
    return found.has('approved') || found.has('modified');
  };
  const isPlan = nearest.changes.some(({ fact }) => fact === 'request.planDocument');
  const changeable = reads.filter((read) =>
    /^(prescriber|commitments|judgements)\.|^request\.regimen/.test(read),
  );
  const { leadsTo, isOpen } = nearest;
  const isSmall = product([...changed, ...missing]) <= 3000;
  return [
    ...(leadsTo !== undefined &&
    !isPlan &&
    isSmall &&
    !outcomes([...changed, ...missing], changedRecords).has(leadsTo)
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
