import { always, type Criterion } from '../member.ts';
import { phrase } from '../text.ts';
import type { Agent } from '../vocabulary/agent.ts';

/** An agent is being taken on the date of service. */
export interface ConcurrentUseOf extends Criterion {
  readonly kind: 'concurrentUseOf';
  readonly facts?: 'drugs';
  readonly documentable?: false;
}

/**
 * Asks whether an agent of a set is taken on the date of service, from any source; the requested drug is never
 * its own companion (readings B-16, B-29, C-56). With `forSameIndication` only what is taken for the indication of the
 * request counts.
 * @example
 * concurrentUseOf(tysabri, { forSameIndication: true })
 */
export function concurrentUseOf(
  agent: Agent,
  { forSameIndication = false }: { readonly forSameIndication?: boolean } = {},
): ConcurrentUseOf {
  const { ingredients, open } = agent.agents;
  return {
    kind: 'concurrentUseOf',
    means: 'criterion',
    wording: always(
      phrase(
        'Concurrent use of ',
        agent.wording.plain,
        ...(forSameIndication ? [' for the same indication as the request'] : []),
      ),
    ),
    reading:
      'An agent is concurrent up to and including its last day; one that ended before the date of service is not. Samples count.',
    expression: {
      kind: 'concurrent',
      agents: { ingredients, open },
      ...(forSameIndication ? { sameIndication: true as const } : {}),
    },
  };
}
