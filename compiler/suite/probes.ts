import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Candidate } from './candidates/candidates.ts';
import type { Mutant } from './mutants.ts';
import type { Decider, Expected, Judge, Loader } from './run-mutant.ts';

/** A case that mutants are run on, with what the evaluator itself reads of it. */
export interface Probe extends Candidate {
  readonly leaves: Uint8Array;
  /** What the interpreter says of it, worked out when it is first asked for. */
  readonly expected: () => Expected;
}

/** Reads cases by the evaluator itself. */
export function probesFor(
  candidates: readonly Candidate[],
  loader: Loader,
  judge: Judge,
  leafCount: number,
): readonly Probe[] {
  const original = loader.load();
  return candidates.map((candidate) => {
    const leaves = new Uint8Array(leafCount);
    original.rest();
    original.encode(candidate.record, leaves);
    return { ...candidate, leaves, expected: once(() => judge.expected(candidate.record)) };
  });
}

/** Those that are read apart: of cases that are read alike, what only decides makes the same. */
export function readApart(probes: readonly Probe[]): readonly Probe[] {
  return [...new Map(probes.map((probe) => [probe.leaves.join(' '), probe])).values()];
}

/** Declarations that only `decide` needs. */
const onlyDecides: ReadonlySet<string> = new Set([
  'conclude',
  'conclusion',
  'conclusions',
  'decide',
  'layers',
  'not',
  'outcomes',
]);

/** Whether a mutant changes only how leaves are decided, not how a case is read into them. */
export function changesDecidingOnly({ declaration }: Mutant): boolean {
  return onlyDecides.has(declaration);
}

/** Whether a mutant that is loaded says otherwise of a case than the interpreter. */
export function isToldBy(judge: Judge, decider: Decider, mutant: Mutant, probe: Probe): boolean {
  // What reads a case alike decides it alike, unless the slip is in the part that decides.
  if (!changesDecidingOnly(mutant) && !judge.readsOtherwise(decider, probe.record, probe.leaves))
    return false;
  return judge.tells(decider, [probe.expected()]);
}

/** A mutant, loaded; nothing for a text that can't be loaded, which is no evaluator. */
export function loaded(loader: Loader, mutant: Mutant): Decider | undefined {
  try {
    return loader.load(mutant);
  } catch {
    return undefined;
  }
}

/** Cases of a policy as what is read of them. */
export function plainCandidates(records: readonly CaseRecord[]): readonly Candidate[] {
  return records.map((record) => ({ record, about: [] }));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
