import { always, type Criterion, type Member } from '../member.ts';
import { phrase } from '../text.ts';
import { agentNames, agentsOf } from './trial-text.ts';

/** An agent is being taken on the date of service. */
export interface ConcurrentUseOf extends Criterion {
  readonly kind: 'concurrentUseOf';
  readonly facts?: 'drugs';
  readonly documentable?: false;
}

/**
 * Asks whether an agent, or one of several, is taken on the date of service, from any source; the requested drug is never
 * its own companion (readings B-16, B-29, C-56). With `forSameIndication` only what is taken for the indication of the
 * request counts.
 * @throws Refused where a list holds a list.
 * @example
 * concurrentUseOf(tysabri, { forSameIndication: true })
 */
export function concurrentUseOf(
  agent: Member & { readonly means: 'agent' },
  { forSameIndication = false }: { readonly forSameIndication?: boolean } = {},
): ConcurrentUseOf {
  return {
    kind: 'concurrentUseOf',
    means: 'criterion',
    wording: always(
      phrase(
        'Concurrent use of ',
        agentNames(agent),
        ...(forSameIndication ? [' for the same indication as the request'] : []),
      ),
    ),
    reading:
      'An agent is concurrent up to and including its last day; one that ended before the date of service is not. Samples count.',
    expression: {
      kind: 'concurrent',
      agents: agentsOf(agent),
      ...(forSameIndication ? { sameIndication: true as const } : {}),
    },
  };
}
