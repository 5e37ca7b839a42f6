import { always } from '../member.ts';
import { phrase } from '../text.ts';
import { joinAgents, type Agent } from './agent.ts';
import type { Product } from './product.ts';

/** A named list of products that criteria speak of as one, as "disease modifying agent used for Multiple Sclerosis". */
export interface AgentList extends Agent {
  readonly kind: 'agentList';
  /** One agent of the list, in the singular. */
  readonly name: string;
  /** More than one of them, as the text names them. */
  readonly plural?: string;
  readonly products: readonly Product[];
}

/**
 * Declares a list of agents, by the name of one and, where criteria count them, of several. An open list gives
 * examples: a drug that the vocabulary lacks may belong to it.
 * @example
 * agentList({ name: 'agent used for Multiple Sclerosis', plural: 'agents used for Multiple Sclerosis', products: [avonex, rebif, tysabri], open: true })
 */
export function agentList(definition: {
  readonly name: string;
  readonly plural?: string;
  readonly products: readonly Product[];
  readonly open: boolean;
}): AgentList {
  const { name, plural, products, open } = definition;
  return {
    kind: 'agentList',
    means: 'agent',
    name,
    ...(plural === undefined ? {} : { plural }),
    products,
    wording: always(phrase(name)),
    agents: { ...joinAgents(products.map((product) => product.agents)), open },
  };
}
