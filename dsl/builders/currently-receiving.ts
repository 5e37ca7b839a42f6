import { always, type Criterion } from '../member.ts';
import type { Quantity } from '../quantity.ts';
import { phrase } from '../text.ts';
import type { Agent } from '../vocabulary/agent.ts';
import type { Product } from '../vocabulary/product.ts';
import { wholeMonths } from '../whole-months.ts';

/** The product is being received: its latest supplied course is recent enough, and no other agent was begun since. */
export interface CurrentlyReceiving extends Criterion {
  readonly kind: 'currentlyReceiving';
  readonly facts?: 'drugs';
  readonly documentable?: false;
}

/**
 * Requires current treatment with a product that is given at intervals. The latest course counts for the
 * interval and the slack together, the last day included; both are printed (readings B-15, C-48).
 * @throws Refused where interval or slack is no whole number of months: the interval from 1, the slack from 0 on.
 * @example
 * currentlyReceiving(lemtrada, { interval: months(12), slack: months(12), unlessFollowedBy: agentList({ name: 'agent used for Multiple Sclerosis', products: [avonex, rebif, tysabri], open: true }) })
 */
export function currentlyReceiving(
  product: Product,
  course: {
    readonly interval: Quantity<'months'>;
    readonly slack: Quantity<'months'>;
    readonly unlessFollowedBy: Agent;
  },
): CurrentlyReceiving {
  const { interval, slack, unlessFollowedBy } = course;
  const months = wholeMonths('An interval', interval) + wholeMonths('A slack', slack, 0);
  const { ingredients, open } = unlessFollowedBy.agents;
  return {
    kind: 'currentlyReceiving',
    means: 'criterion',
    wording: always(phrase(`Currently receiving ${product.brand}`)),
    reading:
      `${product.brand} is currently received while the last day of its latest supplied course lies at most ${months} months ` +
      `before the date of service (${interval.value} months from course to course and ${slack.value} months of slack) ` +
      'and no other agent was begun after it.',
    expression: {
      kind: 'receiving',
      products: { products: [product.id], siblings: 'different' },
      months,
      others: { ingredients, open },
    },
  };
}
