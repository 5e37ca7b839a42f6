import type { ReasonKind } from '../kernel/expression.ts';
import { recorded, type Criterion, type Member } from '../member.ts';
import { Refused } from '../refusal.ts';
import { phrase, proseList, strong } from '../text.ts';
import { agentNames, agentTerms, agentsOf, agentsReading, reasonsOnce, reasonWords } from './trial-text.ts';

/** There is a reason against every agent of a closed list. */
export interface ReasonAgainstEvery extends Criterion {
  readonly kind: 'reasonAgainstEvery';
  readonly facts?: 'drugs';
  readonly documentable?: true;
}

/**
 * Requires one of the reasons against each agent of a list, told apart by ingredient; from agent to agent the reason
 * may differ. It stands beside `trialOf` where the number of agents differs by reason: two failed, or all
 * contraindicated.
 * @throws Refused where the list is open, since "every" has no end there, or no reason is named.
 * @example
 * reasonAgainstEvery(oneOf({ dimethylFumarate, fingolimod }), ['contraindication'])
 */
export function reasonAgainstEvery<const S extends Member & { readonly means: 'agent' }>(
  agents: S,
  reasons: readonly ReasonKind[],
): ReasonAgainstEvery {
  const set = agentsOf(agents);
  if (set.open) {
    throw new Refused(
      'every-of-open',
      'A reason is asked for against every agent of a list that is not exhaustive.',
      'Make the list closed: agentList({ ..., open: false }).',
    );
  }
  const terms = agentTerms(agents);
  const named =
    agents.members === undefined
      ? agentNames(agents)
      : proseList(
          terms.map(({ wording }) => wording.plain),
          'and',
        );
  return {
    kind: 'reasonAgainstEvery',
    means: 'criterion',
    wording: recorded(
      phrase(
        reasonWords(reasonsOnce(reasons)),
        strong('EVERY'),
        agents.members === undefined ? ' ' : ' one of ',
        named,
      ),
    ),
    reading: agentsReading(agents),
    expression: { kind: 'trials', agents: set, by: 'ingredient', least: 'every', reasons, grade: 'plain' },
  };
}
