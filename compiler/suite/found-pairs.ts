import type { Clause } from '../../dsl/kernel/kernel.ts';
import { decideAnew } from './decide-anew.ts';
import { flippedOutcome, type Decided, type Decision } from './decision.ts';
import { pairKind, partnerByAlternatives, type Partner } from './pairs.ts';
import type { BaseWish, Questions } from './questions.ts';
import { inOrder, withFacts } from './record-facts.ts';
import { simplified } from './simplify.ts';
import type { NotIndependent } from './suite.ts';

/** How many cases that are there already are tried as one side of a pair. */
const triedCases = 3;

/** A pair of cases that shows a clause. */
interface FoundPair {
  readonly clause: Clause;
  readonly kind: 'unique' | 'masking';
  readonly met: Decided;
  readonly notMet: Decided;
}

/** The pairs of a policy's clauses and the cases of which they are made. */
export interface FoundPairs {
  readonly cases: readonly Decided[];
  readonly pairs: readonly FoundPair[];
  readonly notIndependent: readonly NotIndependent[];
  /** For whose pair each case was made, and the case that it differs from. */
  readonly origins: ReadonlyMap<Decided, { readonly clause: Clause; readonly from?: Decided }>;
}

/** Ways to open a policy to questions. */
export interface Ways {
  /** Used until it leaves a clause undecided. */
  readonly first: () => Questions;
  /** Used from then on: each for what those before it leave undecided. */
  readonly further: readonly (() => Questions)[];
}

/** Goes through the clauses: those that a case at hand can show come first, and a new case is asked for the others. */
export async function foundPairs(decision: Decision, ways: Ways): Promise<FoundPairs> {
  const opened: Questions[] = [];
  const once = (open: () => Questions) => {
    let questions: Questions | undefined;
    return () => {
      if (questions === undefined) opened.push((questions = open()));
      return questions;
    };
  };
  const [first, ...further] = [once(ways.first), ...ways.further.map(once)];
  let current = first;
  const cases: Decided[] = [];
  const pairs: FoundPair[] = [];
  const notIndependent: NotIndependent[] = [];
  const origins = new Map<Decided, { readonly clause: Clause; readonly from?: Decided }>();
  const open = new Set(decision.bottom);

  const keep = (clause: Clause, base: Decided, { decided, kind }: Partner) => {
    if (!cases.includes(base)) {
      cases.push(base);
      origins.set(base, { clause });
    }
    if (!cases.includes(decided)) {
      cases.push(decided);
      origins.set(decided, { clause, from: base });
    }
    const isMet = base.statuses.get(clause.id)?.truth === 'met';
    pairs.push({ clause, kind, met: isMet ? base : decided, notMet: isMet ? decided : base });
    open.delete(clause);
  };

  // Of the cases at hand those that a clause decides; each is looked at once.
  const looked = new Map<Clause, { count: number; readonly fitting: Decided[] }>();
  const fittingOf = (clause: Clause): readonly Decided[] => {
    const before = looked.get(clause) ?? { count: 0, fitting: [] };
    looked.set(clause, before);
    for (; before.count < cases.length; before.count += 1) {
      const each = cases[before.count];
      if (each !== undefined && flippedOutcome(decision, each, clause.id) !== undefined)
        before.fitting.push(each);
    }
    return before.fitting;
  };

  const fromCases = async (clause: Clause): Promise<void> => {
    const fitting = fittingOf(clause);
    const partners = fitting.slice(0, triedCases).flatMap((base) => {
      const partner =
        partnerAmong(decision, cases, base, clause) ?? partnerByAlternatives(decision, base, clause);
      return partner === undefined ? [] : [{ base, partner }];
    });
    const best = partners.find(({ partner }) => partner.kind === 'unique') ?? partners[0];
    if (best?.partner.kind === 'unique') {
      keep(clause, best.base, best.partner);
      return;
    }
    const [base] = fitting;
    if (base === undefined) return;
    const asked = best ?? (await askedPartner(decision, current(), base, clause));
    if (asked !== undefined) keep(clause, best?.base ?? base, 'partner' in asked ? asked.partner : asked);
  };

  const fromCasesAtHand = async () => {
    for (let count = -1; count !== pairs.length;) {
      count = pairs.length;
      for (const clause of [...open]) if (!hopeless.has(clause)) await tryClause(clause);
    }
  };
  // A clause is tried again only where there are cases that were not there before.
  const triedWith = new Map<Clause, number>();
  const hopeless = new Set<Clause>();
  const tryClause = async (clause: Clause) => {
    const fitting = fittingOf(clause).length;
    if (fitting === 0 || triedWith.get(clause) === Math.min(fitting, triedCases)) return;
    triedWith.set(clause, Math.min(fitting, triedCases));
    await fromCases(clause);
  };

  const fromNewCaseByAny = async (clause: Clause): Promise<NotIndependent | undefined> => {
    let reason: NotIndependent | undefined;
    for (const questions of current === first ? [first, ...further] : further) {
      // What the first way left undecided once, it would in other clauses too.
      if (current === first) current = questions;
      reason = await fromNewCase(decision, questions(), clause, keep);
      if (reason?.status !== 'undecided') return reason;
    }
    return reason;
  };

  for (;;) {
    await fromCasesAtHand();
    const clause = decision.bottom.find((each) => open.has(each) && !hopeless.has(each));
    if (clause === undefined) break;
    const reason = await fromNewCaseByAny(clause);
    if (reason === undefined) continue;
    hopeless.add(clause);
    notIndependent.push(reason);
  }
  for (const questions of opened) questions.close();
  const rank = new Map(decision.bottom.map(({ id }, place) => [id, place]));
  const inPrint = (first: string, second: string) => (rank.get(first) ?? 0) - (rank.get(second) ?? 0);
  return {
    cases,
    pairs: pairs.toSorted((first, second) => inPrint(first.clause.id, second.clause.id)),
    notIndependent: notIndependent.toSorted((first, second) => inPrint(first.clause, second.clause)),
    origins,
  };
}

