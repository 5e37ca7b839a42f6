import { isAgent, type Dose } from '../../../dsl/kernel/drug-history.ts';
import type { Trials } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { agentOf, mayBeOne } from '../../../dsl/kernel/trials.ts';
import * as truth from '../../../dsl/kernel/truth.ts';
import { areSame } from '../fact.ts';
import type { DrugSlot } from '../slots.ts';
import { and, atLeast, no, not, or, type Term } from '../term.ts';
import { least, withReview, type Verdict } from '../verdict.ts';
import type { World } from '../world.ts';
import { agentsIn, byAgent, isWholeHistory } from './dose.ts';

/** An entry, and whether it is of a course that is asked for. */
export interface Course {
  readonly slot: DrugSlot;
  readonly verdict: Verdict;
}

/** Whether two entries, by their places, are linked: the same either way round, and of an entry with itself not. */
type Links = (first: number, second: number) => Term;

/**
 * Courses of at least so many distinct agents. What may be one agent counts once among the sure, and apart among the
 * possible.
 */
export function manyAgents(
  courses: readonly Course[],
  wanted: number,
  { agents, by }: Trials,
  kernel: Kernel,
  world: World,
): Verdict {
  const doses = agentsIn(world, kernel).filter((dose) => isAgent(dose, agents).truth !== 'not-met');
  const slots = courses.map(({ slot }) => slot);
  const shown = courses.map(({ slot, verdict }) => {
    const isTold = byAgent(slot, kernel, world, (dose) =>
      agentOf(dose, by, kernel).sure ? truth.met : truth.forReview,
    );
    return least([verdict, isTold]);
  });
  const sure = shown.map((verdict) => verdict.met);
  const possible = shown.map((verdict) => not(verdict.notMet));
  const areOne = oneAgent(slots, doses, by, kernel);
  const mayBe = perhapsOneAgent(slots, doses, by, kernel);
  const isEnough = haveGroups(
    sure,
    mayBe === undefined
      ? areOne
      : closed(sure, (first, second) => or(areOne(first, second), mayBe(first, second))),
    wanted,
  );
  const isTooFew = not(haveGroups(possible, areOne, wanted));
  // What a reviewer has to say of an entry is open only while no other entry shows its agent.
  const isOpen = shown.map(({ review }, place) =>
    and(review, ...sure.map((isSure, other) => not(and(isSure, areOne(place, other))))),
  );
  return withReview(
    isEnough,
    and(isWholeHistory(world), isTooFew),
    or(haveGroups(sure, areOne, wanted), ...isOpen),
  );
}

/** Whether those of the entries that count fall into at least so many groups of linked ones. */
function haveGroups(counts: readonly Term[], links: Links, wanted: number): Term {
  if (wanted === 1) return or(...counts);
  // Each group has one first entry.
  const firsts = counts.map((isCounted, place) =>
    and(isCounted, ...counts.slice(0, place).map((isOther, other) => not(and(isOther, links(place, other))))),
  );
  return atLeast(wanted, firsts);
}

/** Links between entries of one agent: a link of a link is one. */
function oneAgent(
  slots: readonly DrugSlot[],
  doses: readonly Dose[],
  by: Trials['by'],
  kernel: Kernel,
): Links {
  const keyOf = (dose: Dose) => agentOf(dose, by, kernel).key;
  const keys = [...new Set(doses.map(keyOf))];
  const idsOf = keys.map((key) => doses.filter((dose) => keyOf(dose) === key).map(({ agent }) => agent));
  const groups = idsOf.filter(({ length }) => length > 1);
  return linksBetween(slots, (first, second) =>
    or(areSame(first, second), ...groups.map((ids) => and(first.isOneOf(ids), second.isOneOf(ids)))),
  );
}

/** Links between entries of agents that may be one; none where no two are. */
function perhapsOneAgent(
  slots: readonly DrugSlot[],
  doses: readonly Dose[],
  by: Trials['by'],
  kernel: Kernel,
): Links | undefined {
  const alike = doses.flatMap((dose) => {
    const others = doses.filter(
      (other) => mayBeOne(dose, other, by, kernel) || mayBeOne(other, dose, by, kernel),
    );
    return others.length === 0 ? [] : { id: dose.agent, others: others.map(({ agent }) => agent) };
  });
  if (alike.length === 0) return undefined;
  return linksBetween(slots, (first, second) =>
    or(...alike.map(({ id, others }) => and(first.isOneOf([id]), second.isOneOf(others)))),
  );
}

function linksBetween(
  slots: readonly DrugSlot[],
  link: (first: DrugSlot['agent'], second: DrugSlot['agent']) => Term,
): Links {
  return tabled(slots.length, (first, second) => {
    const [one, other] = [slots[first], slots[second]];
    return one === undefined || other === undefined ? no : link(one.agent, other.agent);
  });
}

/** The links over any number of steps, each by way of an entry that counts. */
function closed(counts: readonly Term[], links: Links): Links {
  return counts.reduce<Links>(
    (before, isCounted, way) =>
      tabled(counts.length, (first, second) =>
        or(before(first, second), and(before(first, way), isCounted, before(way, second))),
      ),
    links,
  );
}

/** Links that are made once for each two places, so that either way round they are one term. */
function tabled(length: number, link: Links): Links {
  const rows = Array.from({ length }, (_, first) =>
    Array.from({ length: first }, (__, second) => link(first, second)),
  );
  return (first, second) => rows[Math.max(first, second)]?.[Math.min(first, second)] ?? no;
}
