import type { Bounds, BoundsIn, Selection } from '../../../dsl/kernel/expression.ts';
import type { Tables } from '../../../dsl/kernel/kernel.ts';
import { daysOfStretch, type Entry } from '../stretch.ts';
import { and, arithmetic, atMost, choose, equal, less, no, not, or, real, type Term } from '../term.ts';
import { known, least, met, negate, notMet, when, type Verdict } from '../verdict.ts';
import type { World } from '../world.ts';
import { isShownBy, supported } from './request.ts';
import { isWithin } from './window.ts';

/** Which entries of a world's histories are meant by a selection, and what their values come to. */

/** An entry, where it is surely of a selection, and where it may be. */
export interface Candidate {
  readonly entry: Entry;
  readonly sure: Term;
  readonly possible: Term;
}

/** An entry, where it may be the one that is looked for, and what else matters of it. */
export interface Winners {
  readonly entries: readonly { readonly entry: Entry; readonly wins: Term }[];
  /** Some entry surely is of the selection. */
  readonly sure: Term;
}

/** A number that may be missing: the term counts only where it is known. */
export interface PossibleNumber {
  readonly isKnown: Term;
  readonly term: Term;
}

/** Whether what is not listed of these kinds did not happen. */
export function isComplete(events: readonly string[], world: World): Term {
  return and(...events.map((event) => world.complete.get(event)?.isTrue ?? no));
}

export function candidatesOf(of: Selection, world: World): readonly Candidate[] {
  return entriesOf(of.events, world).map((entry) => candidate(entry, isSelected(entry, of, world)));
}

export function candidate(entry: Entry, verdict: Verdict): Candidate {
  return {
    entry,
    sure: and(entry.isPresent, verdict.met),
    possible: and(entry.isPresent, not(verdict.notMet)),
  };
}

/** The entries of these kinds: of the slots, and of the days of stretches. */
export function entriesOf(events: readonly string[], world: World): readonly Entry[] {
  return events.flatMap((event) => [
    ...(world.events.get(event) ?? []),
    ...(world.stretches.get(event) ?? []).flatMap(daysOfStretch),
  ]);
}

/** What an entry is to a selection: not there, it is none of it. */
export function isSelected(entry: Entry, of: Selection, world: World): Verdict {
  const within = isWithin(of.window, { earliest: entry.on, latest: entry.on }, world);
  return when(entry.isPresent, least([within, isOfKind(entry, of)]), notMet);
}

/** Whether an entry is as a selection asks, whatever its day. */
export function isOfKind(entry: Omit<Entry, 'isPresent' | 'on'>, of: Selection): Verdict {
  return least([
    of.bounds === undefined ? met : valueIn(entry, of.bounds, of.relativeTo),
    ...Object.entries(of.conditions).map(([id, wanted]) => {
      const fact = entry.conditions.get(id);
      const holds = fact === undefined ? known(no, no) : known(fact.isKnown, fact.isTrue);
      return wanted ? holds : negate(holds);
    }),
    isShownBy(entry.shownBy, of.shownBy),
    supported(entry.evidence, of.grade),
  ]);
}

/** Whether a value is within the bounds of its own unit, or as a multiple of its own limit. */
export function valueIn(
  { value, unit, lower, upper }: Omit<Entry, 'isPresent' | 'on'>,
  bounds: readonly BoundsIn[],
  relativeTo: 'lower' | 'upper' | undefined,
): Verdict {
  if (relativeTo === undefined) {
    const units = bounds.map((own) => own.unit);
    const keeps = bounds.map((own) => and(unit.isOneOf([own.unit]), keepsWithin(value.term, own, real)));
    return known(and(value.isKnown, unit.isOneOf(units)), or(...keeps));
  }
  const limit = relativeTo === 'lower' ? lower : upper;
  const [own] = bounds;
  if (own === undefined) return known(no, no);
  const isKnown = and(value.isKnown, limit.isKnown, not(equal(limit.term, real(0))));
  return known(isKnown, isRatioWithin(value.term, limit.term, own));
}

/** The entries that may be the latest, or the earliest, of a selection. */
export function winnersOf(of: Selection, which: 'latest' | 'earliest', world: World): Winners {
  const candidates = candidatesOf(of, world);
  const isBeaten = ({ entry }: Candidate): Term =>
    or(
      ...candidates.map((other) => {
        if (other.entry === entry) return no;
        const [first, last] = which === 'latest' ? [entry, other.entry] : [other.entry, entry];
        return and(other.sure, other.entry.on.isKnown, less(first.on.term, last.on.term));
      }),
    );
  return {
    entries: candidates.map((each) => ({
      entry: each.entry,
      wins: and(each.possible, or(not(each.entry.on.isKnown), not(isBeaten(each)))),
    })),
    sure: or(...candidates.map(({ sure }) => sure)),
  };
}

/** The value of an entry in the first unit of its kind. */
export function inFirstUnit({ event, value, unit }: Entry, tables: Tables): PossibleNumber {
  const units = tables.events.find(({ id }) => id === event)?.units ?? [];
  const term = units.reduceRight<Term>(
    (otherwise, row) =>
      choose(unit.isOneOf([row.unit]), arithmetic('multiply', value.term, real(row.factor)), otherwise),
    real(0),
  );
  return { isKnown: and(value.isKnown, unit.isOneOf(units.map((row) => row.unit))), term };
}

/** Whether a number keeps within bounds, each as a term makes it of its number. */
export function keepsWithin(value: Term, bounds: Bounds, termOf: (bound: number) => Term): Term {
  const { least: from, above, most, below } = bounds;
  return and(
    ...(from === undefined ? [] : [atMost(termOf(from), value)]),
    ...(above === undefined ? [] : [less(termOf(above), value)]),
    ...(most === undefined ? [] : [atMost(value, termOf(most))]),
    ...(below === undefined ? [] : [less(value, termOf(below))]),
  );
}

/**
 * Whether a quotient keeps within bounds, asked without dividing, so that no product of two facts is put to the solver:
 * the number against so many times the divisor, the other way round where the divisor is negative. It must not be 0.
 */
export function isRatioWithin(value: Term, divisor: Term, bounds: Bounds): Term {
  const times = (bound: number) => arithmetic('multiply', divisor, real(bound));
  const { least: from, above, most, below } = bounds;
  const turned: Bounds = {
    ...(from === undefined ? {} : { most: from }),
    ...(above === undefined ? {} : { below: above }),
    ...(most === undefined ? {} : { least: most }),
    ...(below === undefined ? {} : { above: below }),
  };
  return choose(less(real(0), divisor), keepsWithin(value, bounds, times), keepsWithin(value, turned, times));
}
