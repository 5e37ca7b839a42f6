import type { Determination } from '../dsl/kernel/determination.ts';
import type { CaseBytes } from './case-bytes.ts';
import { readCase } from './cases.ts';
import { WrongInput, type GeneratedPolicy } from './generated-policy.ts';

/**
 * Decides a case by a generated policy.
 * @throws WrongInput where it is no well-formed case: nothing is evaluated then.
 */
export function decideCase(
  { schema, evaluator }: GeneratedPolicy,
  { bytes, label }: CaseBytes,
): Determination {
  const { record, problems } = readCase(bytes, schema);
  if (record !== undefined) return evaluator.determine(record);
  const lines = problems.map(({ text }) => `  - ${text}`);
  throw new WrongInput([`${label} is no case that can be decided:`, ...lines].join('\n'));
}
