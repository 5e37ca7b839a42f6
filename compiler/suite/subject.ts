import { addMonths } from '../../dsl/kernel/calendar.ts';
import type { CaseRecord } from '../../dsl/kernel/case.ts';
import { saidBut } from '../logic/facts-of-world.ts';
import type { Inquiry, Reply } from '../logic/inquiry.ts';
import type { PolicyLogic } from '../logic/meaning.ts';
import { and, type Term } from '../logic/term.ts';
import { isServedOn, isWhole } from './complete.ts';
import { decide, type Decided, type Decision, type OutcomeTerms } from './decision.ts';
import { simplified } from './simplify.ts';

/** A policy as what the solver is asked about complete cases of it, in one piece or in parts. */
export interface Subject {
  readonly logic: Pick<PolicyLogic, 'clauses' | 'verdictOf'>;
  readonly outcomes: Pick<OutcomeTerms, 'approved' | 'modified'>;
  /** What holds of complete cases in scope. */
  readonly always: Term;
  /** What is so of most requests, though it need not be. */
  readonly usual: readonly Term[];
  /** All that a case says but for some facts; nothing where that can't be told of a case of any length. */
  readonly saidBut: (record: CaseRecord, facts: readonly string[]) => Term | undefined;
  readonly ask: (assumptions: readonly Term[]) => Promise<Reply>;
  /**
   * Places of assumptions that exclude each other; none where it is not known that they do. `consistent` says of the statuses in
   * them that none is met and not met: without it there are more of them, though they exclude each other as well.
   */
  readonly excluding: (
    assumptions: readonly Term[],
    consistent: readonly Term[],
  ) => Promise<readonly number[] | undefined>;
  /** A case that was answered, as plain as it can be. */
  readonly plain: (record: CaseRecord) => Decided;
  readonly close: () => void;
}

/** The day on which most made-up requests are served. */
export function usualDay({ kernel }: Decision): string {
  return addMonths(kernel.effective, 3);
}

/** A policy in one piece: every question is one about all of its facts. */
export function inOnePiece(decision: Decision, inquiry: Inquiry): Subject {
  const { world, ask, close } = inquiry;
  const [logic] = inquiry.policies;
  if (logic === undefined) throw new Error('There is no policy to ask about.');
  return {
    logic,
    outcomes: logic.outcomes,
    always: and(isWhole(world), logic.scope.met),
    usual: [isServedOn(world, usualDay(decision)), world.request.kind.isOneOf(['initial'])],
    saidBut: (record, facts) => saidBut(world, record, facts),
    ask,
    excluding: async (assumptions) => {
      const reply = await ask(assumptions);
      return reply.status === 'impossible' ? reply.because : undefined;
    },
    plain: (record) => simplified(decision, decide(decision, record)),
    close,
  };
}

/** The same, but once a question was left undecided, nothing more is answered: the others of a hard policy would not be either. */
export function untilUndecided(subject: Subject): Subject {
  let isOver = false;
  return {
    ...subject,
    ask: async (assumptions) => {
      const reply: Reply = isOver ? { status: 'undecided' } : await subject.ask(assumptions);
      isOver = reply.status === 'undecided';
      return reply;
    },
  };
}
