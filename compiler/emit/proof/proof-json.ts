import type { CompiledPolicy } from '../../compiled-policy.ts';
import type { Proof } from '../../validate/evaluator/proof.ts';
import { jsonText } from '../../visible-text.ts';

/**
 * What is proved of a policy's evaluator, as JSON: the solver, the digests of the kernel and of the evaluator's text, how
 * the outcome and each clause stand; and the digests of what else the solver found out, so that all of it is known to be
 * of one policy.
 */
export function proofJson(
  { digest, kernel }: Pick<CompiledPolicy, 'digest' | 'kernel'>,
  proof: Proof,
  beside: { readonly analysis: string; readonly cases: string; readonly mutation?: string },
): string {
  const { number, title, effective } = kernel;
  return jsonText({ policy: { number, title, effective, digest }, beside, proof });
}
