import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import type { CompiledPolicy } from '../../compiled-policy.ts';
import { criteriaMarkdown } from '../../emit/criteria/criteria-markdown.ts';
import { criteriaText } from '../../emit/criteria/criteria-text.ts';
import { error } from '../../errors.ts';
import { compareCriteriaMarkdown, compareCriteriaText } from '../../validate/criteria-text/criteria-text.ts';
import type { Difference } from '../../validate/criteria-text/difference.ts';
import type { Check } from '../check.ts';

/** The criteria as they print say what the logic decides by. */
export const criteriaTextCheck: Check = {
  name: 'criteria-text',
  rule: (policy, { placeOf, isAccepted }) =>
    differencesOf(policy)
      // What the printer did is no choice of the author's.
      .filter(({ about, clause }) => about === 'print' || !isAccepted(clause))
      .map(({ about, clause, message }) =>
        error(
          'TRI417',
          placeOf(clause),
          message,
          about === 'statement'
            ? `Let the words and the logic ask for the same: change the text, or the builder that it words. If it is published so, add accept('criteria-text', '${clause}', 'why').`
            : 'Give the clause words of its own, without the marks of a list. Where it has them, please report it with this file.',
        ),
      ),
};

const known = new WeakMap<Kernel, readonly Difference[]>();

/** Both forms of the criteria are read back; while the policy does not change, once. */
function differencesOf(policy: CompiledPolicy): readonly Difference[] {
  const before = known.get(policy.kernel);
  if (before !== undefined) return before;
  const ofText = compareCriteriaText(policy.kernel, criteriaText(policy)).differences;
  const differences = ofText.length > 0 ? ofText : markdownDifferences(policy);
  known.set(policy.kernel, differences);
  return differences;
}

function markdownDifferences(policy: CompiledPolicy): readonly Difference[] {
  return compareCriteriaMarkdown(policy.kernel, criteriaMarkdown(policy)).differences.map((difference) => ({
    ...difference,
    message: `In criteria.md ${difference.message}`,
  }));
}
