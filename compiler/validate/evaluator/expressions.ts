import { ts } from 'ts-morph';
import { no, yes, type Term } from '../../logic/term.ts';
import { element, property } from './access.ts';
import { assign, valueOfName } from './assign.ts';
import { call, construct } from './calls.ts';
import { fact, neg } from './formula.ts';
import type { Machine } from './machine.ts';
import { binary, CannotFollow, strictlyEqual, truthOf, unary, type Operator } from './operators.ts';
import { along, cell, either, settled } from './path.ts';
import { lineOf, unreadable } from './read.ts';
import { stale } from './stale.ts';
import { Unreadable } from './unreadable.ts';
import {
  casesOf,
  gather,
  isPlain,
  truthValue,
  type Cell,
  type Path,
  type Scope,
  type Value,
} from './value.ts';

/** What an expression comes to. Throws Unreadable for what its reader does not know, or can't follow. */
export function evaluate(machine: Machine, node: ts.Expression, scope: Scope, path: Path): Value {
  try {
    return value(machine, node, scope, path);
  } catch (error) {
    if (error instanceof CannotFollow) throw new Unreadable(error.message, lineOf(node));
    throw error;
  }
}

function value(machine: Machine, node: ts.Expression, scope: Scope, path: Path): Value {
  const of = (part: ts.Expression) => evaluate(machine, part, scope, path);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isIdentifier(node)) return valueOfName(machine, node, scope, path);
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node))
    return of(node.expression);
  if (ts.isBinaryExpression(node)) return binaryExpression(machine, node, scope, path);
  if (ts.isConditionalExpression(node)) return conditional(machine, node, scope, path);
  if (ts.isPrefixUnaryExpression(node)) return prefix(node, of);
  if (ts.isTypeOfExpression(node)) return typeOf(of(node.expression));
  if (ts.isPropertyAccessExpression(node)) {
    const owner = of(node.expression);
    return present(owner, node.questionDotToken, path, (given, at) =>
      property(given, node.name.text, at, node),
    );
  }
  if (ts.isElementAccessExpression(node)) {
    const owner = of(node.expression);
    return present(owner, node.questionDotToken, path, (given, at) =>
      element(given, evaluate(machine, node.argumentExpression, scope, at), at, node),
    );
  }
  if (ts.isCallExpression(node)) return call(machine, node, scope, path);
  if (ts.isNewExpression(node)) return construct(machine, node, scope, path);
  if (ts.isArrowFunction(node)) return { kind: 'code', name: '=>', node, scope };
  if (ts.isArrayLiteralExpression(node)) return arrayLiteral(machine, node, scope, path);
  if (ts.isObjectLiteralExpression(node)) return objectLiteral(machine, node, scope, path);
  if (ts.isRegularExpressionLiteral(node)) return { kind: 'pattern', expression: regularExpression(node) };
  throw unreadable(node);
}

/** The part of what is there; undefined where the owner may be and is. */
function present(
  owner: Value,
  question: ts.QuestionDotToken | undefined,
  path: Path,
  part: (owner: Value, path: Path) => Value,
): Value {
  if (question === undefined) return part(owner, path);
  const isLacking = settled(path, strictlyEqual(owner, undefined));
  if (isLacking === yes) return undefined;
  if (isLacking === no) return part(owner, path);
  const there = along(path, neg(isLacking));
  const given = casesOf(owner).filter((each) => each.value !== undefined);
  return either(isLacking, undefined, part(gather(given), there));
}

/** Only one of two expressions runs; both do, each on its own path, where it is open which. */
function oneOf(
  path: Path,
  condition: Term,
  then: (path: Path) => Value,
  otherwise: (path: Path) => Value,
): Value {
  const open = settled(path, condition);
  if (open === yes) return then(path);
  if (open === no) return otherwise(path);
  return either(open, then(along(path, open)), otherwise(along(path, neg(open))));
}

function conditional(
  machine: Machine,
  { condition, whenTrue, whenFalse }: ts.ConditionalExpression,
  scope: Scope,
  path: Path,
): Value {
  return oneOf(
    path,
    truthOf(evaluate(machine, condition, scope, path)),
    (then) => evaluate(machine, whenTrue, scope, then),
    (otherwise) => evaluate(machine, whenFalse, scope, otherwise),
  );
}

