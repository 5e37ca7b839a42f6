import { always } from '../member.ts';
import { phrase } from '../text.ts';
import type { Agent } from './agent.ts';

/** What is asked for where it is no drug: a device, a procedure, a service. In the tables it is its own ingredient. */
export interface Item extends Agent {
  readonly kind: 'item';
  readonly id: string;
  readonly name: string;
  readonly sort: 'device' | 'procedure' | 'service';
}

/**
 * Declares a device, a procedure or a service; `id` or `name` stands for it under `request.product` in a case.
 * @example
 * item({ id: 'cpap', name: 'continuous positive airway pressure device', kind: 'device' })
 */
export function item(definition: {
  readonly id: string;
  readonly name: string;
  readonly kind: 'device' | 'procedure' | 'service';
}): Item {
  const { id, name, kind } = definition;
  return {
    kind: 'item',
    means: 'agent',
    id,
    name,
    sort: kind,
    wording: always(phrase(name)),
    agents: { ingredients: [id], products: [id], open: false },
  };
}
