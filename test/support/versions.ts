import { comparePolicies, type Version } from '../../compiler/compare/compare-policies.ts';
import type { ChangeLog, ClauseChange } from '../../compiler/compare/change-log.ts';
import { loadSolver, type Solver } from '../../compiler/logic/solver.ts';
import type { Criterion } from '../../dsl/member.ts';
import type { Policy } from '../../dsl/policy/policy.ts';
import { lemtrada, multipleSclerosis, sharedVocabulary } from '../../policies/vocabulary/index.ts';
import { compiledByHand } from './compiled-ip0213.ts';

/** A version of a small policy with these criteria; the rest may be put in its place. */
export function demoVersion(criteria: Criterion, rest: Partial<Policy> = {}, label = 'demo'): Version {
  const policy: Policy = {
    kind: 'policy',
    number: 'DEMO1',
    title: 'A demonstration',
    effective: '2024-01-01',
    product: lemtrada,
    vocabulary: sharedVocabulary,
    medicalNecessity: { kind: 'indication', disease: multipleSclerosis, criteria },
    ...rest,
  };
  return versionOf(policy, label);
}

/** A policy as a version of itself. */
export function versionOf(policy: Policy, label: string): Version {
  return { label, compiled: { ...compiledByHand(policy), name: label } };
}

/** Compares with a solver of its own, which is ended in time. */
export async function compared(older: Version, newer: Version, milliseconds?: number): Promise<ChangeLog> {
  const solvers: Solver[] = [];
  const load = async () => {
    const solver = await loadSolver();
    solvers.push(solver);
    return solver;
  };
  try {
    return await comparePolicies([older, newer], load, milliseconds);
  } finally {
    for (const solver of solvers) solver.close();
  }
}

/** The change of a clause by its id, the newer one's where it has two. */
export function changeOf({ clauses }: ChangeLog, id: string): ClauseChange {
  const found = clauses.find(({ older, newer }) => (newer ?? older)?.id === id);
  if (found === undefined) throw new Error(`The log has no clause ${id}.`);
  return found;
}

/** The changes of outcome by the policy itself, as `denied > approved`. */
export function flipsOf({ outcomes }: ChangeLog): readonly string[] {
  const own = outcomes.filter(({ onlyByPlan }) => !onlyByPlan);
  return own.map(({ from, to, example }) => `${from} > ${to}${example === undefined ? ' ?' : ''}`);
}
