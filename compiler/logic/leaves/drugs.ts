import type { Concurrent, Elapsed, Receiving, Treated } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { firstToReach, lastToHavePassed } from '../date.ts';
import { areSame } from '../fact.ts';
import type { DrugSlot } from '../slots.ts';
import { and, atMost, choose, equal, greatestOf, less, no, not, or, truth, whole } from '../term.ts';
import {
  greatest,
  known,
  least,
  met,
  negate,
  notMet,
  unknown,
  when,
  withReview,
  type Verdict,
} from '../verdict.ts';
import type { World } from '../world.ts';
import { entriesOf, isOfAgents, isOfProducts, isOngoing, isWholeHistory, unlisted } from './dose.ts';

/** The questions about what was and is taken. Those about reasons are in `reasons.ts`, about courses in `trials.ts`. */

export function treated({ products, samples }: Treated, kernel: Kernel, world: World): Verdict {
  const given = entriesOf(world).map(({ slot, isTreatment, isSupplied }) =>
    least([isOfProducts(slot, products, kernel, world), isTreatment, samples ? met : isSupplied]),
  );
  return greatest([unlisted(kernel, world, products), ...given]);
}

export function concurrent(leaf: Concurrent, kernel: Kernel, world: World): Verdict {
  const taken = entriesOf(world).map(({ slot, isTreatment }) =>
    least([
      isOfAgents(slot, leaf.agents, kernel, world),
      isTreatment,
      isOngoing(slot, world),
      leaf.sameIndication === true ? isForSameIndication(slot, world) : met,
    ]),
  );
  return greatest([unlisted(kernel, world), ...taken]);
}

function isForSameIndication({ indication }: DrugSlot, { request }: World): Verdict {
  return known(and(indication.isKnown, request.indication.isKnown), areSame(indication, request.indication));
}

export function elapsed({ products, months }: Elapsed, kernel: Kernel, world: World): Verdict {
  const passed = lastToHavePassed(world.request.dateOfService.term, months);
  const doses = entriesOf(world).map(({ slot, isTreatment, earliest }) => {
    const given = least([isOfProducts(slot, products, kernel, world), isTreatment]);
    const hasPassed = atMost(earliest.term, passed);
    // Without an end, the last dose may be of the date of service itself.
    const atLatest = choose(slot.to.isKnown, hasPassed, truth(months <= 0));
    const since = withReview(atLatest, and(earliest.isKnown, not(hasPassed)), no);
    return { given, allowed: greatest([negate(given), since]) };
  });
  // With no dose on record there is nothing to count from.
  const counted = when(or(...doses.map(({ given }) => given.met)), met, unknown);
  return least([counted, negate(unlisted(kernel, world, products)), ...doses.map(({ allowed }) => allowed)]);
}

/** Currently receiving: a supplied course recent enough, and no other agent begun after the latest (readings B-15, C-48). */
export function receiving(leaf: Receiving, kernel: Kernel, world: World): Verdict {
  const on = world.request.dateOfService.term;
  const first = firstToReach(on, leaf.months);
  const history = entriesOf(world);
  const courses = history.map((entry) => ({
    ...entry,
    counts: least([
      isOfProducts(entry.slot, leaf.products, kernel, world),
      entry.isTreatment,
      entry.isSupplied,
    ]),
  }));
  const recent = courses.map(({ slot, counts, earliest, latest }) => {
    const isOpen = and(not(slot.to.isKnown), slot.current.isTrue);
    const surely = or(isOpen, and(earliest.isKnown, atMost(first, earliest.term)));
    return least([counts, when(surely, met, when(atMost(first, latest), unknown, notMet))]);
  });
  const none = whole(0);
  const sinceAtLeast = greatestOf(
    none,
    ...courses.map(({ counts, earliest }) => choose(counts.met, earliest.term, none)),
  );
  const lastListed = greatestOf(
    none,
    ...courses.map(({ counts, latest }) => choose(counts.notMet, none, latest)),
  );
  // A course that the list leaves out may be the latest.
  const isListed = and(isWholeHistory(world), not(equal(lastListed, none)));
  const sinceAtMost = choose(isListed, lastListed, on);
  const later = history.map(({ slot, isTreatment }) => {
    const { from, to } = slot;
    const before = or(
      and(from.isKnown, atMost(from.term, sinceAtLeast)),
      and(to.isKnown, atMost(to.term, sinceAtLeast)),
    );
    const begun = withReview(and(not(before), from.isKnown, less(sinceAtMost, from.term)), before, no);
    return least([isOfAgents(slot, leaf.others, kernel, world), isTreatment, begun]);
  });
  return least([
    greatest([unlisted(kernel, world, leaf.products), ...recent]),
    negate(greatest([unlisted(kernel, world), ...later])),
  ]);
}
