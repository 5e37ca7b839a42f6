import type { CompiledPolicy } from '../../compiled-policy.ts';
import type { Mutation } from '../../suite/mutation-result.ts';
import { jsonText } from '../../visible-text.ts';

/**
 * What became of the mutants of a policy's evaluator, as JSON: how many there are, how many a case of the suite tells,
 * and each of the others with how it is known to decide as the evaluator does.
 */
export function mutationJson(
  { digest, kernel }: Pick<CompiledPolicy, 'digest' | 'kernel'>,
  mutation: Mutation,
): string {
  const { number, title, effective } = kernel;
  return jsonText({ policy: { number, title, effective, digest }, mutation });
}
