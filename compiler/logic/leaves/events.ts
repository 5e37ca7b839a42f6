import type { Amount, Change, Counted, Reading } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import type { Entry } from '../stretch.ts';
import {
  add,
  and,
  arithmetic,
  atLeast as atLeastTerms,
  ceiling,
  choose,
  equal,
  implies,
  no,
  not,
  or,
  real,
  subtract,
  type Term,
} from '../term.ts';
import { atLeast, greatest, known, least, negate, notMet, unknown, when, type Verdict } from '../verdict.ts';
import type { World } from '../world.ts';
import {
  candidatesOf,
  inFirstUnit,
  isComplete,
  isRatioWithin,
  isSelected,
  entriesOf,
  keepsWithin,
  valueIn,
  winnersOf,
  type Candidate,
} from './selection.ts';

/**
 * What questions about histories of events come to over the entries of a world: the same as `dsl/kernel/event-history.ts`
 * says of every case that the world can hold. Numbers are exact here, and binary fractions in the interpreter: where a
 * quotient, a mean or a product lies upon a bound to the last digit, the two may differ.
 */

/** At least so many events: those that are sure reach it, or those that are possible don't. */
export function counted({ of, least: wanted, distinct }: Counted, world: World): Verdict {
  const candidates = candidatesOf(of, world);
  const sure = candidates.map((candidate) => candidate.sure);
  const possible = candidates.map((candidate) => candidate.possible);
  const isOpen = (candidate: Candidate) => and(candidate.possible, not(candidate.entry.on.isKnown));
  // Undated entries may be of the same day as any other, or of days of their own.
  const reached =
    distinct === 'entry'
      ? atLeastTerms(wanted, sure)
      : wanted === 1
        ? or(...sure)
        : atLeastTerms(wanted, daysIn(candidates, sure));
  const reachable =
    distinct === 'entry'
      ? atLeastTerms(wanted, possible)
      : atLeastTerms(wanted, [...daysIn(candidates, possible), ...candidates.map(isOpen)]);
  return decided(reached, and(isComplete(of.events, world), not(reachable)));
}

/** One value drawn from a history. An incomplete history may hold a later one, or one out of bounds. */
export function reading(leaf: Reading, kernel: Kernel, world: World): Verdict {
  const { of, which, minimum } = leaf;
  const complete = isComplete(of.events, world);
  const inBounds = (entry: Entry) => valueIn(entry, leaf.bounds, leaf.relativeTo);
  switch (which) {
    case 'latest':
    case 'earliest': {
      const { entries, sure } = winnersOf(of, which, world);
      return agreedOn(
        entries.map(({ entry, wins }) => ({ counts: wins, verdict: inBounds(entry) })),
        { met: and(complete, sure), notMet: complete },
      );
    }
    case 'every': {
      const unlisted = when(complete, notMet, unknown);
      const entries = entriesOf(of.events, world).map((entry) => {
        const [selected, within] = [isSelected(entry, of, world), inBounds(entry)];
        return { inside: least([selected, within]), outside: least([selected, negate(within)]) };
      });
      const enough = atLeast(minimum, [
        ...entries.map(({ inside }) => inside),
        // What the history leaves out may be any number of entries.
        ...Array.from({ length: minimum }, () => unlisted),
      ]);
      return least([enough, negate(greatest([unlisted, ...entries.map(({ outside }) => outside)]))]);
    }
    case 'mean':
      return mean(leaf, kernel, world);
  }
}

/** A mean is a sum against so many times the bound: how many there are is one of a few numbers. */
function mean({ of, minimum, bounds }: Reading, { tables }: Kernel, world: World): Verdict {
  const candidates = candidatesOf(of, world);
  const possible = candidates.map((candidate) => candidate.possible);
  const values = candidates.map(({ entry }) => inFirstUnit(entry, tables));
  const unit = tables.events.find(({ id }) => id === of.events[0])?.units[0]?.unit;
  const own = bounds.find((each) => each.unit === unit);
  const sum = values.reduce<Term>(
    (total, { term }, place) => add(total, choose(possible[place] ?? no, term, real(0))),
    real(0),
  );
  const within =
    own === undefined
      ? []
      : possible.map((_, place) =>
          and(
            isExactly(place + 1, possible),
            keepsWithin(sum, own, (bound) => real(bound * (place + 1))),
          ),
        );
  const isKnown = and(
    own === undefined ? no : isComplete(of.events, world),
    ...candidates.map(({ sure }, place) =>
      implies(possible[place] ?? no, and(sure, values[place]?.isKnown ?? no)),
    ),
  );
  const enough = atLeastTerms(Math.max(1, minimum), possible);
  return when(and(isComplete(of.events, world), not(enough)), notMet, known(isKnown, or(...within)));
}

