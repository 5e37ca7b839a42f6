import type { Expression } from '../../dsl/kernel/expression.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';

/** What tells expressions apart by how they are written: equal numbers mean one meaning, different ones may too. */
export interface Structures {
  /** Of an expression of the policy, its references followed. */
  readonly of: (kernel: Kernel, expression: Expression) => number;
  /** Of a clause by its id, its references followed; none where the policy lacks it. */
  readonly ofClause: (kernel: Kernel, id: string) => number | undefined;
  /** Of a clause's own expression, in which each reference counts as what `nameOf` says of its id; without it, as not there. */
  readonly ownOf: (expression: Expression, nameOf: (id: string) => string | undefined) => number;
}

/**
 * Gives each way of writing a number, the same for all policies. The order of the parts of `all` and `any`, a part said
 * twice, a double negation, a group of one and the order of a list of names make no difference.
 */
export function structures(): Structures {
  const numbers = new Map<string, number>();
  const known = new Map<Kernel, Map<string, number>>();
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const left = numberOf('left out');
  const visit = (expression: Expression, reference: (id: string) => number): number => {
    const parts = (of: readonly Expression[]) =>
      of.map((part) => visit(part, reference)).filter((part) => part !== left);
    switch (expression.kind) {
      case 'all':
      case 'any': {
        const found = [...new Set(parts(expression.of))].sort((first, second) => first - second);
        const [only] = found;
        return only !== undefined && found.length === 1
          ? only
          : numberOf(`${expression.kind} ${found.join(' ')}`);
      }
      case 'atLeast': {
        const found = parts(expression.of).sort((first, second) => first - second);
        return numberOf(`atLeast ${expression.count} ${found.join(' ')}`);
      }
      case 'not':
        return expression.of.kind === 'not'
          ? visit(expression.of.of, reference)
          : numberOf(`not ${visit(expression.of, reference)}`);
      case 'clause':
        return reference(expression.id);
      default:
        return numberOf(JSON.stringify(expression, inOneOrder));
    }
  };
  const ofClause = (kernel: Kernel, id: string): number | undefined => {
    const before = known.get(kernel);
    if (before !== undefined) return before.get(id);
    const clauses = new Map<string, number>();
    known.set(kernel, clauses);
    // A clause stands behind those that it refers to.
    for (const clause of kernel.clauses)
      clauses.set(
        clause.id,
        visit(clause.expression, (part) => clauses.get(part) ?? numberOf(`unknown ${part}`)),
      );
    return clauses.get(id);
  };
  return {
    of: (kernel, expression) => visit(expression, (id) => ofClause(kernel, id) ?? numberOf(`unknown ${id}`)),
    ofClause,
    ownOf: (expression, nameOf) =>
      visit(expression, (id) => {
        const name = nameOf(id);
        return name === undefined ? left : numberOf(`clause ${name}`);
      }),
  };
}

/** Keys of objects and lists of names in one order. */
function inOneOrder(_key: string, value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((part) => typeof part === 'string') ? [...new Set(value)].sort() : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).sort(([first], [second]) => (first < second ? -1 : first > second ? 1 : 0)),
  );
}
