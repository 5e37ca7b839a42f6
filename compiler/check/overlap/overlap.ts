import type { Expression } from '../../../dsl/kernel/expression.ts';
import { expressionsById } from '../../../dsl/kernel/facts.ts';
import type { Analysis, Finding, Subject } from '../analysis.ts';
import { conditionsOf, type Condition } from '../analysis/conditions.ts';
import { acceptance, found, undecided } from '../analysis/report.ts';

const check = 'overlap';

/** Where a condition decides what is asked for, or a regimen what is approved, two of them do not hold at once. */
export const overlap: Analysis = {
  name: check,
  rule: async (subject) => {
    const findings: Finding[] = [];
    const open: string[] = [];
    for (const [first, second] of [...regimenPairs(subject), ...rowPairs(subject)]) {
      const both = await subject.asking.canBe([...first.conditions, ...second.conditions]);
      if (both.status === 'undecided') open.push(first.id);
      if (both.status !== 'possible') continue;
      const { words } = subject;
      const [name, other] = [words.named(first.id), words.named(second.id)];
      findings.push(
        found(check, {
          code: 'TRI427',
          severity: 'note',
          clauses: [first.id, second.id],
          message: `${name} and ${other} can both apply to one request.`,
          remedy: `Nothing, where that is meant; else let the one end where the other begins; ${acceptance(check, first.id)}.`,
          proof: `${words.asked([first.id, second.id])}. The case is of both, and what each leads to differs.`,
          witness: both.record,
        }),
      );
    }
    return [...findings, ...undecided(check, 'TRI427', open, 'whether these overlap with another', subject)];
  },
};

/** What leads somewhere, and when. */
interface Row {
  readonly id: string;
  readonly conditions: readonly Condition[];
}

/** Recommended regimens that differ. */
function regimenPairs({ kernel }: Subject): readonly (readonly [Row, Row])[] {
  const byId = expressionsById(kernel);
  const row = (id: string): Row => ({ id, conditions: conditionsOf({ kind: 'clause', id }, 'met', byId) });
  return pairs(kernel.regimens)
    .filter(([first, second]) => first.mgPerDay !== second.mgPerDay || first.days !== second.days)
    .map(([first, second]) => [row(first.clause), row(second.clause)]);
}

/** The rows of one table, each of which asks something of those that it applies to. */
function rowPairs({ kernel }: Subject): readonly (readonly [Row, Row])[] {
  const byId = expressionsById(kernel);
  return kernel.clauses.flatMap(({ expression }) => {
    if (expression.kind !== 'all') return [];
    const rows = expression.of.flatMap((member): readonly (Row & { readonly guard: Expression })[] => {
      const guard = member.kind === 'clause' ? guardOf(byId.get(member.id)) : undefined;
      return member.kind === 'clause' && guard !== undefined
        ? [{ id: member.id, guard, conditions: conditionsOf(guard, 'met', byId, member.id) }]
        : [];
    });
    return pairs(rows);
  });
}

/** When a row applies, of "not so, or what is asked". */
function guardOf(expression: Expression | undefined): Expression | undefined {
  if (expression?.kind !== 'any') return undefined;
  const [first] = expression.of;
  return first?.kind === 'not' && expression.of.length === 2 ? first.of : undefined;
}

function pairs<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((first, index) => items.slice(index + 1).map((second) => [first, second] as const));
}
