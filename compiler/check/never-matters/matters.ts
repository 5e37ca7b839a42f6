import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import type { Expression, Leaf } from '../../../dsl/kernel/expression.ts';
import { expressionsById, factsOf, leavesOf } from '../../../dsl/kernel/facts.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { coverage, meaningOf } from '../../../dsl/kernel/meaning.ts';
import { constraintsOf, variablesOf } from '../../logic/case-of-world.ts';
import { excerptOf, type Excerpt } from '../../logic/excerpt.ts';
import { holderOf } from '../../logic/facts-of-world.ts';
import type { Asked } from '../../logic/inquiry.ts';
import { decisionOf, type PolicyLogic } from '../../logic/meaning.ts';
import { and, not, or, variable, type Term } from '../../logic/term.ts';
import { expressionsOf, type World } from '../../logic/world.ts';
import { withFacts } from '../../suite/record-facts.ts';
import type { Subject } from '../analysis.ts';
import { neighboursOf } from '../analysis/neighbours.ts';
import { isWithinReach } from '../analysis/reach.ts';
import { seenOf, type Seen } from '../analysis/seen.ts';
import { substitute } from './substitute.ts';

/** How many of the clauses that ask for a fact are looked at for a case in which one decides. */
const clausesTried = 3;
/** How many cases that answered a question lose the fact, and how many have it changed, the latest first. */
const [losing, changing] = [60, 6];
/** How many questions that read the fact are looked at for other values of it. */
const leavesTried = 2;

/**
 * Whether a fact ever changes an outcome: whether two cases that differ in it alone have different ones. Looked at first are
 * cases in which a clause that asks for it decides; then the solver is asked, of this fact by itself and of all of them.
 */
export async function matters(
  fact: string,
  clauses: readonly string[],
  subject: Subject,
): Promise<'yes' | 'never' | 'undecided'> {
  const { kernel, asking, places } = subject;
  const turning: Seen[] = [];
  for (const clause of clauses.slice(0, clausesTried)) {
    const decides = places.get(clause)?.decides ?? [];
    const answer = await asking.canBe(decides, decides.slice(0, 1));
    if (answer.status !== 'possible') continue;
    const each = seenOf(kernel, answer.record);
    if (isShownBy(each, fact, kernel)) return 'yes';
    turning.push(each);
  }
  const latest = asking.seen().slice(-losing).toReversed();
  if (latest.some((each) => turns(each, lost(each.record, fact), kernel))) return 'yes';
  if (latest.slice(0, changing).some((each) => isShownBy(each, fact, kernel))) return 'yes';
  return asking.hasTime() ? bySolver(fact, turning, subject) : 'undecided';
}

/** Whether a case has another outcome without the fact, or with a value about which a question turns. */
function isShownBy(each: Seen, fact: string, kernel: Kernel): boolean {
  const others = leavesReading(fact, kernel)
    .slice(0, leavesTried)
    .flatMap((leaf) => neighboursOf(each.record, leaf, kernel))
    .map((record) => withFacts(each.record, [fact], record));
  return [lost(each.record, fact), ...others].some((record) => turns(each, record, kernel));
}

function turns({ meaning }: Seen, other: CaseRecord, kernel: Kernel): boolean {
  return meaningOf(kernel, other).outcome !== meaning.outcome;
}

/** A case in which the fact is missing. */
function lost(record: CaseRecord, fact: string): CaseRecord {
  return withFacts(record, [fact], { request: { dateOfService: record.request.dateOfService } });
}

function leavesReading(fact: string, kernel: Kernel): readonly Leaf[] {
  return expressionsOf(kernel)
    .flatMap((expression) => leavesOf(expression))
    .filter((leaf) => factsOf(leaf).includes(fact));
}

async function bySolver(
  fact: string,
  turning: readonly Seen[],
  { kernel, inquiry, open }: Subject,
): Promise<'yes' | 'never' | 'undecided'> {
  const parts = [coverage(kernel), ...(kernel.dosing === undefined ? [] : [kernel.dosing])];
  const excerpt = excerptOf(kernel, parts, [fact], inquiry.world.bounds);
  const asked = open(excerpt);
  try {
    const { outcomes } = decisionOf(kernel, excerpt.world, excerpt.verdictOf);
    const isTurned = (each: Seen) => canTurn(each, fact, excerpt, outcomes, asked);
    for (const each of turning) if (await isTurned(each)) return 'yes';
    // What does not matter whatever other questions come to does not matter at all.
    const byItself = await asked.askPlainly(apart(fact, excerpt.world, outcomes));
    const own = leavesReading(fact, kernel);
    if (byItself.status === 'impossible') return isProved(own, kernel, excerpt.world) ? 'never' : 'undecided';
    const [logic] = inquiry.policies;
    if (logic === undefined) return 'undecided';
    const whole = await inquiry.ask(apart(fact, inquiry.world, logic.outcomes));
    if (whole.status === 'impossible')
      return isProved(expressionsOf(kernel), kernel, inquiry.world) ? 'never' : 'undecided';
    return whole.status === 'possible' && (await isTurned(seenOf(kernel, whole.record)))
      ? 'yes'
      : 'undecided';
  } finally {
    asked.close();
  }
}

/** Whether some value of the fact gives a case another outcome; the interpreter confirms it. */
async function canTurn(
  each: Seen,
  fact: string,
  { kernel, elseAsIn }: Excerpt,
  outcomes: PolicyLogic['outcomes'],
  asked: Asked,
): Promise<boolean> {
  const asThere = elseAsIn(each.record, each.truthOf);
  if (asThere === undefined) return false;
  const reply = await asked.askPlainly([asThere, not(outcomes[each.meaning.outcome])]);
  return reply.status === 'possible' && turns(each, withFacts(each.record, [fact], reply.record), kernel);
}

/** Holds of a case, and of another that differs from it in the fact alone, where their outcomes differ. */
function apart(fact: string, world: World, outcomes: PolicyLogic['outcomes']): readonly Term[] {
  const isHolder = holderOf(world, [fact]);
  const other = new Map(
    variablesOf(world)
      .filter(isHolder)
      .map((each) => [each.name, variable(`other ${each.name}`, each.sort)]),
  );
  const changed = substitute(other);
  const kept = constraintsOf(world).flatMap((term) => (changed(term) === term ? [] : changed(term)));
  const differs = Object.values(outcomes).map((outcome) => and(outcome, not(changed(outcome))));
  return [...kept, or(...differs)];
}

/** Whether histories as long as the world's tell all of these expressions. */
function isProved(expressions: readonly Expression[], kernel: Kernel, world: World): boolean {
  const met = expressions.map((expression) => ({ on: 'expression', expression, is: 'met' }) as const);
  return isWithinReach(met, expressionsById(kernel), world);
}
