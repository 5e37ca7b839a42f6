import { stepsPerMillisecond } from '../logic/solver.ts';
import type { Questions } from './questions.ts';

/** How long the solver may take for one question, and for one of a clause that this did not settle. */
const milliseconds = 2000;
const patientMilliseconds = 8000;
/** How many steps it may take for the latter of one policy: about two and a half minutes. */
const patienceAtMost = 150_000 * stepsPerMillisecond;

/** Questions about a policy, in sessions one after the other: the solver gives up on one in which it left several open. */
export interface PatientQuestions {
  /** Those that go on where the last ones ended. */
  readonly current: () => Questions;
  /** Those of a new session, in which each question may take longer. */
  readonly renewed: () => Questions;
  /** Whether there is patience left for new sessions. */
  readonly isPatient: () => boolean;
  /** Leaves it at short questions: what patience did not settle once, it would not settle elsewhere in the same policy. */
  readonly losePatience: () => void;
  readonly close: () => void;
}

/** Opens a policy to questions; `open` begins a session in which each may take so many milliseconds. */
export function patientQuestions(open: (milliseconds: number) => Questions): PatientQuestions {
  let questions = open(milliseconds);
  let isRenewed = false;
  let left = patienceAtMost;
  const replace = (limit: number) => {
    if (isRenewed) left -= questions.spent();
    questions.close();
    questions = open(limit);
    isRenewed = limit === patientMilliseconds;
    return questions;
  };
  return {
    current: () => (isRenewed && questions.spent() > left ? replace(milliseconds) : questions),
    renewed: () => replace(patientMilliseconds),
    isPatient: () => left > (isRenewed ? questions.spent() : 0),
    losePatience: () => {
      left = 0;
    },
    close: () => questions.close(),
  };
}
