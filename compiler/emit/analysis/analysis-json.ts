import type { Finding } from '../../check/analysis.ts';
import type { CompiledPolicy } from '../../compiled-policy.ts';
import { jsonText } from '../../visible-text.ts';

/**
 * What the analyses find in a policy, as JSON: each finding with the clauses that cause it, the proof in words and a
 * made-up case that shows it. Empty where they find nothing that the author has not accepted.
 */
export function analysisJson(
  { digest, kernel }: Pick<CompiledPolicy, 'digest' | 'kernel'>,
  findings: readonly Finding[],
): string {
  const { number, title, effective } = kernel;
  return jsonText({ policy: { number, title, effective, digest }, findings });
}
