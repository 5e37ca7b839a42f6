import type { Kernel } from '../../dsl/kernel/kernel.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import type { Finding } from '../check/finding.ts';
import { canonical, sha256 } from '../digest.ts';
import type { Mutation } from '../suite/mutation-result.ts';
import type { Suite } from '../suite/suite.ts';
import type { Proof } from '../validate/evaluator/proof.ts';

/** What the solver found out about a policy and its evaluator. */
export interface Examination {
  readonly findings: readonly Finding[];
  readonly suite: Suite;
  /** What became of the mutants of its evaluator, where `triplicate mutate` tried them: that takes minutes. */
  readonly mutation?: Mutation;
  readonly proof: Proof;
}

/** Mutants of a policy's evaluator as they were tried, and the suite that tells them. */
export type Tried = Required<Pick<Examination, 'suite' | 'mutation'>>;

/** What an examination is of: SHA-256 of the kernel as canonical JSON, and of the evaluator's text. */
export interface Examined {
  readonly kernel: string;
  readonly evaluator: string;
}

/** What identifies a policy's kernel and the text of its evaluator. */
export function examinedOf(kernel: Kernel, evaluatorText: string): Examined {
  return { kernel: sha256(canonical(kernel)), evaluator: sha256(evaluatorText) };
}

/** Whether a policy has all that is found out about it, and about what changed since each version before it. */
export function isExamined({ proof, earlier = [] }: Pick<CompiledPolicy, 'proof' | 'earlier'>): boolean {
  return proof !== undefined && earlier.every(({ changes }) => changes !== undefined);
}
