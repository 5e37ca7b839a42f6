import type { Member } from '../member.ts';

/** Which drugs a term stands for. */
export interface AgentSelection {
  /** Ids of ingredients: what tells agents apart. */
  readonly ingredients: readonly string[];
  /** Ids of the products named; none where the ingredient alone is. */
  readonly products: readonly string[];
  /** The list is not exhaustive: a drug that the vocabulary lacks may belong to it. */
  readonly open: boolean;
}

/** A drug, or a choice of drugs, for a criterion to be about. */
export interface Agent extends Member {
  readonly means: 'agent';
  readonly selects: AgentSelection;
}

/** The drugs of several terms together. */
export function joinAgents(agents: readonly AgentSelection[]): AgentSelection {
  const distinct = (ids: readonly string[]) => [...new Set(ids)];
  return {
    ingredients: distinct(agents.flatMap((agent) => agent.ingredients)),
    products: distinct(agents.flatMap((agent) => agent.products)),
    open: agents.some((agent) => agent.open),
  };
}
