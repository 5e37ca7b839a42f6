import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { evaluator } from '../../compiler/emit/evaluator/evaluator.ts';
import { loadEvaluator, type EvaluatorModule } from '../../compiler/load-evaluator.ts';

/** The text of the evaluator of a kernel, of which the policy as its author wrote it is not needed. */
export function evaluatorText(kernel: Kernel): string {
  return evaluator({ kernel, digest: 'd1ge57', name: 'random', source: 'policies/random/policy.ts' });
}

/** The evaluator of a kernel, loaded. */
export function evaluatorOf(kernel: Kernel): Promise<EvaluatorModule> {
  return loadEvaluator(evaluatorText(kernel));
}

/** The names of the statuses by their code. */
export const statusNames = ['not-met', 'unknown', undefined, 'met'] as const;

/** What `encode` and `decide` make of a case: the outcome, and each clause's status by its id. */
export function decided(module: EvaluatorModule, record: CaseRecord) {
  const leaves = new Uint8Array(module.leafCount);
  const statuses = new Uint8Array(module.clauseCount);
  module.encode(record, leaves);
  const outcome = module.outcomes[module.decide(leaves, statuses)];
  const clauses = Object.fromEntries(
    module.clauses.map(({ id }, index) => [id, statusNames[statuses[index] ?? 2]]),
  );
  return { outcome, clauses };
}
