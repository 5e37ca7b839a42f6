import { always } from '../member.ts';
import { phrase, strong, type Span } from '../text.ts';
import type { Agent } from '../vocabulary/agent.ts';
import type { AgentList } from '../vocabulary/agent-list.ts';

/** One more agent of a list: by ingredient another than the one that counts for the limb before it. */
export interface OneOther extends Agent {
  readonly kind: 'oneOther';
}

/**
 * Chooses one other agent of a list, as the second limb of a pair. Together with the first limb it asks for a
 * distinct pair: failing dimethyl fumarate and fingolimod meets both (reading B-7).
 * @example
 * failureContraindicationOrIntolerance(bothOf({ first: eitherOf({ dimethylFumarate, fingolimod }), other: oneOther(agentList({ name: 'agent used for Multiple Sclerosis', products: [avonex, rebif, tysabri], open: true })) }))
 */
export function oneOther(list: AgentList): OneOther {
  const appendix: Span = { kind: 'reference', text: 'Appendix', target: 'appendix' };
  const examples = list.agents.open ? phrase(' (see ', appendix, ' for examples)') : [];
  return {
    kind: 'oneOther',
    means: 'agent',
    wording: always(phrase(strong('ONE'), ` other ${list.name}`, examples)),
    agents: list.agents,
    reading:
      'The other agent is told from the first by its ingredient: two brands of one ingredient count once, and the requested drug is never its own other.',
  };
}
