import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import type { Expression } from '../../../dsl/kernel/expression.ts';
import { expressionsById, factsOf, type ById } from '../../../dsl/kernel/facts.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { excerptOf, type Excerpt } from '../../logic/excerpt.ts';
import type { Asked, Inquiry, Reply } from '../../logic/inquiry.ts';
import type { Verdict } from '../../logic/verdict.ts';
import { not, type Term } from '../../logic/term.ts';
import type { World } from '../../logic/world.ts';
import { withFacts } from '../../suite/record-facts.ts';
import { climbed, nearest, type Near } from './climb.ts';
import type { Condition } from './conditions.ts';
import { contradiction } from './contradiction.ts';
import { isWithinReach } from './reach.ts';
import { seenOf, type Seen } from './seen.ts';

/** Questions about the cases of a policy, whose answers are checked. */
export interface Asking {
  /** Whether there is a case of which all of this holds; the facts of `focus` are looked at first. */
  readonly canBe: (conditions: readonly Condition[], focus?: readonly Condition[]) => Promise<Possibility>;
  /** Whether the time for the policy is not over yet. */
  readonly hasTime: () => boolean;
  /** Cases that answered questions so far. */
  readonly seen: () => readonly Seen[];
}

export type Possibility =
  /** The interpreter confirms the case. */
  | { readonly status: 'possible'; readonly record: CaseRecord }
  /** `because` of these conditions, of which none can be left out. */
  | { readonly status: 'impossible'; readonly because: readonly Condition[] }
  | Undecided;

export interface Undecided {
  readonly status: 'undecided';
  /** There was no time; longer histories might show it; or the interpreter does not confirm the case. */
  readonly why: 'time' | 'length' | 'unconfirmed';
}

/** What questions are asked of. */
export interface Examined {
  readonly kernel: Kernel;
  readonly inquiry: Inquiry;
  /** Cases that are tried before others. */
  readonly given: readonly CaseRecord[];
  /** Whether the solver may still be asked. */
  readonly hasTime: () => boolean;
  /** Opens a part of the policy to questions; whoever opens it closes it. */
  readonly open: (excerpt: Excerpt) => Asked;
}

/** The most cases that are kept: each spares questions that it answers. */
const mostSeen = 400;

/**
 * Opens a policy to questions. Each is answered by the first of these that can: a case that answered one before, or that is
 * given; a neighbour of such a case, by the interpreter alone; how the clauses are put together; the solver, of the facts
 * that make the difference to a case at hand, the others being as they are there; and the solver, of the policy as a whole.
 */