const operators: ReadonlySet<string> = new Set<Operator>([
  '+',
  '-',
  '*',
  '/',
  '%',
  '&',
  '|',
  '^',
  '<<',
  '>>',
  '>>>',
  '<',
  '<=',
  '>',
  '>=',
  '===',
  '!==',
]);

function isOperator(text: string): text is Operator {
  return operators.has(text);
}

function binaryExpression(machine: Machine, node: ts.BinaryExpression, scope: Scope, path: Path): Value {
  const operator = node.operatorToken.getText();
  const { left, right } = node;
  if (operator === '=') {
    const given = evaluate(machine, right, scope, path);
    assign(machine, left, given, scope, path);
    return given;
  }
  const first = evaluate(machine, left, scope, path);
  const second = (at: Path) => evaluate(machine, right, scope, at);
  switch (operator) {
    case '&&':
      return oneOf(path, truthOf(first), second, () => first);
    case '||':
      return oneOf(path, truthOf(first), () => first, second);
    case '??': {
      const given = casesOf(first).filter((each) => each.value !== undefined);
      return oneOf(path, strictlyEqual(first, undefined), second, () => gather(given));
    }
    default:
  }
  if (isOperator(operator)) return binary(operator, first, second(path));
  const compound = operator.endsWith('=') ? operator.slice(0, -1) : '';
  if (!isOperator(compound)) throw unreadable(node.operatorToken, `the operator ${operator}`);
  const result = binary(compound, first, second(path));
  assign(machine, left, result, scope, path);
  return result;
}

function prefix(node: ts.PrefixUnaryExpression, of: (part: ts.Expression) => Value): Value {
  const given = of(node.operand);
  switch (node.operator) {
    case ts.SyntaxKind.ExclamationToken:
      return truthValue(neg(truthOf(given)));
    case ts.SyntaxKind.MinusToken:
      return unary('-', given);
    case ts.SyntaxKind.TildeToken:
      return unary('~', given);
    default:
      throw unreadable(node, 'this operator');
  }
}

function typeOf(given: Value): Value {
  return gather(
    casesOf(given).map(({ when, value: single }) => ({
      when,
      value: isPlain(single)
        ? typeof single
        : single.kind === 'date'
          ? 'string'
          : single.kind === 'truth'
            ? 'boolean'
            : ['object', 'array', 'guarded', 'typed', 'names'].includes(single.kind)
              ? 'object'
              : 'number',
    })),
  );
}

function arrayLiteral(machine: Machine, node: ts.ArrayLiteralExpression, scope: Scope, path: Path): Value {
  const of = node.elements.map((part) => {
    if (ts.isSpreadElement(part)) throw unreadable(part);
    return evaluate(machine, part, scope, path);
  });
  // A list of the module that is written holds what an earlier case left.
  const declared = ts.isVariableDeclaration(node.parent) ? node.parent : undefined;
  const isWritten =
    scope === machine.top && of.length === 0 && declared?.type?.getText().startsWith('readonly') === false;
  const items: Value = isWritten
    ? either(
        // Lists that are filled side by side are empty, or not, together.
        fact('an earlier case left some', 'truth'),
        { kind: 'items', of: [stale] },
        { kind: 'items', of: [] },
      )
    : { kind: 'items', of };
  return { kind: 'array', items: cell(path, items) };
}

function objectLiteral(machine: Machine, node: ts.ObjectLiteralExpression, scope: Scope, path: Path): Value {
  const cells = new Map<string, Cell>();
  for (const part of node.properties) {
    if (ts.isShorthandPropertyAssignment(part)) {
      cells.set(part.name.text, cell(path, valueOfName(machine, part.name, scope, path)));
    } else if (
      ts.isPropertyAssignment(part) &&
      (ts.isIdentifier(part.name) || ts.isStringLiteral(part.name))
    ) {
      cells.set(part.name.text, cell(path, evaluate(machine, part.initializer, scope, path)));
    } else throw unreadable(part);
  }
  return {
    kind: 'object',
    get: (name) => cells.get(name),
    set: (name, own) => void cells.set(name, own),
  };
}

function regularExpression(node: ts.RegularExpressionLiteral): RegExp {
  const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
  return new RegExp(source, flags);
}
