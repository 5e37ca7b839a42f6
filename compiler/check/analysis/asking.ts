import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import type { Expression } from '../../../dsl/kernel/expression.ts';
import { expressionsById, factsOf, leavesOf, type ById } from '../../../dsl/kernel/facts.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { meaningOf, type Meaning } from '../../../dsl/kernel/meaning.ts';
import type { Truth } from '../../../dsl/kernel/truth.ts';
import type { Inquiry, Reply } from '../../logic/inquiry.ts';
import type { PolicyLogic } from '../../logic/meaning.ts';
import { not, type Term } from '../../logic/term.ts';
import type { Condition } from './conditions.ts';
import { contradiction } from './contradiction.ts';
import { neighboursOf } from './neighbours.ts';
import { isWithinReach } from './reach.ts';

/** Questions about the cases of a policy, whose answers are checked. */
export interface Asking {
  /** Whether there is a case of which all of this holds; what shares no fact with `focus` is left out at first. */
  readonly canBe: (conditions: readonly Condition[], focus?: readonly Condition[]) => Promise<Possibility>;
  /** The same of bare logic; nothing checks the case. */
  readonly canHold: (terms: readonly Term[]) => Promise<Reply>;
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

/** A case, and what the policy makes of it. */
export interface Seen {
  readonly record: CaseRecord;
  readonly meaning: Meaning;
  readonly holds: (condition: Condition) => boolean;
}

/** The most cases that are kept: each spares questions that it answers. */
const mostSeen = 400;

/** How far a case may be from an answer for its neighbours to be tried, and how many such cases are. */
const [fewLacking, fewTried] = [400, 2];
/** How many of the conditions that a case lacks, and of the questions of each, are tried at every step. */
const [triedLacking, triedLeaves] = [3, 4];

/**
 * Opens a policy to questions. A case that answered one before, or that is given, is tried first, and then its
 * neighbours, by the interpreter alone. `hasTime` tells whether the solver may still be asked.
 */
export function createAsking(
  kernel: Kernel,
  inquiry: Inquiry,
  logic: PolicyLogic,
  given: readonly CaseRecord[],
  hasTime: () => boolean,
): Asking {
  const byId = expressionsById(kernel);
  const seen = given.slice(0, mostSeen).map((record) => seenOf(kernel, record));
  const answered = new Map<string, Possibility>();
  const keyOf = keys();

  const canHold = async (terms: readonly Term[]): Promise<Reply> =>
    hasTime() ? inquiry.ask(terms) : { status: 'undecided' };

  const factsIn = facts(byId);
  const solved = async (
    conditions: readonly Condition[],
    ask: (terms: readonly Term[]) => Promise<Reply>,
  ): Promise<Possibility> => {
    const terms = conditions.map((condition) => termOf(condition, logic));
    const reply: Reply = hasTime() ? await ask(terms) : { status: 'undecided' };
    switch (reply.status) {
      case 'possible':
        return reply;
      case 'undecided':
        return { status: 'undecided', why: 'time' };
      case 'impossible': {
        const because = reply.because.flatMap((place) => conditions[place] ?? []);
        return isWithinReach(because, byId, inquiry.world)
          ? { status: 'impossible', because }
          : { status: 'undecided', why: 'length' };
      }
    }
  };

  const ask = async (conditions: readonly Condition[], focus: readonly Condition[]): Promise<Possibility> => {
    const before = seen.findLast(({ holds }) => conditions.every(holds));
    if (before !== undefined) return { status: 'possible', record: before.record };
    if (!hasTime()) return { status: 'undecided', why: 'time' };
    const near = neighbour(conditions, seen, kernel, byId);
    if (near !== undefined) {
      if (seen.length < mostSeen) seen.push(near);
      return { status: 'possible', record: near.record };
    }
    const plain = contradiction(focus, conditions, byId);
    if (plain !== undefined) return { status: 'impossible', because: plain };
    const own = new Set(focus.flatMap(factsIn));
    const close = conditions.filter((condition) => factsIn(condition).some((fact) => own.has(fact)));
    if (focus.length > 0 && close.length < conditions.length) {
      const part = await solved(close, inquiry.askPlainly);
      if (part.status === 'impossible') return part;
    }
    const whole = await solved(conditions, inquiry.ask);
    if (whole.status !== 'possible') return whole;
    const found = seenOf(kernel, whole.record);
    if (!conditions.every(found.holds)) return { status: 'undecided', why: 'unconfirmed' };
    if (seen.length < mostSeen) seen.push(found);
    return whole;
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
    canHold,
    hasTime,
    seen: () => seen,
  };
}

/** A case as the interpreter sees it. */
export function seenOf(kernel: Kernel, record: CaseRecord): Seen {
  const meaning = meaningOf(kernel, record);
  const known = new Map<Expression, Truth>();
  const truthOf = (expression: Expression): Truth => {
    if (expression.kind === 'clause') return meaning.clauses.get(expression.id)?.truth ?? 'unknown';
    const before = known.get(expression);
    if (before !== undefined) return before;
    const truth = interpreted(kernel, record, expression);
    known.set(expression, truth);
    return truth;
  };
  return {
    record,
    meaning,
    holds: (condition) => {
      if (condition.on === 'scope') return meaning.layer !== 'scope';
      const truth = truthOf(condition.expression);
      return condition.is === 'unmet' ? truth !== 'met' : truth === condition.is;
    },
  };
}

/**
 * A case of which the conditions hold, reached from one seen before by changes of single facts that what is lacking reads,
 * each of which leaves less lacking.
 */
function neighbour(
  conditions: readonly Condition[],
  seen: readonly Seen[],
  kernel: Kernel,
  byId: ById,
): Seen | undefined {
  const near = seen
    .toReversed()
    .map((each) => ({ each, lacking: lackingIn(conditions, each) }))
    .filter(({ lacking }) => lacking.length <= fewLacking)
    .sort((first, second) => first.lacking.length - second.lacking.length)
    .slice(0, fewTried);
  for (const { each, lacking } of near) {
    const found = climbed(each, lacking, conditions, kernel, byId);
    if (found !== undefined) return found;
  }
  return undefined;
}

function climbed(
  from: Seen,
  lacking: readonly Condition[],
  conditions: readonly Condition[],
  kernel: Kernel,
  byId: ById,
): Seen | undefined {
  if (lacking.length === 0) return from;
  for (const condition of lacking.slice(0, triedLacking)) {
    const leaves = condition.on === 'expression' ? leavesOf(condition.expression, byId) : [];
    for (const leaf of leaves.slice(0, triedLeaves)) {
      for (const record of neighboursOf(from.record, leaf, kernel)) {
        const next = seenOf(kernel, record);
        if (!next.holds(condition)) continue;
        const left = lackingIn(conditions, next);
        if (left.length < lacking.length) return climbed(next, left, conditions, kernel, byId);
      }
    }
  }
  return undefined;
}

function lackingIn(conditions: readonly Condition[], { holds }: Seen): readonly Condition[] {
  return conditions.filter((condition) => !holds(condition));
}

/** What the interpreter says of an expression that is no clause: it is asked of a policy in which it is one. */
function interpreted(kernel: Kernel, record: CaseRecord, expression: Expression): Truth {
  const id = 'asked here';
  const clause = { id, number: id, text: id, section: 'medicalNecessity', expression } as const;
  const { clauses } = meaningOf({ ...kernel, clauses: [...kernel.clauses, clause] }, record);
  return clauses.get(id)?.truth ?? 'unknown';
}

function termOf(condition: Condition, logic: PolicyLogic): Term {
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
