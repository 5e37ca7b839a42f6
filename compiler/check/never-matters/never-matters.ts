import { bottomClauses, factsOf } from '../../../dsl/kernel/facts.ts';
import type { Analysis, Finding } from '../analysis.ts';
import { acceptance, found, undecided } from '../analysis/report.ts';
import { matters } from './matters.ts';

const check = 'never-matters';

/** Every fact that is asked for can change some outcome. */
export const neverMatters: Analysis = {
  name: check,
  rule: async (subject) => {
    const { kernel, words } = subject;
    const asks = bottomClauses(kernel).map(({ id, expression }) => ({ id, facts: factsOf(expression) }));
    const findings: Finding[] = [];
    const open: string[] = [];
    for (const fact of new Set(asks.flatMap(({ facts }) => facts))) {
      const clauses = asks.filter(({ facts }) => facts.includes(fact)).map(({ id }) => id);
      const answer = await matters(fact, clauses, subject);
      if (answer === 'undecided') open.push(...clauses);
      if (answer !== 'never') continue;
      findings.push(
        found(check, {
          code: 'TRI433',
          severity: 'warning',
          clauses,
          message: `${words.list(clauses)} ${clauses.length === 1 ? 'asks' : 'ask'} for ${fact}, and it never matters.`,
          remedy: `Leave it out, or let it decide something; ${acceptance(check, clauses[0] ?? '')}.`,
          proof: `${words.asked(clauses)}. Whatever ${fact} is, and whether it is known, the outcome of every case stays the same.`,
        }),
      );
    }
    return [...findings, ...undecided(check, 'TRI433', open, 'whether what these ask for matters', subject)];
  },
};
