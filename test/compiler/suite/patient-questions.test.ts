import { describe, expect, it } from 'vitest';
import { stepsPerMillisecond } from '../../../compiler/logic/solver.ts';
import { patientQuestions } from '../../../compiler/suite/patient-questions.ts';
import type { Questions } from '../../../compiler/suite/questions.ts';

/** Sessions that are asked nothing, and have taken as many milliseconds' steps as a test says. */
function sessions() {
  const opened: { readonly milliseconds: number; spent: number; isOpen: boolean }[] = [];
  const open = (milliseconds: number): Questions => {
    const session = { milliseconds, spent: 0, isOpen: true };
    opened.push(session);
    return {
      base: async () => 'undecided',
      partner: async () => 'undecided',
      settledBy: async () => undefined,
      spent: () => session.spent * stepsPerMillisecond,
      close: () => {
        session.isOpen = false;
      },
    };
  };
  const spend = (milliseconds: number) => {
    const last = opened.at(-1);
    if (last !== undefined) last.spent += milliseconds;
  };
  return { opened, open, spend };
}

describe('questions with patience', () => {
  it('go on in one session, and in a new one with more time a question once they are renewed', () => {
    const { opened, open } = sessions();
    const questions = patientQuestions(open);
    expect(questions.current()).toBe(questions.current());
    const renewed = questions.renewed();
    expect(questions.current()).toBe(renewed);
    expect(opened.map(({ milliseconds }) => milliseconds)).toEqual([2000, 8000]);
    expect(opened.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    questions.close();
    expect(opened.some(({ isOpen }) => isOpen)).toBe(false);
  });

  it('end their patience where their renewed sessions have taken so much together', () => {
    const { opened, open, spend } = sessions();
    const questions = patientQuestions(open);
    // What is asked briefly counts nothing.
    spend(1_000_000);
    questions.renewed();
    spend(100_000);
    expect(questions.isPatient()).toBe(true);
    questions.renewed();
    spend(50_001);
    expect(questions.isPatient()).toBe(false);
    questions.current();
    expect(opened.map(({ milliseconds }) => milliseconds)).toEqual([2000, 8000, 8000, 2000]);
    expect(questions.isPatient()).toBe(false);
  });

  it('are short again when patience is lost', () => {
    const { opened, open, spend } = sessions();
    const questions = patientQuestions(open);
    questions.renewed();
    spend(1);
    questions.losePatience();
    expect(questions.isPatient()).toBe(false);
    questions.current();
    expect(opened.map(({ milliseconds }) => milliseconds)).toEqual([2000, 8000, 2000]);
  });
});
