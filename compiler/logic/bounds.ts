import type { Leaf, Run } from '../../dsl/kernel/expression.ts';

/** How many entries a history may have in what is reasoned about. */
export interface Bounds {
  readonly drugs: number;
  /** Of each kind of event. */
  readonly events: number;
}

/** The most entries of a history that are ever reasoned about: each costs every question about it. */
const most: Bounds = { drugs: 4, events: 3 };
/** A question after so many trials by itself is given the entries that it takes; after more it is not reasoned about. */
const mostTrials = 10;

/**
 * The entries that these questions need. What a history shows, it shows by a few of its entries, and taking others away
 * never makes a question that was not met one that is, but for those that count absence or average: so a longer history
 * tells nothing that one of these lengths does not, up to the limit.
 */
export function boundsFor(leaves: readonly Leaf[]): Bounds {
  const needs = leaves.map(needOf);
  const greatest = (of: 'drugs' | 'events') => Math.max(0, ...needs.map((need) => need[of]));
  const sum = (of: 'drugs' | 'events') => needs.reduce((total, need) => total + need[of], 0);
  return {
    drugs: Math.max(greatest('drugs'), Math.min(sum('drugs'), most.drugs)),
    events: Math.max(Math.min(greatest('events'), most.events), Math.min(sum('events'), 2)),
  };
}

function needOf(leaf: Leaf): Bounds {
  switch (leaf.kind) {
    case 'reason':
      return { drugs: leaf.otherThan === undefined ? 1 : 2, events: 0 };
    case 'treated':
    case 'receiving':
    case 'concurrent':
    case 'elapsed':
      return { drugs: 1, events: 0 };
    case 'trials': {
      const agents = leaf.least === 'every' ? leaf.agents.ingredients.length : leaf.least;
      return { drugs: Math.min(agents, mostTrials), events: 0 };
    }
    case 'counted':
    case 'reading':
      return { drugs: 0, events: eventsNeeded(leaf) };
    case 'run':
      return { drugs: 0, events: 2 };
    case 'change':
      return { drugs: 0, events: 2 };
    case 'amount':
      return { drugs: 0, events: leaf.perValueOf === undefined ? 0 : 1 };
    default:
      return { drugs: 0, events: 0 };
  }
}

/** How many events a question asks for at least. */
function eventsNeeded(leaf: Leaf): number {
  switch (leaf.kind) {
    case 'counted':
      return leaf.least;
    case 'reading':
      return leaf.minimum;
    case 'run':
      return daysNeeded(leaf);
    default:
      return 0;
  }
}

/** How many days a stretch has at most, and how many at least lie between two. */
export interface StretchBounds {
  readonly most: number;
  readonly apart: number;
}

/**
 * The stretches of consecutive days that questions about one kind of event need beside its slots: one for those that ask
 * for more events than there are slots, two where there are several such. Each may be as long as the two that ask for most
 * need together. Between two lie so many days that no run holds days of both: so either may be counted by itself.
 */
export function stretchesFor(leaves: readonly Leaf[], { events }: Bounds): readonly StretchBounds[] {
  const needs = leaves
    .map(eventsNeeded)
    .filter((need) => need > events)
    .sort((first, second) => second - first)
    .slice(0, 2);
  const most = needs.reduce((sum, need) => sum + need, 0);
  const apart = Math.max(0, ...leaves.map((leaf) => (leaf.kind === 'run' ? leaf.days : 0)));
  return needs.map(() => ({ most, apart }));
}

/** The entries of one kind of event beside its stretches: where runs alone ask for it, one that lies apart tells all the rest. */
export function slotsFor(leaves: readonly Leaf[], bounds: Bounds): number {
  const byStretches = leaves.every(({ kind }) => kind === 'run') && stretchesFor(leaves, bounds).length > 0;
  return byStretches ? Math.min(1, bounds.events) : bounds.events;
}

/** On how many days of a run there must be an event. */
export function daysNeeded({ days, percent }: Run): number {
  return Math.ceil((days * percent) / 100);
}
