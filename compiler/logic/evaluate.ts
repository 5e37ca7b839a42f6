import { ceilingOf, compute, type Application, type Term, type Value } from './term.ts';

/** What each variable stands for, by its name. */
export type Assignment = ReadonlyMap<string, Value>;

/**
 * The value of terms under an assignment, without a solver: what checks the solver's answers. Throws a RangeError for a
 * variable that the assignment lacks.
 */
export function evaluator(assignment: Assignment): (term: Term) => Value {
  const known = new Map<Term, Value>();
  const value = (term: Term): Value => {
    if (term.kind === 'constant') return term.value;
    const before = known.get(term);
    if (before !== undefined) return before;
    const result = term.kind === 'variable' ? valueOf(assignment, term.name) : apply(term, value);
    known.set(term, result);
    return result;
  };
  return value;
}

function valueOf(assignment: Assignment, name: string): Value {
  const value = assignment.get(name);
  if (value === undefined) throw new RangeError(`The assignment lacks ${name}.`);
  return value;
}

function apply({ operator, of, count = 0, sort }: Application, value: (term: Term) => Value): Value {
  const [first, second, third] = of;
  const numbers = (): readonly [number, number] => [
    first === undefined ? 0 : Number(value(first)),
    second === undefined ? 0 : Number(value(second)),
  ];
  switch (operator) {
    case 'not':
      return first !== undefined && value(first) !== true;
    case 'and':
      return of.every((part) => value(part) === true);
    case 'or':
      return of.some((part) => value(part) === true);
    case 'atLeast':
      return of.filter((part) => value(part) === true).length >= count;
    case 'equal':
      return first !== undefined && second !== undefined && value(first) === value(second);
    case 'choose':
      return first !== undefined && second !== undefined && third !== undefined
        ? value(value(first) === true ? second : third)
        : false;
    case 'less': {
      const [left, right] = numbers();
      return left < right;
    }
    case 'atMost': {
      const [left, right] = numbers();
      return left <= right;
    }
    case 'ceiling':
      return ceilingOf(numbers()[0]);
    default:
      return compute(operator, sort, ...numbers());
  }
}
