import { always } from '../member.ts';
import { phrase } from '../text.ts';
import { joinAgents, type Agent } from './agent.ts';
import type { Product } from './product.ts';

/** A named list of products that criteria speak of as one, as "disease modifying agent used for Multiple Sclerosis". */
export interface AgentList extends Agent {
  readonly kind: 'agentList';
  /** One agent of the list, in the singular. */
  readonly name: string;
  readonly products: readonly Product[];
}

/** Declares a list of agents. An open list gives examples: a drug that the vocabulary lacks may belong to it. */
export function agentList(definition: {
  readonly name: string;
  readonly products: readonly Product[];
  readonly open: boolean;
}): AgentList {
  const { name, products, open } = definition;
  return {
    kind: 'agentList',
    means: 'agent',
    name,
    products,
    wording: always(phrase(name)),
    agents: { ...joinAgents(products.map((product) => product.agents)), open },
  };
}
