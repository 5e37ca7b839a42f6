import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Expression, Leaf } from '../../dsl/kernel/expression.ts';
import { bottomClauses, factsOf, leavesOf } from '../../dsl/kernel/facts.ts';
import type { Clause, Kernel } from '../../dsl/kernel/kernel.ts';
import { coverage, meaningOf, type Layer, type Outcome } from '../../dsl/kernel/meaning.ts';
import * as truths from '../../dsl/kernel/truth.ts';
import type { Truth, Verdict } from '../../dsl/kernel/truth.ts';
import type { PolicyLogic } from '../logic/meaning.ts';
import { and, or, type Term } from '../logic/term.ts';
import * as verdicts from '../logic/verdict.ts';

/**
 * How the statuses of the clauses that put questions come to an outcome. The layers above the policy are left out: here
 * the policy is in scope, and no mandate or plan document decides.
 */
export interface Decision {
  readonly kernel: Kernel;
  /** The clauses that put questions of their own, in printed order. */
  readonly bottom: readonly Clause[];
  /** The clauses that group others, in the kernel's order; some put questions of their own as well, as which indication it is. */
  readonly groups: readonly Clause[];
  /** What a clause asks by itself, by its id: where it groups others, that is less than the clause. */
  readonly own: ReadonlyMap<string, readonly OwnPart[]>;
  /** What coverage asks for. */
  readonly covered: Expression;
  /** The facts that a clause's own questions read, by its id. */
  readonly facts: ReadonlyMap<string, readonly string[]>;
  /** The kernel with a clause for each question that stands in no clause. */
  readonly asked: Kernel;
  /** The ids of the groups over a clause or a question that stands in none, by its id. */
  readonly groupsOver: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A clause that groups no others, or a question that stands beside such in a group; its id is one of a `Decided`'s statuses. */
export interface OwnPart {
  readonly id: string;
  readonly expression: Expression;
}

/** A case and what the interpreter makes of it. */
export interface Decided {
  readonly record: CaseRecord;
  readonly outcome: Outcome;
  readonly layer: Layer;
  /** Of clauses, and of questions in none by `leafId`. */
  readonly statuses: ReadonlyMap<string, Verdict>;
}

/** Takes a policy apart. */
export function decisionOf(kernel: Kernel): Decision {
  const rank = new Map(kernel.printed.map((id, place) => [id, place]));
  const bottom = [...bottomClauses(kernel)].sort(
    (first, second) => (rank.get(first.id) ?? 0) - (rank.get(second.id) ?? 0),
  );
  const covered = coverage(kernel);
  const groups = kernel.clauses.filter(({ expression }) => refersToAny(expression));
  const isGroup = new Set(groups);
  const parts = [covered, ...(kernel.dosing === undefined ? [] : [kernel.dosing])];
  const loose = [...parts, ...groups.map(({ expression }) => expression)].flatMap((part) => leavesOf(part));
  return {
    kernel,
    bottom,
    groups,
    groupsOver: groupsOver(groups),
    own: new Map(
      bottom.map((clause) => [
        clause.id,
        isGroup.has(clause)
          ? leavesOf(clause.expression).map((leaf) => ({ id: leafId(leaf), expression: leaf }))
          : [{ id: clause.id, expression: clause.expression }],
      ]),
    ),
    covered,
    facts: new Map(bottom.map(({ id, expression }) => [id, factsOf(expression)])),
    asked: {
      ...kernel,
      clauses: [...kernel.clauses, ...new Map(loose.map((leaf) => [leafId(leaf), clauseFor(leaf)])).values()],
    },
  };
}

/** What the interpreter makes of a case. */
export function decide({ asked }: Decision, record: CaseRecord): Decided {
  const { outcome, layer, clauses } = meaningOf(asked, record);
  return { record, outcome, layer, statuses: clauses };
}

/** The outcome where some clauses stand otherwise than a case has them; the case's own where none does. */
export function outcomeWith(
  decision: Decision,
  decided: Decided,
  otherwise: ReadonlyMap<string, Verdict>,
): Outcome {
  return resultWith(decision, decided, otherwise).outcome;
}

/** The same, and how the groups stand over what stands otherwise. */
export function resultWith(
  { kernel, groups, groupsOver, covered }: Decision,
  { statuses }: Pick<Decided, 'statuses'>,
  otherwise: ReadonlyMap<string, Verdict>,
): { readonly outcome: Outcome; readonly groups: ReadonlyMap<string, Verdict> } {
  const known = new Map<string, Verdict>();
  const value = (part: Expression): Verdict =>
    evaluate(
      truths,
      part,
      (id) => otherwise.get(id) ?? known.get(id) ?? statuses.get(id) ?? truths.unknown,
      (leaf) => otherwise.get(leafId(leaf)) ?? statuses.get(leafId(leaf)) ?? truths.unknown,
    );
  const over = new Set([...otherwise.keys()].flatMap((id) => [...(groupsOver.get(id) ?? [])]));
  for (const { id, expression } of groups) if (over.has(id)) known.set(id, value(expression));
  const conclude = (outcome: Outcome) => ({ outcome, groups: known });
  const isCovered = value(covered).truth;
  if (isCovered !== 'met') return conclude(isCovered === 'unknown' ? 'pended' : 'denied');
  const dosing = kernel.dosing === undefined ? 'met' : value(kernel.dosing).truth;
  return conclude(dosing === 'unknown' ? 'pended' : dosing === 'met' ? 'approved' : 'modified');
}

/** The outcome where one clause stands the other way; none where it is the same, or left open. */
export function flippedOutcome(decision: Decision, decided: Decided, clause: string): Outcome | undefined {
  const status = decided.statuses.get(clause)?.truth ?? 'unknown';
  if (status === 'unknown' || decided.layer !== 'policy' || !isSettled(decided.outcome)) return undefined;
  const other = outcomeWith(decision, decided, new Map([[clause, opposite(status)]]));
  return other === decided.outcome || !isSettled(other) ? undefined : other;
}

/** Whether nothing is missing for an outcome. */
export function isSettled(outcome: Outcome): boolean {
  return outcome === 'approved' || outcome === 'modified' || outcome === 'denied';
}

/** The clauses in whose statuses two cases differ, not counting what follows for a group from the clauses in it. */
export function differences({ bottom, own }: Decision, first: Decided, second: Decided): readonly string[] {
  const differs = ({ id }: { readonly id: string }) =>
    first.statuses.get(id)?.truth !== second.statuses.get(id)?.truth;
  return bottom.flatMap((clause) =>
    differs(clause) && (own.get(clause.id) ?? []).some(differs) ? clause.id : [],
  );
}

/** Where each outcome of the policy is reached, as logic. */
export interface OutcomeTerms {
  readonly approved: Term;
  readonly modified: Term;
  readonly denied: Term;
}

/** The same as `outcomeWith`, for every case of a world at once; what stands otherwise is a clause or a question of a group's. */
export function outcomeTerms(
  { kernel, groups, covered }: Decision,
  logic: Pick<PolicyLogic, 'clauses' | 'verdictOf'>,
  otherwise: ReadonlyMap<string, verdicts.Verdict>,
): OutcomeTerms {
  const known = new Map<string, verdicts.Verdict>();
  const changed = new Set(otherwise.keys());
  const value = (part: Expression): verdicts.Verdict =>
    idsIn(part).some((id) => changed.has(id))
      ? evaluate(
          verdicts,
          part,
          (id) => otherwise.get(id) ?? known.get(id) ?? logic.clauses.get(id) ?? verdicts.unknown,
          (leaf) => otherwise.get(leafId(leaf)) ?? logic.verdictOf(leaf),
          value,
        )
      : logic.verdictOf(part);
  for (const { id, expression } of groups) {
    if (!idsIn(expression).some((each) => changed.has(each))) continue;
    known.set(id, value(expression));
    changed.add(id);
  }
  const isCovered = value(covered);
  const dosing = kernel.dosing === undefined ? verdicts.met : value(kernel.dosing);
  return {
    approved: and(isCovered.met, dosing.met),
    modified: and(isCovered.met, dosing.notMet),
    denied: isCovered.notMet,
  };
}

/** Both are settled, and they are not one. */
export function outcomesDiffer(first: OutcomeTerms, second: OutcomeTerms): Term {
  const differs = (one: Term, ...others: readonly Term[]) => and(one, or(...others));
  return or(
    differs(first.approved, second.modified, second.denied),
    differs(first.modified, second.approved, second.denied),
    differs(first.denied, second.approved, second.modified),
  );
}

export function opposite(status: Truth): Verdict {
  return status === 'met' ? truths.notMet : truths.met;
}

/** The groups over each thing that stands in one, or in one that stands in it; the groups come after what they refer to. */
function groupsOver(groups: readonly Clause[]): ReadonlyMap<string, ReadonlySet<string>> {
  const over = new Map<string, Set<string>>();
  for (const { id, expression } of groups.toReversed())
    for (const inside of idsIn(expression))
      over.set(inside, new Set([...(over.get(inside) ?? []), id, ...(over.get(id) ?? [])]));
  return over;
}

/** The clauses that an expression refers to and the questions that it puts, by their ids. */
function idsIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return expression.of.flatMap(idsIn);
    case 'not':
      return idsIn(expression.of);
    case 'clause':
      return [expression.id];
    default:
      return [leafId(expression)];
  }
}

