import type { Trials } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import * as truth from '../../../dsl/kernel/truth.ts';
import { addDays, addMonths } from '../date.ts';
import type { DrugSlot } from '../slots.ts';
import { and, atMost, choose, no, not, or, type Term } from '../term.ts';
import { greatest, known, least, met, unknown, when, withReview, type Verdict } from '../verdict.ts';
import type { World } from '../world.ts';
import { byAgent, entriesOf, isOfAgents, isSaid, isWholeHistory, showsReason, type Entry } from './dose.ts';
import { manyAgents, type Course } from './distinct-agents.ts';
import { isInBounds, isShownBy, supported } from './request.ts';
import { hasDays, isAsLongAs } from './span.ts';
import { isWithin } from './window.ts';

/** Courses of drugs that are asked for: of so many distinct agents, of every agent, or so many days of them together. */
export function trials(leaf: Trials, kernel: Kernel, world: World): Verdict {
  const courses = entriesOf(world).map((entry) => ({
    ...entry,
    verdict: isAskedFor(entry, leaf, kernel, world),
  }));
  const isWhole = isWholeHistory(world);
  const isOf = (slot: DrugSlot, id: string) =>
    byAgent(slot, kernel, world, ({ ingredient }) => truth.certain(ingredient === id));
  const left = { met: no, notMet: isWhole, review: no };
  const enough =
    leaf.least === 'every'
      ? least(
          leaf.agents.ingredients.map((id) =>
            greatest([left, ...courses.map(({ slot, verdict }) => least([isOf(slot, id), verdict]))]),
          ),
        )
      : manyAgents(courses, leaf.least, leaf, kernel, world);
  return leaf.totalDays === undefined ? enough : least([enough, together(courses, leaf.totalDays, isWhole)]);
}

function isAskedFor(entry: Entry, leaf: Trials, kernel: Kernel, world: World): Verdict {
  const { slot, isTreatment, isSupplied } = entry;
  const { reasons, grade } = leaf;
  return least([
    isOfAgents(slot, leaf.agents, kernel, world),
    reasons === undefined
      ? least([isTreatment, isSupplied, supported(slot.evidence, grade)])
      : showsReason(slot, { reasons, grade }),
    lasted(entry, leaf),
    reached(slot, leaf),
    isWithin(leaf.window, courseEnd(entry), world),
    isShownBy(slot.shownBy, leaf.shownBy),
  ]);
}

/** Whether a course was long enough, where its outcome is one that the length binds. */
function lasted(entry: Entry, { lasting, reasons }: Trials): Verdict {
  if (lasting === undefined) return met;
  const { count, unit, binds } = lasting;
  const long = isLong(entry, count, unit);
  if (binds === undefined) return long;
  const { outcome } = entry.slot;
  // Whatever the outcome turns out to be, a sure length does; of reasons that are all bound it is asked for.
  const allBound = reasons?.every((reason) => binds.includes(reason)) === true;
  const unsaid = allBound ? long : when(long.met, met, unknown);
  return when(isSaid(outcome), when(outcome.isOneOf(binds), long, met), unsaid);
}

/** Both days included; a course goes on to the date of service where it is current or ends later. */
function isLong({ slot, latest }: Entry, count: number, unit: 'days' | 'months'): Verdict {
  const { from } = slot;
  // Where the end is open, this is the most that the course may have reached.
  const reaches =
    unit === 'days'
      ? isAsLongAs(from.term, latest, count)
      : atMost(addMonths(from.term, count), addDays(latest, 1));
  return {
    met: and(from.isKnown, hasEnd(slot), reaches),
    notMet: and(from.isKnown, not(reaches)),
    review: no,
  };
}

/** Whether the last day of a course up to the date of service is known; it is then the entry's latest. */
function hasEnd({ to, current }: DrugSlot): Term {
  return or(to.isKnown, current.isTrue);
}

/** Where the last day of a course lies: one that is current goes on to the date of service, as its length does. */
function courseEnd({ slot, earliest, latest }: Entry) {
  const isEnded = hasEnd(slot);
  return {
    earliest: {
      isKnown: or(isEnded, earliest.isKnown),
      term: choose(isEnded, latest, earliest.term),
    },
    latest: { isKnown: met.met, term: latest },
  };
}

function reached({ doseValue, doseUnit }: DrugSlot, { dose }: Trials): Verdict {
  if (dose === undefined) return met;
  return known(and(doseValue.isKnown, doseUnit.isOneOf([dose.unit])), isInBounds(doseValue.term, dose));
}

/** The calendar days on which some course ran: a day on which two did counts once. */
function together(courses: readonly (Entry & Course)[], wanted: number, isWhole: Term): Verdict {
  const spans = courses.map(({ slot, latest, verdict }) => {
    const isDated = and(slot.from.isKnown, hasEnd(slot));
    return { isDated, verdict, first: slot.from.term, last: latest };
  });
  const have = (holds: (verdict: Verdict) => Term) =>
    hasDays(
      spans.map(({ isDated, verdict, first, last }) => ({
        counts: and(isDated, holds(verdict)),
        first,
        last,
      })),
      wanted,
    );
  const isEnough = have((verdict) => verdict.met);
  const areDated = and(...spans.map(({ isDated, verdict }) => or(isDated, verdict.notMet)));
  const isTooFew = not(have((verdict) => not(verdict.notMet)));
  return withReview(
    isEnough,
    and(isWhole, areDated, isTooFew),
    or(...spans.map(({ verdict }) => verdict.review)),
  );
}
