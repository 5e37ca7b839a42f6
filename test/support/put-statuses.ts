import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Expression } from '../../dsl/kernel/expression.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import type { Truth } from '../../dsl/kernel/truth.ts';

/** A policy each of whose questions is a finding of its own, so that a case can give it any statuses. */
export interface Askable {
  readonly kernel: Kernel;
  /** The names of its questions: a clause's id, or `id#2` for the second that a group of clauses puts itself. */
  readonly questions: readonly string[];
}

/** The same connectives over questions that can be answered one by one. */
export function askable(kernel: Kernel): Askable {
  const questions: string[] = [];
  const asked = (name: string): Expression => {
    questions.push(name);
    return { kind: 'finding', finding: name, grade: 'documented' };
  };
  const clauses = kernel.clauses.map((clause) => {
    if (!refers(clause.expression)) return { ...clause, expression: asked(clause.id) };
    let count = 0;
    const put = (part: Expression): Expression => {
      switch (part.kind) {
        case 'all':
        case 'any':
        case 'atLeast':
          return { ...part, of: part.of.map(put) };
        case 'not':
          return { ...part, of: put(part.of) };
        case 'clause':
          return part;
        default:
          count += 1;
          return asked(`${clause.id}#${count}`);
      }
    };
    return { ...clause, expression: put(clause.expression) };
  });
  const { scope: _scope, ...rest } = kernel;
  return { kernel: { ...rest, clauses }, questions };
}

/** A request in scope, with these statuses of the questions; one that is left out is unknown. */
export function caseWith(
  { kernel }: Askable,
  kind: 'initial' | 'reauthorization',
  statuses: ReadonlyMap<string, Truth>,
): CaseRecord {
  const evidence = { met: 'documented', 'not-met': 'absent', unknown: undefined } as const;
  const findings = [...statuses].flatMap(([name, status]) => {
    const given = evidence[status];
    return given === undefined ? [] : [[name, given] as const];
  });
  return {
    request: { kind, product: kernel.products[0] ?? '', dateOfService: kernel.effective },
    findings: Object.fromEntries(findings),
  };
}

function refers(expression: Expression): boolean {
  switch (expression.kind) {
    case 'clause':
      return true;
    case 'all':
    case 'any':
    case 'atLeast':
      return expression.of.some(refers);
    case 'not':
      return refers(expression.of);
    default:
      return false;
  }
}
