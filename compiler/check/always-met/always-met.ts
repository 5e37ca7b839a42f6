import { expressionsById } from '../../../dsl/kernel/facts.ts';
import type { Analysis, Finding } from '../analysis.ts';
import { clausesIn, conditionsOf } from '../analysis/conditions.ts';
import { referencesIn } from '../analysis/read-facts.ts';
import { acceptance, found, undecided } from '../analysis/report.ts';

const check = 'always-met';

/** Each criterion can fail: one that can't decides nothing but to ask for its facts. */
export const alwaysMet: Analysis = {
  name: check,
  rule: async (subject) => {
    const { kernel, places, asking, words } = subject;
    const byId = expressionsById(kernel);
    const findings: Finding[] = [];
    const open: string[] = [];
    const told = new Set<string>();
    for (const { clause } of places.values()) {
      const { id, expression } = clause;
      const reference = { kind: 'clause', id } as const;
      const failing = conditionsOf(reference, 'not-met', byId);
      const fails = await asking.canBe(failing, failing);
      if (fails.status === 'possible') continue;
      if (fails.status === 'undecided') {
        open.push(id);
        continue;
      }
      const meeting = [{ on: 'expression', expression: reference, is: 'met' }] as const;
      const met = await asking.canBe(meeting, meeting);
      // What is never met either is told as what nothing settles.
      if (met.status === 'impossible') continue;
      const parts = clausesIn(fails.because);
      const isTold =
        parts.some((part) => told.has(part)) || referencesIn(expression).some((part) => told.has(part));
      told.add(id);
      if (isTold) continue;
      const others = parts.filter((part) => part !== id);
      findings.push(
        found(check, {
          code: 'TRI421',
          severity: 'warning',
          clauses: [id, ...others],
          never: fails.because,
          message: `${words.named(id)} can never fail.`,
          remedy: `Leave it out, or ask for what it was meant to; ${acceptance(check, id)}.`,
          proof:
            others.length === 0
              ? `${words.asked([id])}. Whatever is on file, it is met or waits for a fact, and no fact makes it fail.`
              : `${words.asked(others)}. Once the facts are there, one of ${words.list(others)} holds in every case.`,
        }),
      );
    }
    return [...findings, ...undecided(check, 'TRI421', open, 'whether these can fail', subject)];
  },
};
