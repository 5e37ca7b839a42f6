import type { Analysis, Finding } from '../analysis.ts';
import { conditionsOf } from '../analysis/conditions.ts';
import { referencesIn } from '../analysis/read-facts.ts';
import { acceptance, found, undecided } from '../analysis/report.ts';
import { expressionsById } from '../../../dsl/kernel/facts.ts';

const check = 'unsettled';

/** Some evidence settles each criterion: it can be met, or not met. */
export const unsettled: Analysis = {
  name: check,
  rule: async (subject) => {
    const { kernel, places, asking, words } = subject;
    const byId = expressionsById(kernel);
    const findings: Finding[] = [];
    const open: string[] = [];
    const told = new Set<string>();
    for (const { clause } of places.values()) {
      const reference = { kind: 'clause', id: clause.id } as const;
      const met = await asking.canBe(conditionsOf(reference, 'met', byId));
      if (met.status === 'possible') continue;
      const notMet = await asking.canBe([{ on: 'expression', expression: reference, is: 'not-met' }]);
      if (notMet.status === 'possible') continue;
      if (met.status === 'undecided' || notMet.status === 'undecided') {
        open.push(clause.id);
        continue;
      }
      const hasTold = referencesIn(clause.expression).some((part) => told.has(part));
      told.add(clause.id);
      if (hasTold) continue;
      findings.push(
        found(check, {
          code: 'TRI422',
          severity: 'error',
          clauses: [clause.id],
          message: `Nothing settles ${words.named(clause.id)}: whatever is on file, it is neither met nor not met.`,
          remedy: `Ask for what a record can show; ${acceptance(check, clause.id)}.`,
          proof: `${words.asked([clause.id])}. Of all cases there is none that meets it, and none that fails it.`,
        }),
      );
    }
    return [...findings, ...undecided(check, 'TRI422', open, 'whether anything settles these', subject)];
  },
};
