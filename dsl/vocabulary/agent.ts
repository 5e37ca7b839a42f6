import type { AgentSelection, Member } from '../member.ts';

/** A drug, or a choice of drugs, for a criterion to be about. */
export interface Agent extends Member {
  readonly means: 'agent';
  readonly agents: AgentSelection;
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
