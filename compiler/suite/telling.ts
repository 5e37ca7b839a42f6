import type { HistoryRead } from './histories-read.ts';
import type { Mutant } from './mutants.ts';
import { changesDecidingOnly, isToldBy, loaded, readApart, type Probe } from './probes.ts';
import type { Judge, Loader } from './run-mutant.ts';

/** What was found out about mutants by running them. */
export interface Told {
  /** Those that no case at hand tells. */
  readonly left: readonly Mutant[];
  /** Of the further cases as few as tell the others, each with the mutants that only it tells. */
  readonly chosen: readonly Chosen[];
}

/** A case that was chosen, and the mutants that only it tells. */
export interface Chosen {
  readonly probe: Probe;
  readonly alone: readonly Mutant[];
}

/** What mutants are run on. */
export interface Trials {
  readonly loader: Loader;
  readonly judge: Judge;
  /** The cases of the suite: what they tell needs no further case. */
  readonly suite: readonly Probe[];
  /** Further cases for a mutant, the shortest first. */
  readonly furtherFor: (mutant: Mutant) => readonly Probe[];
}

/** Runs mutants on cases, those that told most so far first, and chooses as few further cases as tell all that any does. */
export function tell(mutants: readonly Mutant[], trials: Trials): Told {
  const { loader, judge, suite } = trials;
  const likely: Probe[] = [...suite];
  const isOfSuite = new Set(suite);
  const found = new Set<Probe>();
  const open: Mutant[] = [];
  const left: Mutant[] = [];
  for (const mutant of mutants) {
    const decider = loaded(loader, mutant);
    const [first] = suite;
    if (decider === undefined || first === undefined || judge.tellsBuffers(decider, first.expected()))
      continue;
    const place = likely.findIndex((probe) => isToldBy(judge, decider, mutant, probe));
    const known = likely[place];
    const probe = known ?? searched(trials, mutant, decider);
    if (probe === undefined) {
      left.push(mutant);
      continue;
    }
    if (place >= 0) likely.splice(place, 1);
    likely.unshift(probe);
    if (isOfSuite.has(probe)) continue;
    found.add(probe);
    open.push(mutant);
  }
  return { left, chosen: fewest(open, [...found], trials) };
}

/** How many cases before one are tried as what an evaluator read last. */
const triedBefore = 300;

/**
 * Pairs of cases for mutants that a case tells by what an earlier one left: the two stand one after the other, as a service
 * decides them, and the second tells.
 */
export function tellInTurn(mutants: readonly Mutant[], trials: Trials): readonly Chosen[] {
  const { loader, judge, furtherFor } = trials;
  return mutants.flatMap((mutant): readonly Chosen[] => {
    const probes = furtherFor(mutant);
    const decider = loaded(loader, mutant);
    if (decider === undefined) return [];
    const place = probes.findIndex((probe) => isToldBy(judge, decider, mutant, probe));
    const second = probes[place];
    if (second === undefined) return [];
    const first = probes.slice(Math.max(0, place - triedBefore), place).findLast((probe) => {
      const again = loaded(loader, mutant);
      if (again === undefined) return false;
      judge.readsOtherwise(again, probe.record, probe.leaves);
      return isToldBy(judge, again, mutant, second);
    });
    return first === undefined
      ? []
      : [
          { probe: first, alone: [] },
          { probe: second, alone: [mutant] },
        ];
  });
}

function searched(
  { judge, furtherFor }: Trials,
  mutant: Mutant,
  decider: NonNullable<ReturnType<typeof loaded>>,
): Probe | undefined {
  return furtherFor(mutant).find((probe) => isToldBy(judge, decider, mutant, probe));
}

/** As few of the cases as tell every mutant that the suite does not: the one that tells most of those left comes first. */
function fewest(open: readonly Mutant[], found: readonly Probe[], trials: Trials): Told['chosen'] {
  const rows = open.flatMap((mutant) => {
    const by = toldBy(mutant, found, trials);
    return by === undefined ? [] : [{ mutant, by }];
  });
  const chosen = new Set<Probe>();
  for (let rest = rows; rest.length > 0;) {
    const counts = new Map<Probe, number>();
    for (const { by } of rest) for (const probe of by) counts.set(probe, (counts.get(probe) ?? 0) + 1);
    const best = found.reduce<Probe | undefined>(
      (most, probe) =>
        (counts.get(probe) ?? 0) > (most === undefined ? 0 : (counts.get(most) ?? 0)) ? probe : most,
      undefined,
    );
    if (best === undefined) break;
    chosen.add(best);
    rest = rest.filter(({ by }) => !by.has(best));
  }
  // A later one may tell all that an earlier one was chosen for.
  for (const probe of [...chosen]) {
    const others = new Set([...chosen].filter((each) => each !== probe));
    if (rows.every(({ by }) => !by.has(probe) || [...by].some((each) => others.has(each))))
      chosen.delete(probe);
  }
  return found
    .filter((probe) => chosen.has(probe))
    .map((probe) => ({
      probe,
      alone: rows
        .filter(({ by }) => by.has(probe) && [...by].filter((each) => chosen.has(each)).length === 1)
        .map(({ mutant }) => mutant),
    }));
}

/** The cases that tell a mutant; nothing where one of the suite does. */
function toldBy(
  mutant: Mutant,
  found: readonly Probe[],
  { loader, judge, suite }: Trials,
): ReadonlySet<Probe> | undefined {
  const decider = loaded(loader, mutant);
  if (decider === undefined || suite.some((probe) => isToldBy(judge, decider, mutant, probe)))
    return undefined;
  return new Set(found.filter((probe) => isToldBy(judge, decider, mutant, probe)));
}

/**
 * Further cases by mutant: what only decides is asked of cases that are read apart; what reads one history alone, of cases
 * about that one; what reads none, of those that are not about one alone. None for what is known to be the same.
 */
export function furtherBy(
  probes: readonly Probe[],
  read: (mutant: Mutant) => HistoryRead,
  isSame: (mutant: Mutant) => boolean,
): (mutant: Mutant) => readonly Probe[] {
  const isAbout = ({ about }: Probe, history: string) => about.includes(history);
  const isAboutOnly = ({ about }: Probe, history: string) => about.length === 1 && about[0] === history;
  const lists: Readonly<Record<HistoryRead, readonly Probe[]>> = {
    diagnoses: probes.filter((probe) => isAbout(probe, 'diagnoses')),
    drugs: probes.filter((probe) => isAbout(probe, 'drugs') || isAbout(probe, 'whole case')),
    none: probes.filter((probe) => !isAboutOnly(probe, 'diagnoses') && !isAboutOnly(probe, 'drugs')),
    several: probes,
  };
  const apart = readApart(probes);
  return (mutant) => (isSame(mutant) ? [] : changesDecidingOnly(mutant) ? apart : lists[read(mutant)]);
}
