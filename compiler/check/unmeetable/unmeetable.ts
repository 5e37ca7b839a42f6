import { expressionsById } from '../../../dsl/kernel/facts.ts';
import type { Analysis, Finding, Subject } from '../analysis.ts';
import { clausesIn, conditionsOf, includes, type Condition } from '../analysis/conditions.ts';
import { acceptance, found, undecided } from '../analysis/report.ts';
import type { Place } from '../analysis/structure.ts';

const check = 'unmeetable';

/** Each criterion can be met, and where it stands: beside the others that are asked for with it. */
export const unmeetable: Analysis = {
  name: check,
  rule: async (subject) => {
    const causes: (readonly string[])[] = [];
    const open: string[] = [];
    const findings: Finding[] = [];
    for (const place of subject.places.values()) {
      const why = await reasonAgainst(place, subject);
      if (why === 'undecided') open.push(place.clause.id);
      if (why === undefined || why === 'undecided') continue;
      // A group falls with its parts: it is told at the first clause that has the same causes.
      if (causes.some((before) => before.every((id) => why.clauses.includes(id)))) continue;
      if (isSpentGroup(place, causes)) continue;
      causes.push(why.clauses);
      if (!(await isSettled(place, subject))) continue;
      findings.push(finding(place, why, subject));
    }
    return [...findings, ...undecided(check, 'TRI420', open, 'whether these can be met', subject)];
  },
};

interface Reason {
  /** Itself first. */
  readonly clauses: readonly string[];
  readonly never: readonly Condition[];
}

/** Why a criterion can't be met; none where it can. */
async function reasonAgainst(
  { clause, beside }: Place,
  { kernel, asking }: Subject,
): Promise<Reason | 'undecided' | undefined> {
  const own = conditionsOf({ kind: 'clause', id: clause.id }, 'met', expressionsById(kernel));
  const inPlace = await asking.canBe([...own, ...beside], own);
  if (inPlace.status === 'possible') return undefined;
  const alone = await asking.canBe(own);
  const answer = alone.status === 'impossible' ? alone : inPlace;
  if (answer.status !== 'impossible') return 'undecided';
  // Where what is beside it can't hold in the first place, that is told of the others.
  if (!answer.because.some((condition) => includes(own, condition))) return undefined;
  return { clauses: [...new Set([clause.id, ...clausesIn(answer.because)])], never: answer.because };
}

/** Whether every alternative of a group is told of already, so that nothing is new about the group. */
function isSpentGroup({ clause }: Place, causes: readonly (readonly string[])[]): boolean {
  const { expression } = clause;
  if (expression.kind !== 'any' && expression.kind !== 'atLeast') return false;
  const told = new Set(causes.flatMap(([first = '']) => first));
  return expression.of.some((member) => member.kind === 'clause' && told.has(member.id));
}

/** Whether it can at least be not met; else it is told as what nothing settles. */
async function isSettled({ clause }: Place, { kernel, asking }: Subject): Promise<boolean> {
  const byId = expressionsById(kernel);
  const reference = { kind: 'clause', id: clause.id } as const;
  const alone = await asking.canBe(conditionsOf(reference, 'met', byId));
  if (alone.status !== 'impossible') return true;
  return (
    (await asking.canBe([{ on: 'expression', expression: reference, is: 'not-met' }])).status !== 'impossible'
  );
}

function finding({ clause }: Place, { clauses, never }: Reason, { words }: Subject): Finding {
  const [, ...others] = clauses;
  const name = words.named(clause.id);
  return found(check, {
    code: 'TRI420',
    severity: 'error',
    clauses,
    never,
    message:
      others.length === 0
        ? `${name} can't be met: what it asks excludes itself.`
        : `${name} can't be met: ${words.list(others)} ${others.length === 1 ? 'excludes it' : 'exclude it'}.`,
    remedy: `Mend what excludes the other; ${acceptance(check, clause.id)}.`,
    proof:
      others.length === 0
        ? `${words.asked(clauses)}. No case does.`
        : `${words.asked(clauses)}. Each may be so, and no case does all of it at once.`,
  });
}
