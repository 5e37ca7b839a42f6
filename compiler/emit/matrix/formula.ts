import type { Expression } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';

/** What a way asks of one clause: that it is met, or, under `not`, that it is not. */
export interface Literal {
  readonly clause: string;
  /** A question that a group of other clauses puts itself has a number of its own in it, from 1. */
  readonly part?: number;
  readonly met: boolean;
}

/** What is decided, over bottom clauses alone: references followed, negation pushed to the clauses. */
export type Formula =
  | { readonly kind: 'literal'; readonly literal: Literal }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Formula[] }
  | { readonly kind: 'atLeast'; readonly count: number; readonly of: readonly Formula[] };

/** A formula, and whether no clause occurs in it twice: then its ways are all different and none holds another. */
export interface Decision {
  readonly formula: Formula;
  readonly readsOnce: boolean;
}

/** Of no parts: met without anything. */
const always: Formula = { kind: 'all', of: [] };
/** Of no parts: never met. */
const never: Formula = { kind: 'any', of: [] };

const isAlways = (formula: Formula) => formula.kind === 'all' && formula.of.length === 0;
const isNever = (formula: Formula) => formula.kind === 'any' && formula.of.length === 0;

/**
 * The decision of an expression of the policy, at the level of its bottom clauses.
 * @param whole clauses that are taken as one, though they group others
 */
export function decisionOf(
  kernel: Kernel,
  expression: Expression,
  whole: ReadonlySet<string> = new Set(),
): Decision {
  const byId = new Map(kernel.clauses.map((clause) => [clause.id, clause.expression]));
  const known = new Map<string, Formula>();
  let readsOnce = true;

  /** `owner` is the clause in which the expression is written; `own` counts the questions that it puts itself. */
  const visit = (part: Expression, met: boolean, owner: string, own: { count: number }): Formula => {
    const parts = (of: readonly Expression[]) => of.map((each) => visit(each, met, owner, own));
    switch (part.kind) {
      case 'all':
        return met ? all(parts(part.of)) : any(parts(part.of));
      case 'any':
        return met ? any(parts(part.of)) : all(parts(part.of));
      case 'atLeast':
        return atLeast(met ? part.count : part.of.length - part.count + 1, parts(part.of));
      case 'not':
        return visit(part.of, !met, owner, own);
      case 'clause':
        return clause(part.id, met);
      default:
        own.count += 1;
        return { kind: 'literal', literal: { clause: owner, part: own.count, met } };
    }
  };

  const clause = (id: string, met: boolean): Formula => {
    const key = `${String(met)} ${id}`;
    const before = known.get(key);
    if (before !== undefined || known.has(`${String(!met)} ${id}`)) readsOnce = false;
    if (before !== undefined) return before;
    const expression = byId.get(id);
    const formula: Formula =
      expression !== undefined && refersToClauses(expression) && !whole.has(id)
        ? visit(expression, met, id, { count: 0 })
        : { kind: 'literal', literal: { clause: id, met } };
    known.set(key, formula);
    return formula;
  };

  const formula = visit(expression, true, '', { count: 0 });
  return { formula, readsOnce };
}

function refersToClauses(expression: Expression): boolean {
  switch (expression.kind) {
    case 'clause':
      return true;
    case 'all':
    case 'any':
    case 'atLeast':
      return expression.of.some(refersToClauses);
    case 'not':
      return refersToClauses(expression.of);
    default:
      return false;
  }
}

function all(parts: readonly Formula[]): Formula {
  if (parts.some(isNever)) return never;
  const open = parts.filter((part) => !isAlways(part));
  return open.length === 1 ? (open[0] ?? always) : { kind: 'all', of: open };
}

function any(parts: readonly Formula[]): Formula {
  if (parts.some(isAlways)) return always;
  const open = parts.filter((part) => !isNever(part));
  return open.length === 1 ? (open[0] ?? never) : { kind: 'any', of: open };
}

function atLeast(count: number, parts: readonly Formula[]): Formula {
  const left = count - parts.filter(isAlways).length;
  const open = parts.filter((part) => !isAlways(part) && !isNever(part));
  if (left <= 0) return always;
  if (left > open.length) return never;
  if (left === open.length) return all(open);
  return left === 1 ? any(open) : { kind: 'atLeast', count: left, of: open };
}
