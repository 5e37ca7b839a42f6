import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Clause } from '../../dsl/kernel/kernel.ts';
import { and, equal, not, or, truth, variable, type Term } from '../logic/term.ts';
import * as verdicts from '../logic/verdict.ts';
import type { Verdict } from '../logic/verdict.ts';
import { outcomesDiffer, outcomeTerms, type Decided, type Decision, type OwnPart } from './decision.ts';
import type { Subject } from './subject.ts';

/** What the solver is asked about a policy's clauses. */
export interface Questions {
  /** A complete case in which the status of a clause decides the outcome, and the clause and the outcome stand as wished. */
  readonly base: (clause: Clause, wish: BaseWish) => Promise<Decided | 'none' | 'undecided'>;
  /** A case that differs from another in a clause's facts, and forms a pair with it. */
  readonly partner: (decided: Decided, clause: Clause, only: 'unique' | 'masking') => Promise<Found>;
  /** The clauses that settle the outcome whatever one says, where they always do. */
  readonly settledBy: (clause: Clause, isMet?: boolean) => Promise<readonly string[] | undefined>;
  /** Frees what the solver holds of it; nothing is asked after that. */
  readonly close: () => void;
}

/** How a case for a clause is to be; what is left out may stand either way. */
export interface BaseWish {
  readonly isMet?: boolean;
  /** Approved with another dose: then no fact of the clause's can turn the dose as well. */
  readonly isModified?: boolean;
}

export type Found = { readonly record: CaseRecord } | 'none' | 'undecided';

/** The questions about the clauses of a policy. */
export function questionsFor(decision: Decision, subject: Subject): Questions {
  const { logic, always, ask, close } = subject;
  const verdictOf = (id: string): Verdict => logic.clauses.get(id) ?? verdicts.unknown;
  const ownOf = ({ id }: Clause): readonly OwnPart[] => decision.own.get(id) ?? [];
  const verdictOfPart = ({ expression }: OwnPart): Verdict => logic.verdictOf(expression);
  const isSettled = (id: string) => or(verdictOf(id).met, verdictOf(id).notMet);
  const stands = (id: string, isMet: boolean | undefined) =>
    isMet === undefined ? isSettled(id) : isMet ? verdictOf(id).met : verdictOf(id).notMet;
  const likely = [
    ...subject.usual,
    subject.outcomes.approved,
    and(...decision.bottom.map(({ id }) => isSettled(id))),
  ];

  const base = async ({ id }: Clause, { isMet, isModified = false }: BaseWish) => {
    const modified = isModified ? [subject.outcomes.modified] : [];
    const wanted = [always, stands(id, isMet), flips(decision, subject, id), ...modified];
    let wishes: readonly Term[] = likely;
    for (;;) {
      const reply = await ask([...wanted, ...wishes]);
      if (reply.status === 'possible') return subject.plain(reply.record);
      if (wishes.length === 0) return reply.status === 'impossible' ? 'none' : 'undecided';
      // Of the wishes that can't be had, the last goes.
      const because = reply.status === 'impossible' ? reply.because : [];
      const given = because.filter((place) => place >= wanted.length).map((place) => place - wanted.length);
      if (reply.status === 'impossible' && given.length === 0) return 'none';
      const dropped = given.at(-1) ?? wishes.length - 1;
      wishes = wishes.filter((_, place) => place !== dropped);
    }
  };

  const partner = async (decided: Decided, { id }: Clause, only: 'unique' | 'masking'): Promise<Found> => {
    const status = decided.statuses.get(id)?.truth;
    const fixed = subject.saidBut(decided.record, decision.facts.get(id) ?? []);
    if (fixed === undefined || status === undefined || status === 'unknown') return 'undecided';
    const now = outcomeTerms(decision, logic, new Map());
    const before = outcomeTerms(
      decision,
      logic,
      new Map([[id, status === 'met' ? verdicts.met : verdicts.notMet]]),
    );
    const own = decided.outcome;
    if (own !== 'approved' && own !== 'modified' && own !== 'denied') return 'none';
    const others = decision.bottom.filter((clause) => clause.id !== id);
    const reply = await ask([
      fixed,
      always,
      status === 'met' ? verdictOf(id).notMet : verdictOf(id).met,
      and(or(now.approved, now.modified, now.denied), not(now[own]), before[own]),
      ...(only === 'masking'
        ? []
        : [
            and(
              ...others.map((clause) =>
                or(
                  asBefore(verdictOf(clause.id), decided, clause.id),
                  and(...ownOf(clause).map((part) => asBefore(verdictOfPart(part), decided, part.id))),
                ),
              ),
            ),
          ]),
    ]);
    if (reply.status === 'possible') return { record: reply.record };
    return reply.status === 'impossible' ? 'none' : 'undecided';
  };

  const settledBy = async (clause: Clause, isMet?: boolean) => {
    const free = new Map(
      decision.bottom.flatMap(ownOf).map(({ id }) => [
        id,
        {
          met: variable(`status of ${id}: met`, 'truth'),
          notMet: variable(`status of ${id}: not met`, 'truth'),
          review: truth(false),
        },
      ]),
    );
    const others = decision.bottom.filter(({ id }) => id !== clause.id);
    const stand = (isSo: Verdict) => outcomeTerms(decision, logic, new Map([...free, [clause.id, isSo]]));
    const consistent = [...free.values()].map(({ met, notMet }) => not(and(met, notMet)));
    const assumptions = [
      and(always, stands(clause.id, isMet)),
      outcomesDiffer(stand(verdicts.met), stand(verdicts.notMet)),
      ...others.map((other) =>
        and(
          ...ownOf(other).map((part) => {
            const [one, own] = [free.get(part.id) ?? verdicts.unknown, verdictOfPart(part)];
            return and(equal(one.met, own.met), equal(one.notMet, own.notMet));
          }),
        ),
      ),
    ];
    const because = await subject.excluding(assumptions, consistent);
    return because?.flatMap((place) => (place < 2 ? [] : (others[place - 2]?.id ?? [])));
  };

  return { base, partner, settledBy, close };
}

/** Where the outcome turns with a clause's status, whatever that is. */
function flips(decision: Decision, { logic }: Subject, clause: string): Term {
  return outcomesDiffer(
    outcomeTerms(decision, logic, new Map([[clause, verdicts.met]])),
    outcomeTerms(decision, logic, new Map([[clause, verdicts.notMet]])),
  );
}

function asBefore({ met, notMet }: Verdict, { statuses }: Decided, id: string): Term {
  switch (statuses.get(id)?.truth) {
    case 'met':
      return met;
    case 'not-met':
      return notMet;
    default:
      return and(not(met), not(notMet));
  }
}
