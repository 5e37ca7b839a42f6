import { historyOf, isAgent, type Dose } from '../../../dsl/kernel/drug-history.ts';
import type { Agents, Products, Reason } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { isOneOf } from '../../../dsl/kernel/meaning.ts';
import type * as truth from '../../../dsl/kernel/truth.ts';
import type { DrugSlot } from '../slots.ts';
import { and, atMost, choose, less, no, not, or, type Term } from '../term.ts';
import { certain, forReview, known, least, met, notMet, unknown, when, type Verdict } from '../verdict.ts';
import type { World } from '../world.ts';
import { supported } from './request.ts';
import type { PossibleDay } from './window.ts';

/** An entry of the drug history, and what several questions ask about it. */
export interface Entry {
  readonly slot: DrugSlot;
  /** Whether the drug was taken: a contraindication without dates or source is no treatment (reading C-37). */
  readonly isTreatment: Verdict;
  /** A sample never helps a criterion (reading B-9); a source left out is unknown (reading C-60). */
  readonly isSupplied: Verdict;
  /** The bounds of the day of its last dose, as far as its dates tell; none lies after the date of service. */
  readonly earliest: PossibleDay;
  readonly latest: Term;
}

const entries = new WeakMap<World, readonly Entry[]>();

/** The entries of a world's drug history, made once for all its questions. */
export function entriesOf(world: World): readonly Entry[] {
  const before = entries.get(world);
  if (before !== undefined) return before;
  const made = world.drugs.map((slot) => entryOf(slot, world.request.dateOfService.term));
  entries.set(world, made);
  return made;
}

function entryOf(slot: DrugSlot, on: Term): Entry {
  const { from, to, source } = slot;
  const latest = choose(and(to.isKnown, less(to.term, on)), to.term, on);
  return {
    slot,
    isTreatment: isTreatment(slot),
    isSupplied: known(source.isKnown, source.isOneOf(['supplied'])),
    earliest: { isKnown: or(from.isKnown, to.isKnown), term: choose(to.isKnown, latest, from.term) },
    latest,
  };
}

function isTreatment({ outcome, evidence, source, from, to, current }: DrugSlot): Verdict {
  const untried = not(or(from.isKnown, to.isKnown, source.isKnown, current.isTrue));
  return {
    met: and(
      evidence.isOneOf(['documented', 'reported']),
      or(not(untried), outcome.isOneOf(['failure', 'intolerance', 'none'])),
    ),
    notMet: or(evidence.isOneOf(['absent']), and(untried, outcome.isOneOf(['contraindication']))),
    review: no,
  };
}

/** Whether a drug is being taken on the date of service: the end date decides before the flag (readings B-16, C-51, C-56). */
export function isOngoing({ to, current }: DrugSlot, { request }: World): Verdict {
  return when(
    to.isKnown,
    certain(atMost(request.dateOfService.term, to.term)),
    known(current.isKnown, current.isTrue),
  );
}

/** Whether an entry shows one of the reasons (readings B-9, C-54). */
export function showsReason(
  { outcome, evidence, source }: DrugSlot,
  { reasons, grade }: Pick<Reason, 'reasons' | 'grade'>,
): Verdict {
  const isAbsent = evidence.isOneOf(['absent']);
  const onSample = when(outcome.isOneOf(['intolerance']), forReview, notMet);
  const origin = when(
    or(outcome.isOneOf(['contraindication']), source.isOneOf(['supplied'])),
    met,
    when(source.isOneOf(['sample']), onSample, unknown),
  );
  const shown = when(outcome.isOneOf(reasons), least([origin, supported(evidence, grade)]), notMet);
  return when(isAbsent, notMet, when(isSaid(outcome), shown, unknown));
}

/** Whether how a course ended is said. */
export function isSaid(outcome: DrugSlot['outcome']): Term {
  return outcome.isOneOf(['failure', 'intolerance', 'contraindication', 'none']);
}

/** Whether an entry is of an agent of the set; of none, where it is not present. */
export function isOfAgents(slot: DrugSlot, agents: Agents, kernel: Kernel, world: World): Verdict {
  return byAgent(slot, kernel, world, (dose) => isAgent(dose, agents));
}

/** Whether an entry is of a product of the set. */
export function isOfProducts(slot: DrugSlot, products: Products, kernel: Kernel, world: World): Verdict {
  return byAgent(slot, kernel, world, (dose) => isOneOf(dose, products, kernel));
}

/** What the interpreter says of the agent of an entry; not met where the entry is not present, which then has none. */
export function byAgent(
  { agent }: DrugSlot,
  kernel: Kernel,
  world: World,
  ask: (dose: Dose) => truth.Verdict,
): Verdict {
  const answers = agentsIn(world, kernel).map((dose) => ({ id: dose.agent, ...ask(dose) }));
  const those = (wanted: (answer: truth.Verdict) => boolean) =>
    agent.isOneOf(answers.filter(wanted).map(({ id }) => id));
  return {
    met: those((answer) => answer.truth === 'met'),
    notMet: not(those((answer) => answer.truth !== 'not-met')),
    review: those((answer) => answer.truth === 'unknown' && answer.review),
  };
}

/** What a kernel's vocabulary makes of each agent of a world; `agent` of each is the world's text. */
export function agentsIn({ agents }: World, { tables }: Kernel): readonly Dose[] {
  const drugs = agents.map(({ id }) => ({ agent: id }));
  return historyOf(tables, { request: { dateOfService: '2024-01-01' }, drugs });
}

/** Holds where the case says that its list of drugs is the whole history. */
export function isWholeHistory({ drugsComplete }: World): Term {
  return drugsComplete.isTrue;
}

/** What the drugs that the list leaves out may be: nothing on a complete list, anything on another. */
export function unlisted(kernel: Kernel, world: World, products?: Products): Verdict {
  const isOwn = products?.products.some((id) => kernel.products.includes(id)) === true;
  const contradicts = isOwn ? lacksPriorCourse(kernel, world) : no;
  return { met: no, notMet: and(isWholeHistory(world), not(contradicts)), review: no };
}

/** A reauthorization of what a complete history says was never given: a contradiction (reading C-50). */
function lacksPriorCourse(kernel: Kernel, world: World): Term {
  const own: Products = { products: kernel.products, siblings: 'different' };
  const never = entriesOf(world).map(
    ({ slot, isTreatment: isTaken }) => least([isOfProducts(slot, own, kernel, world), isTaken]).notMet,
  );
  return and(world.request.kind.isOneOf(['reauthorization']), isWholeHistory(world), ...never);
}
