import { afterAll, beforeAll } from 'vitest';
import { analysePolicy, usualBudget, type Budget } from '../../compiler/check/analyse-policy.ts';
import type { Analysis, Finding } from '../../compiler/check/analysis.ts';
import type { CompiledPolicy } from '../../compiler/compiled-policy.ts';
import { loadSolver, type Solver } from '../../compiler/logic/solver.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import type { Criterion } from '../../dsl/member.ts';
import { indication } from '../../dsl/policy/indication.ts';
import { policy, type Policy } from '../../dsl/policy/policy.ts';
import { lemtrada, multipleSclerosis, sharedVocabulary } from '../../policies/vocabulary/index.ts';
import { compiledByHand, compiledIp0213 } from './compiled-ip0213.ts';

/** Analyses policies, with a solver that lives as long as the tests of a file do. */
export function analysing(): (
  compiled: CompiledPolicy,
  wanted?: readonly Analysis[],
  budget?: Budget,
) => Promise<readonly Finding[]> {
  let solver: Solver | undefined;
  beforeAll(async () => {
    solver = await loadSolver();
  });
  afterAll(() => solver?.close());
  return (compiled, wanted, budget = usualBudget) => {
    if (solver === undefined) throw new Error('The solver is not there before the tests run.');
    return analysePolicy(compiled, solver, budget, wanted);
  };
}

/** A small policy with these criteria. */
export function withCriteria(criteria: Criterion, more: Partial<Policy> = {}): CompiledPolicy {
  const small = policy({
    number: 'SMALL',
    title: 'Small',
    effective: '2024-03-01',
    product: lemtrada,
    vocabulary: sharedVocabulary,
    medicalNecessity: indication(multipleSclerosis, criteria),
  });
  return compiledByHand({ ...small, ...more });
}

/** A kernel as a policy, where the builders would refuse to write it, or at random. */
export function withKernel(kernel: Kernel): CompiledPolicy {
  const { coding: _coding, accepted: _accepted, ...rest } = compiledIp0213.policy;
  return { ...compiledIp0213, policy: rest, kernel, cases: [], positions: new Map() };
}

/** Findings as they are told in one line each. */
export function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map(
    ({ code, severity, status, message }) =>
      `${code} ${severity}: ${message}${status === 'found' ? '' : ' (undecided)'}`,
  );
}
