import { expressionsById, factsOf, type ById } from '../../../dsl/kernel/facts.ts';
import type { Expression } from '../../../dsl/kernel/expression.ts';
import type { Analysis, Finding, Subject } from '../analysis.ts';
import { conditionsOf, type Condition } from '../analysis/conditions.ts';
import { acceptance, found, undecided } from '../analysis/report.ts';
import { alternativesIn, gapsBetween, type Gap } from './bands.ts';

const check = 'band-gap';

/** The gaps between bands that `band-gap` tells, each with a case whose value lies in it and meets no alternative. */
export const gapWitness: Analysis = {
  name: check,
  rule: async (subject) => {
    const { kernel, asking } = subject;
    const byId = expressionsById(kernel);
    const told = new Set<string>();
    const findings: Finding[] = [];
    const open: string[] = [];
    for (const { id, expression } of kernel.clauses) {
      for (const alternatives of alternativesIn(expression)) {
        for (const gap of gapsBetween(alternatives, byId)) {
          const key = `${gap.subject} ${gap.text}`;
          if (told.has(key)) continue;
          told.add(key);
          const falls: readonly Condition[] = [
            { on: 'expression', expression: gap.question, is: 'met', clause: id },
            ...alternatives.flatMap((other) => conditionsOf(other, 'not-met', byId)),
          ];
          // A case that meets what else an alternative asks shows that it is the value alone that fails it.
          const telling = await asking.canBe([...falls, ...besidesBand(alternatives, gap, byId)]);
          const answer = telling.status === 'possible' ? telling : await asking.canBe(falls);
          if (answer.status === 'undecided') open.push(id);
          if (answer.status === 'possible') findings.push(finding(id, gap, answer.record, subject));
        }
      }
    }
    return [...findings, ...undecided(check, 'TRI412', open, 'whether bands leave a gap', subject)];
  },
};

/** What the first alternative asks for beside its band. */
function besidesBand(alternatives: readonly Expression[], gap: Gap, byId: ById): readonly Condition[] {
  const asked = alternatives
    .map((alternative) => conditionsOf(alternative, 'met', byId))
    .find((conditions) => conditions.length > 1);
  return (asked ?? []).filter(
    (condition) => condition.on === 'expression' && !gapsReader(condition.expression, gap, byId),
  );
}

/** Whether an expression asks for what the gap is of. */
function gapsReader(expression: Expression, gap: Gap, byId: ById): boolean {
  const read = new Set(factsOf(gap.question));
  return factsOf(expression, byId).some((fact) => read.has(fact));
}

function finding(id: string, gap: Gap, witness: Finding['witness'], { words }: Subject): Finding {
  const value = gap.unit === '' || gap.unit === '1' ? String(gap.value) : `${gap.value} ${gap.unit}`;
  return found(check, {
    code: 'TRI412',
    severity: 'warning',
    clauses: [id],
    message: `The alternatives of ${words.named(id)} leave a gap: ${gap.name} of ${gap.text} meets none of them, as ${value}.`,
    remedy: `Let the bands meet, as between(...) and above(...); ${acceptance(check, id)}.`,
    proof: `The case has ${gap.name} of ${value} and meets no alternative of ${words.named(id)}.`,
    ...(witness === undefined ? {} : { witness }),
  });
}
