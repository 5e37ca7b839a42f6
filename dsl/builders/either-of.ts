import {
  always,
  type DocumentableIn,
  type FactsIn,
  type ListOptions,
  type MeansIn,
  type Member,
  type Members,
} from '../member.ts';
import type { RefersOf } from '../paths.ts';
import { Refused } from '../refusal.ts';
import { phrase, strong } from '../text.ts';
import { joinAgents } from '../vocabulary/agent.ts';
import { joinStates } from '../vocabulary/diagnosis.ts';
import { group, type NonEmpty } from './group.ts';

/**
 * One or the other. Of criteria it is a list, each member a clause; of drugs or diagnoses it stands within one
 * item, as `dimethyl fumarate **OR** fingolimod`, and has no clauses of its own.
 */
export interface EitherOf<M extends Members> extends Member {
  readonly kind: 'eitherOf';
  readonly means: MeansIn<M>;
  readonly facts?: FactsIn<M>;
  readonly documentable?: DocumentableIn<M>;
  readonly clauses?: MeansIn<M> extends 'criterion' ? M : undefined;
  readonly refers?: RefersOf<M[keyof M]>;
}

/**
 * Groups alternatives of which at least one must be met.
 * @throws Refused where diagnoses of two diseases are mixed within one item.
 * @example
 * previousTreatmentWith(eitherOf({ kesimpta, tysabri }))
 */
export function eitherOf<const M extends Members>(members: NonEmpty<M>, options?: ListOptions): EitherOf<M> {
  const list = group<'eitherOf', M>('eitherOf', { kind: 'any' }, 'EITHER', members, options);
  const terms = Object.values(list.members);
  if (list.means === 'criterion') {
    const { kind, means, join, wording, numbering } = list;
    return {
      kind,
      means,
      join,
      wording,
      members: list.members,
      ...(numbering === undefined ? {} : { numbering }),
    };
  }
  const agents = terms.flatMap((term) => term.agents ?? []);
  const states = terms.flatMap((term) => term.states ?? []);
  const events = terms.flatMap((term) => term.events ?? []);
  if (terms.some((term) => term.members !== undefined)) {
    throw new Refused(
      'nested-list',
      'eitherOf holds a list.',
      'Name drugs, diagnoses or events in it, or use oneOf for a list.',
    );
  }
  return {
    kind: 'eitherOf',
    means: list.means,
    wording: always(
      terms.flatMap((term, index) =>
        phrase(...(index === 0 ? [] : [' ', strong('OR'), ' ']), term.wording.plain),
      ),
    ),
    ...(agents.length === 0 ? {} : { agents: joinAgents(agents) }),
    ...(states.length === 0 ? {} : { states: joinStates(states) }),
    ...(events.length === 0 ? {} : { events }),
  };
}
