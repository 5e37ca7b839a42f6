import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { meaningOf } from '../../../dsl/kernel/meaning.ts';
import type { EvaluatorModule } from '../../load-evaluator.ts';

/** What is compared: a kernel, and the evaluator that was made of it. */
export interface Sides {
  readonly kernel: Kernel;
  readonly module: EvaluatorModule;
}

const statuses = ['not-met', 'unknown', undefined, 'met'] as const;

/** What the two sides say differently of a case, as a sentence; nothing where they agree. */
export function disagreement({ kernel, module }: Sides, record: CaseRecord): string | undefined {
  const leaves = new Uint8Array(module.leafCount);
  const codes = new Uint8Array(module.clauseCount);
  module.encode(record, leaves);
  const outcome = module.outcomes[module.decide(leaves, codes)];
  const meaning = meaningOf(kernel, record);
  for (const [place, { id, number }] of module.clauses.entries()) {
    const [own, wanted] = [statuses[codes[place] ?? 2], meaning.clauses.get(id)?.truth];
    if (own !== wanted)
      return `The evaluator says of clause ${number} (${id}) '${String(own)}', and the policy '${String(wanted)}'.`;
  }
  return outcome === meaning.outcome
    ? undefined
    : `The evaluator says '${String(outcome)}', and the policy '${meaning.outcome}'.`;
}

/** The leaves that the evaluator makes of a case. */
export function leavesFor({ module }: Sides, record: CaseRecord): Uint8Array {
  const leaves = new Uint8Array(module.leafCount);
  module.encode(record, leaves);
  return leaves;
}
