import { always, type DocumentableIn, type FactsIn, type ListOptions, type Member, type MeansIn, type Members } from '../member.ts';
import { phrase, strong } from '../text.ts';
import { group, type Group, type NonEmpty } from './group.ts';
import { joinAgents, type AgentSelection } from './agents.ts';
import { joinStates, type StateSelection } from './disease-state.ts';

/**
 * One or the other. Of criteria it is a list, each member a clause; of drugs or diagnoses it stands within one
 * item, as `fingolimod **OR** cladribine`, and has no clauses of its own.
 */
export interface EitherOf<M extends Members> extends Member {
  readonly kind: 'eitherOf';
  readonly means: MeansIn<M>;
  readonly selects?: AgentSelection;
  readonly states?: StateSelection;
  readonly facts?: FactsIn<M>;
  readonly documentable?: DocumentableIn<M>;
  readonly clauses?: MeansIn<M> extends 'criterion' ? M : unknown;
}

/** Groups alternatives of which at least one must be met. */
export function eitherOf<const M extends Members>(members: NonEmpty<M>, options?: ListOptions): EitherOf<M> {
  const list: Group<'eitherOf', M> = group<'eitherOf', M>('eitherOf', { kind: 'any' }, 'EITHER', members, options);
  const terms = Object.values(list.members);
  if (list.means === 'criterion') return list as EitherOf<M>;
  const inline = terms.flatMap((term, index) => phrase(...(index === 0 ? [] : [' ', strong('OR'), ' ']), term.wording.plain));
  return {
    kind: 'eitherOf',
    means: list.means,
    wording: always(inline),
    ...joinAgents(terms),
    ...joinStates(terms),
  };
}
