import type { Dose } from '../../../dsl/kernel/drug-history.ts';
import type { Agents, Reason } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { areDistinct } from '../../../dsl/kernel/meaning.ts';
import type * as truth from '../../../dsl/kernel/truth.ts';
import { and, no, not, or, yes, type Term } from '../term.ts';
import {
  certain,
  forReview,
  greatest,
  isUnknown,
  least,
  met,
  notMet,
  when,
  withReview,
  type Verdict,
} from '../verdict.ts';
import type { World } from '../world.ts';
import { agentsIn, entriesOf, isOfAgents, showsReason, unlisted } from './dose.ts';

/** Why drugs will not do. */

/** An agent, by ingredient or by a name that the vocabulary lacks, and whether it has a reason. */
interface Candidate {
  readonly key: string;
  /** Whether it is one that the question names or an entry is of. */
  readonly isThere: Term;
  readonly verdict: Verdict;
}

/**
 * Some agent has a reason; with `otherThan`, an agent distinct from the one that best serves that other set, so that two
 * limbs together ask for a distinct pair (reading B-7).
 */
export function reason(leaf: Reason, kernel: Kernel, world: World): Verdict {
  const base = unlisted(kernel, world);
  if (leaf.otherThan === undefined) {
    const shown = entriesOf(world).map(({ slot }) =>
      least([isOfAgents(slot, leaf.agents, kernel, world), showsReason(slot, leaf)]),
    );
    return greatest([...(leaf.agents.ingredients.length === 0 ? [] : [base]), ...shown]);
  }
  const candidates = candidatesOf(leaf.agents, leaf, base, kernel, world);
  const taken = candidatesOf(leaf.otherThan, leaf, base, kernel, world);
  const best = greatest(taken.map(({ verdict }) => verdict));
  const beside = besideEach(taken, candidates, kernel);
  const those = (holds: (candidate: Candidate) => Term) =>
    taken.map((candidate) => ({ holds: holds(candidate), verdict: beside(candidate.key) }));
  const ofMet = taken.map(({ key, verdict }) => least([verdict, beside(key)]));
  // Which agent will count for the other set is open: what holds beside each that may holds whichever it is.
  const ofOpen = agreedWhere(those(({ verdict }) => isUnknown(verdict)));
  const ofNone = those(({ isThere }) => isThere).map(({ holds, verdict }) => when(holds, verdict, notMet));
  return when(best.met, greatest(ofMet), when(best.notMet, greatest(ofNone), ofOpen));
}

/** The reasons by agent: each ingredient of the set, and each agent that an entry may be of. */
function candidatesOf(
  agents: Agents,
  leaf: Reason,
  base: Verdict,
  kernel: Kernel,
  world: World,
): readonly Candidate[] {
  const shown = entriesOf(world).map(({ slot }) => ({ slot, verdict: showsReason(slot, leaf) }));
  const doses = agentsIn(world, kernel);
  const keys = new Set([...agents.ingredients, ...doses.map(keyOf)]);
  return [...keys].map((key) => {
    const ids = doses.filter((dose) => keyOf(dose) === key).map(({ agent }) => agent);
    const isNamed = agents.ingredients.includes(key);
    const isStrange = doses.some((dose) => keyOf(dose) === key && dose.ingredient === undefined);
    const isIn = isNamed ? met : isStrange && agents.open ? forReview : notMet;
    const own = shown.map(({ slot, verdict }) => least([certain(slot.agent.isOneOf(ids)), isIn, verdict]));
    return {
      key,
      isThere: isNamed ? yes : or(...world.drugs.map(({ agent }) => agent.isOneOf(ids))),
      verdict: greatest([isNamed ? base : notMet, ...own]),
    };
  });
}

function keyOf({ ingredient, name }: Dose): string {
  return ingredient ?? `name: ${name}`;
}

/** Whether some candidate has a reason that is distinct from an agent, for each agent that may be taken. */
function besideEach(
  taken: readonly Candidate[],
  candidates: readonly Candidate[],
  kernel: Kernel,
): (key: string) => Verdict {
  const open = candidates.filter(({ verdict }) => verdict.notMet !== yes);
  // Agents from which the candidates are as distinct are one question.
  const byDistinctness = new Map<string, Verdict>();
  const byKey = new Map(
    taken.map(({ key }) => {
      const distinct = open.map((other) => areDistinct(key, other.key, kernel));
      const name = JSON.stringify(distinct);
      const verdict =
        byDistinctness.get(name) ??
        greatest(open.map((other, place) => least([asLogic(distinct[place]), other.verdict])));
      byDistinctness.set(name, verdict);
      return [key, verdict] as const;
    }),
  );
  return (key) => byKey.get(key) ?? notMet;
}

function asLogic(verdict: truth.Verdict | undefined): Verdict {
  if (verdict === undefined || verdict.truth === 'not-met') return notMet;
  return verdict.truth === 'met' ? met : forReview;
}

/** What all parts agree on whose condition holds; of one at least it must. */
function agreedWhere(parts: readonly { readonly holds: Term; readonly verdict: Verdict }[]): Verdict {
  const all = (of: (verdict: Verdict) => Term) =>
    and(...parts.map(({ holds, verdict }) => or(not(holds), of(verdict))));
  return withReview(
    all((verdict) => verdict.met),
    all((verdict) => verdict.notMet),
    parts.length === 0 ? no : or(...parts.map(({ holds, verdict }) => and(holds, verdict.review))),
  );
}
