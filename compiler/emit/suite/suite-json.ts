import type { CompiledPolicy } from '../../compiled-policy.ts';
import type { Suite } from '../../suite/suite.ts';
import { jsonText } from '../../visible-text.ts';

/**
 * The made-up cases that show each clause of a policy, as JSON: each with what it comes to, the pairs that they form, the
 * facts that one of them waits for when they are left out, and the clauses that no pair shows, with the reason.
 */
export function suiteJson(
  { digest, kernel }: Pick<CompiledPolicy, 'digest' | 'kernel'>,
  { cases, pairs, withheld, notIndependent }: Suite,
): string {
  const { number, title, effective } = kernel;
  return jsonText({
    policy: { number, title, effective, digest },
    cases: cases.map(({ name, about, purpose, record, outcome, layer, clauses }) => ({
      name,
      about,
      purpose,
      record,
      expected: { outcome, layer, clauses },
    })),
    pairs,
    withheld,
    notIndependent,
  });
}