function leafId(leaf: Leaf): string {
  return `question ${JSON.stringify(leaf)}`;
}

function clauseFor(leaf: Leaf): Clause {
  return { id: leafId(leaf), number: '', text: '', section: 'medicalNecessity', expression: leaf };
}

/** Kleene's connectives, over truths or over terms. */
interface Connectives<V> {
  readonly least: (parts: readonly V[]) => V;
  readonly greatest: (parts: readonly V[]) => V;
  readonly atLeast: (count: number, parts: readonly V[]) => V;
  readonly negate: (part: V) => V;
}

function evaluate<V>(
  connectives: Connectives<V>,
  expression: Expression,
  clause: (id: string) => V,
  answer: (leaf: Leaf) => V,
  inner?: (part: Expression) => V,
): V {
  const value = inner ?? ((part: Expression): V => evaluate(connectives, part, clause, answer));
  switch (expression.kind) {
    case 'all':
      return connectives.least(expression.of.map(value));
    case 'any':
      return connectives.greatest(expression.of.map(value));
    case 'atLeast':
      return connectives.atLeast(expression.count, expression.of.map(value));
    case 'not':
      return connectives.negate(value(expression.of));
    case 'clause':
      return clause(expression.id);
    default:
      return answer(expression);
  }
}

/** Whether an expression refers to any clause. */
export function refersToAny(expression: Expression): boolean {
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return expression.of.some(refersToAny);
    case 'not':
      return refersToAny(expression.of);
    default:
      return expression.kind === 'clause';
  }
}