export function createAsking(examined: Examined): Asking {
  const { kernel, inquiry, given, hasTime } = examined;
  const [logic] = inquiry.policies;
  const byId = expressionsById(kernel);
  const seen = given.slice(0, mostSeen).map((record) => seenOf(kernel, record));
  const answered = new Map<string, Possibility>();
  const keyOf = keys();
  const factsIn = facts(byId);

  const kept = (found: Seen): Possibility => {
    if (seen.length < mostSeen) seen.push(found);
    return { status: 'possible', record: found.record };
  };

  const ask = async (conditions: readonly Condition[], focus: readonly Condition[]): Promise<Possibility> => {
    const before = seen.findLast(({ holds }) => conditions.every(holds));
    if (before !== undefined) return { status: 'possible', record: before.record };
    if (!hasTime() || logic === undefined) return { status: 'undecided', why: 'time' };
    const near = nearest(conditions, seen);
    for (const each of near) {
      const found = climbed(each, conditions, { kernel, byId, factsIn });
      if (found !== undefined) return kept(found);
    }
    const plain = contradiction(focus, conditions, byId);
    if (plain !== undefined) return { status: 'impossible', because: plain };
    for (const each of near) {
      const answer = await byItsFacts(conditions, focus, each);
      if (answer !== undefined) return answer;
    }
    const reply = await inquiry.ask(conditions.map((condition) => termOf(condition, logic)));
    if (reply.status !== 'possible') return proved(reply, conditions, byId, inquiry.world);
    const found = seenOf(kernel, reply.record);
    return conditions.every(found.holds) ? kept(found) : { status: 'undecided', why: 'unconfirmed' };
  };

  /**
   * An answer from the facts alone that `focus` reads, and those that a case lacks: a case that differs in them from the
   * one at hand, or that they exclude each other. Nothing where it takes more.
   */
  const byItsFacts = async (
    conditions: readonly Condition[],
    focus: readonly Condition[],
    { each, lacking }: Near,
  ): Promise<Possibility | undefined> => {
    const own = new Set([...focus, ...lacking].flatMap(factsIn));
    const isClose = (condition: Condition) =>
      condition.on === 'scope' || factsIn(condition).some((fact) => own.has(fact));
    const close = conditions.filter(isClose);
    if (own.size === 0) return undefined;
    const expressions = close.flatMap((condition) => (condition.on === 'scope' ? [] : condition.expression));
    const excerpt = excerptOf(kernel, expressions, [...own], inquiry.world.bounds);
    const asked = examined.open(excerpt);
    try {
      const terms = close.map((condition) => termOf(condition, excerpt));
      const asThere = excerpt.elseAsIn(each.record, each.truthOf);
      if (asThere !== undefined) {
        const there = await asked.askPlainly([...terms, asThere]);
        // What excludes itself without what is there excludes itself everywhere.
        if (there.status === 'impossible' && !there.because.includes(terms.length))
          return provedOrNot(there, close, byId, excerpt.world);
        if (there.status === 'possible') {
          const likely = await asked.ask([...terms, asThere]);
          const { record } = likely.status === 'possible' ? likely : there;
          const found = seenOf(kernel, withFacts(each.record, [...own], record));
          if (conditions.every(found.holds)) return kept(found);
        }
      }
      return provedOrNot(await asked.askPlainly(terms), close, byId, excerpt.world);
    } finally {
      asked.close();
    }
  };

  return {
    canBe: async (conditions, focus = []) => {
      const distinct = new Map(
        conditions.toReversed().map((condition) => [keyOf(condition), condition] as const),
      );
      const key = [...distinct.keys()].sort().join(' ');
      const before = answered.get(key);
      if (before !== undefined) return before;
      const answer = await ask([...distinct.values()].reverse(), focus);
      answered.set(key, answer);
      return answer;
    },
    hasTime,
    seen: () => seen,
  };
}

/** The same, or nothing where it is undecided. */
function provedOrNot(...answer: Parameters<typeof proved>): Possibility | undefined {
  const possibility = proved(...answer);
  return possibility.status === 'impossible' ? possibility : undefined;
}

/** An answer of the solver that there is no case, as far as histories of any length are meant; undecided else. */
function proved(
  reply: Reply,
  conditions: readonly Condition[],
  byId: ById,
  world: World,
): Exclude<Possibility, { readonly status: 'possible' }> {
  if (reply.status !== 'impossible') return { status: 'undecided', why: 'time' };
  const because = reply.because.flatMap((place) => conditions[place] ?? []);
  return isWithinReach(because, byId, world)
    ? { status: 'impossible', because }
    : { status: 'undecided', why: 'length' };
}

function termOf(
  condition: Condition,
  logic: { readonly scope: Verdict; readonly verdictOf: (expression: Expression) => Verdict },
): Term {
  if (condition.on === 'scope') return logic.scope.met;
  const verdict = logic.verdictOf(condition.expression);
  switch (condition.is) {
    case 'met':
      return verdict.met;
    case 'not-met':
      return verdict.notMet;
    case 'unmet':
      return not(verdict.met);
  }
}

/** The facts that conditions read, by their places in a case; the scope is no fact of its own. */
function facts(byId: ById): (condition: Condition) => readonly string[] {
  const known = new Map<Expression, readonly string[]>();
  return (condition) => {
    if (condition.on === 'scope') return [];
    const { expression } = condition;
    const own = known.get(expression) ?? factsOf(expression, byId);
    known.set(expression, own);
    return own;
  };
}

/** Gives conditions names by which the same one is known again. */
function keys(): (condition: Condition) => string {
  const places = new Map<string, number>();
  const known = new Map<Expression, number>();
  const placeOf = (expression: Expression): number => {
    const before = known.get(expression);
    if (before !== undefined) return before;
    const text = JSON.stringify(expression);
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    known.set(expression, place);
    return place;
  };
  return (condition) =>
    condition.on === 'scope' ? 'applies' : `${placeOf(condition.expression)}=${condition.is}`;
}