/** A later value against the baseline, both of the same kind of event. */
export function change(leaf: Change, { tables }: Kernel, world: World): Verdict {
  const kinds = leaf.of.events.map((kind) => {
    const complete = isComplete([kind], world);
    const last = winnersOf({ ...leaf.of, events: [kind] }, 'latest', world);
    const base = winnersOf({ ...leaf.baseline, events: [kind] }, 'latest', world);
    const pairs = last.entries.flatMap(({ entry, wins }) =>
      base.entries.map((from) => ({
        counts: and(wins, from.wins),
        verdict: difference(leaf, inFirstUnit(entry, tables), inFirstUnit(from.entry, tables)),
      })),
    );
    return agreedOn(pairs, { met: and(complete, last.sure, base.sure), notMet: complete });
  });
  return greatest(kinds);
}

/** How a value stands to the one before it; of nothing, no percentage is taken. */
function difference(
  { as, bounds }: Change,
  value: { readonly isKnown: Term; readonly term: Term },
  before: { readonly isKnown: Term; readonly term: Term },
): Verdict {
  const gained = subtract(value.term, before.term);
  const isKnown = and(value.isKnown, before.isKnown);
  if (as === 'difference') return known(isKnown, keepsWithin(gained, bounds, real));
  return known(
    and(isKnown, not(equal(before.term, real(0)))),
    isRatioWithin(arithmetic('multiply', gained, real(100)), before.term, bounds),
  );
}

/** The quantity asked for, within bounds or within what the latest value of an event allows. */
export function amount({ unit, perValueOf, bounds }: Amount, { tables }: Kernel, world: World): Verdict {
  const { quantity, quantityUnit } = world.request;
  const isAsked = and(quantity.isKnown, quantityUnit.isOneOf([unit]));
  if (perValueOf === undefined) return known(isAsked, keepsWithin(quantity.term, bounds, real));
  const { event, roundedUpTo } = perValueOf;
  const { entries, sure } = winnersOf({ events: [event], conditions: {}, grade: 'plain' }, 'latest', world);
  const verdicts = entries.map(({ entry, wins }) => {
    const factor = inFirstUnit(entry, tables);
    const allowed = (bound: number) => {
      const exact = arithmetic('multiply', factor.term, real(bound));
      return roundedUpTo === undefined ? exact : roundedUp(exact, roundedUpTo);
    };
    return { counts: wins, verdict: known(factor.isKnown, keepsWithin(quantity.term, bounds, allowed)) };
  });
  const isKnown = and(isAsked, isComplete([event], world), sure);
  return agreedOn(verdicts, { met: isKnown, notMet: isKnown });
}

/** The least multiple of a package that holds the amount. */
function roundedUp(amountAsked: Term, packaged: number): Term {
  return arithmetic('multiply', ceiling(arithmetic('divide', amountAsked, real(packaged))), real(packaged));
}

/** What the parts that count agree on, where each answer may be given at all. */
function agreedOn(
  parts: readonly { readonly counts: Term; readonly verdict: Verdict }[],
  may: { readonly met: Term; readonly notMet: Term },
): Verdict {
  return decided(
    and(may.met, ...parts.map(({ counts, verdict }) => implies(counts, verdict.met))),
    and(may.notMet, ...parts.map(({ counts, verdict }) => implies(counts, verdict.notMet))),
  );
}

/** What no reviewer is asked. */
function decided(isMet: Term, isNotMet: Term): Verdict {
  return { met: isMet, notMet: isNotMet, review: no };
}

/** For each candidate, that it is dated, chosen, and the first of its day that is. */
function daysIn(candidates: readonly Candidate[], chosen: readonly Term[]): readonly Term[] {
  return candidates.map(({ entry: { on } }, place) =>
    and(
      chosen[place] ?? no,
      on.isKnown,
      ...candidates
        .slice(0, place)
        .map((other, index) =>
          not(and(chosen[index] ?? no, other.entry.on.isKnown, equal(other.entry.on.term, on.term))),
        ),
    ),
  );
}

function isExactly(count: number, terms: readonly Term[]): Term {
  return and(atLeastTerms(count, terms), not(atLeastTerms(count + 1, terms)));
}