/** The cases that a pair of a clause is looked for from, in the order in which they are tried. */
const baseWishes: readonly BaseWish[] = [
  {},
  { isMet: true },
  { isMet: false },
  { isMet: true, isModified: true },
];

/** A pair from a case that was made for it; or why there is none. */
async function fromNewCase(
  decision: Decision,
  questions: Questions,
  clause: Clause,
  keep: (clause: Clause, base: Decided, partner: Partner) => void,
): Promise<NotIndependent | undefined> {
  const why = (
    status: NotIndependent['status'],
    text: string,
    by: readonly string[] = [],
  ): NotIndependent => ({
    clause: clause.id,
    number: clause.number,
    status,
    why: text,
    by,
  });
  let masked: { readonly base: Decided; readonly partner: Partner } | undefined;
  for (const wish of baseWishes) {
    const found = await questions.base(clause, wish);
    const { isMet, isModified } = wish;
    if (found === 'undecided' || (found === 'none' && isModified)) continue;
    if (found === 'none') {
      const by = await questions.settledBy(clause, isMet);
      const stands = isMet === undefined ? '' : isMet ? ' where it is met' : ' where it is not met';
      return by === undefined
        ? why('undecided', `No case was found in which it decides the outcome${stands}.`)
        : why('proved', settledText(decision, by, stands), by);
    }
    if (flippedOutcome(decision, found, clause.id) === undefined) continue;
    const partner =
      partnerByAlternatives(decision, found, clause) ??
      (await askedPartner(decision, questions, found, clause));
    if (partner?.kind === 'unique') {
      keep(clause, found, partner);
      return undefined;
    }
    if (partner !== undefined) masked ??= { base: found, partner };
  }
  if (masked !== undefined) {
    keep(clause, masked.base, masked.partner);
    return undefined;
  }
  return why('undecided', 'It decides in some cases, but none of them was found to have another beside it.');
}

function settledText({ kernel }: Decision, by: readonly string[], stands: string): string {
  const numbers = by.map((id) => kernel.clauses.find((clause) => clause.id === id)?.number ?? id);
  if (numbers.length === 0) return `The outcome never turns on it${stands}, whatever the other clauses say.`;
  return `In every complete case${stands}, ${numbers.join(', ')} ${numbers.length === 1 ? 'settles' : 'settle'} the outcome, whatever it says.`;
}

/** A case at hand that forms a pair with another. */
function partnerAmong(
  decision: Decision,
  cases: readonly Decided[],
  base: Decided,
  clause: Clause,
): Partner | undefined {
  const partners = cases.flatMap((decided) => {
    const kind = decided === base ? undefined : pairKind(decision, base, decided, clause.id);
    return kind === undefined ? [] : [{ decided, kind }];
  });
  return partners.find(({ kind }) => kind === 'unique');
}

/** A partner that the solver finds; where there is one, by no other clause's change. */
async function askedPartner(
  decision: Decision,
  questions: Questions,
  base: Decided,
  clause: Clause,
): Promise<Partner | undefined> {
  let masking: Partner | undefined;
  for (const only of ['masking', 'unique'] as const) {
    const found = await questions.partner(base, clause, only);
    if (typeof found === 'string') return masking;
    const facts = decision.facts.get(clause.id) ?? [];
    const record = inOrder(withFacts(base.record, facts, found.record));
    const decided = simplified(decision, decideAnew(decision, base, record, facts), facts);
    const kind = pairKind(decision, base, decided, clause.id);
    if (kind === 'unique') return { decided, kind };
    if (kind === 'masking') masking = { decided, kind };
  }
  return masking;
}
