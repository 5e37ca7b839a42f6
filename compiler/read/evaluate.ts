import { ts } from 'ts-morph';
import { Refused } from '../../dsl/refusal.ts';
import * as errors from '../errors.ts';
import { nearest } from '../nearest.ts';
import {
  carryPlaces,
  isObject,
  languageExports,
  ownProperty,
  type Binding,
  type Measure,
  type Memory,
} from './binding.ts';
import type { Notebook } from './findings.ts';
import { hiddenCharacters } from './hidden.ts';
import { outsideExpression } from './outside.ts';
import { deepest } from './scan.ts';

/** What an expression that was refused is worth: nothing is said about what holds it. */
export const failed: unique symbol = Symbol('failed');

/** What names in an expression stand for. */
export interface Scope {
  readonly lookUp: (name: string) => Binding | undefined;
  /** Names that the module declares, further down included. */
  readonly declared: ReadonlySet<string>;
  readonly memory: Memory;
  readonly notebook: Notebook;
  /** Told of each policy that is declared. */
  readonly declaresPolicy: (policy: object, call: ts.CallExpression) => void;
}

const largest = 1_000_000;

/** The value of an expression of the closed subset; anything else is noted, and the value is `failed`. */
export function evaluate(node: ts.Expression, scope: Scope): unknown {
  const inner = unwrapped(node);
  if (ts.isStringLiteral(inner) || ts.isNoSubstitutionTemplateLiteral(inner)) return textOf(inner, scope);
  if (ts.isNumericLiteral(inner)) return Number(inner.text);
  if (
    ts.isPrefixUnaryExpression(inner) &&
    inner.operator === ts.SyntaxKind.MinusToken &&
    ts.isNumericLiteral(inner.operand)
  ) {
    return -Number(inner.operand.text);
  }
  if (inner.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (inner.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isObjectLiteralExpression(inner)) return objectOf(inner, scope);
  if (ts.isArrayLiteralExpression(inner)) return arrayOf(inner, scope);
  if (ts.isIdentifier(inner)) return valueOf(inner, bindingOf(inner, scope), scope);
  if (ts.isPropertyAccessExpression(inner)) return valueOf(inner, propertyOf(inner, scope), scope);
  if (ts.isCallExpression(inner)) return resultOf(inner, scope);
  scope.notebook.note(inner, outsideExpression(inner));
  return failed;
}

/** The expression within parentheses, `satisfies` and `as const`. */
function unwrapped(node: ts.Expression): ts.Expression {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    (ts.isAsExpression(inner) && ts.isConstTypeReference(inner.type))
  ) {
    inner = inner.expression;
  }
  return inner;
}

function textOf(node: ts.StringLiteralLike, { notebook }: Scope): unknown {
  // What stands in the source as it is was found when the source was scanned; here it is what escapes stand for.
  const source = node.getText();
  const [found] = hiddenCharacters(node.text).filter(
    ({ text }) => /[\n\r\t]/.test(text) || !source.includes(text),
  );
  if (found === undefined) return node.text;
  notebook.note(node, (place) => errors.invisible(place, found.codePoint, 'This text'));
  return failed;
}

function objectOf(node: ts.ObjectLiteralExpression, scope: Scope): unknown {
  const { notebook, memory } = scope;
  const value: Record<string, unknown> = {};
  const keys = new Map<string, ts.Node>();
  let whole = true;
  const set = (key: string, at: ts.Node, part: unknown) => {
    // Units, values and conditions of the vocabulary have the names that a case has, as mg/dL; no clause is named by them.
    const isName = vocabularyKeys.has(propertyNameOf(node.parent));
    if ((!isName && !/^[a-z][A-Za-z0-9]*$/.test(key)) || key in Object.prototype) {
      notebook.note(at, (place) => errors.unfitKey(place, key));
      whole = false;
    } else if (keys.has(key)) {
      notebook.note(at, (place) => errors.keyTwice(place, key));
      whole = false;
    }
    keys.set(key, at);
    if (part === failed) whole = false;
    else value[key] = part;
  };
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = evaluate(property.expression, scope);
      if (spread === failed) whole = false;
      else if (!isObject(spread) || !memory.literals.has(spread)) {
        notebook.note(property, (place) =>
          errors.expression(place, 'TRI165', 'A spread of this', 'Spread a const that is an object literal.'),
        );
        whole = false;
      } else {
        for (const [key, part] of Object.entries(spread)) {
          if (keys.has(key)) set(key, property, part);
          else set(key, memory.keys.get(spread)?.get(key) ?? property, part);
        }
      }
    } else if (ts.isShorthandPropertyAssignment(property)) {
      set(property.name.text, property.name, valueOf(property.name, bindingOf(property.name, scope), scope));
    } else if (ts.isPropertyAssignment(property)) {
      const { name } = property;
      const part = evaluate(property.initializer, scope);
      if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name))
        set(name.text, name, part);
      else {
        notebook.note(name, (place) =>
          errors.expression(place, 'TRI140', 'A computed key', 'Write the key itself: it is a permanent id.'),
        );
        whole = false;
      }
    } else {
      notebook.note(property, (place) =>
        errors.expression(place, 'TRI141', 'A getter, a setter or a method', 'Write key: value.'),
      );
      whole = false;
    }
  }
  if (!whole) return failed;
  memory.literals.add(value);
  memory.keys.set(value, keys);
  return kept(Object.freeze(value), Object.values(value), node, scope);
}

const vocabularyKeys: ReadonlySet<string> = new Set(['units', 'values', 'conditions']);

/** The name of the property that a node gives the value of; nothing where it gives none. */
function propertyNameOf(node: ts.Node): string {
  return ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) ? node.name.text : '';
}

function arrayOf(node: ts.ArrayLiteralExpression, scope: Scope): unknown {
  const parts: unknown[] = [];
  for (const element of node.elements) {
    if (!ts.isSpreadElement(element)) {
      parts.push(evaluate(element, scope));
      continue;
    }
    const spread = evaluate(element.expression, scope);
    if (spread === failed) parts.push(failed);
    else if (!Array.isArray(spread)) {
      scope.notebook.note(element, outsideExpression(element));
      parts.push(failed);
    } else if (parts.length + spread.length > largest) {
      scope.notebook.note(element, (place) => errors.tooLarge(place, largest));
      parts.push(failed);
    } else for (const part of spread) parts.push(part);
  }
  return parts.includes(failed) ? failed : kept(Object.freeze(parts), parts, node, scope);
}

function bindingOf(node: ts.Identifier, { lookUp, declared, notebook }: Scope): Binding {
  const name = node.text;
  const binding = lookUp(name);
  if (binding?.kind === 'failed') notebook.echo(node);
  if (binding !== undefined) return binding;
  if (declared.has(name)) notebook.note(node, (place) => errors.usedBeforeDeclared(place, name));
  else if (name === 'undefined') {
    notebook.note(node, (place) =>
      errors.expression(place, 'TRI166', 'null, undefined or void', 'Leave the key out.'),
    );
  } else {
    const meant = nearest(name, [...declared, ...languageExports.keys()]);
    const hint =
      meant === undefined
        ? ''
        : meant === name
          ? ` It is a builder: import { ${name} } from 'triplicate'.`
          : ` Did you mean '${meant}'?`;
    notebook.note(node, (place) => errors.unknownName(place, name, hint));
  }
  return { kind: 'failed' };
}

function propertyOf(node: ts.PropertyAccessExpression, scope: Scope): Binding {
  const name = node.name.text;
  const refuse = (): Binding => {
    scope.notebook.note(node, (place) => errors.unfitProperty(place, name));
    return { kind: 'failed' };
  };
  const owner = unwrapped(node.expression);
  if (node.questionDotToken !== undefined) return refuse();
  const base = ts.isIdentifier(owner)
    ? bindingOf(owner, scope)
    : ts.isPropertyAccessExpression(owner)
      ? propertyOf(owner, scope)
      : undefined;
  if (base === undefined) {
    // What is inside is looked at as well, so that the deepest cause is named.
    return evaluate(owner, scope) === failed ? { kind: 'failed' } : refuse();
  }
  if (base.kind === 'failed') return base;
  if (base.kind === 'namespace') return base.exports.get(name) ?? { kind: 'failed' };
  if (base.kind === 'builder' || !isObject(base.value) || !scope.memory.literals.has(base.value))
    return refuse();
  const value = ownProperty(base.value, name);
  return value === undefined ? refuse() : { kind: 'value', value };
}

function valueOf(node: ts.Expression, binding: Binding, { notebook }: Scope): unknown {
  switch (binding.kind) {
    case 'value':
      return binding.value;
    case 'failed':
      return failed;
    case 'builder':
      notebook.note(node, (place) =>
        errors.expression(
          place,
          'TRI169',
          `The builder '${binding.name}' by itself`,
          `Call it: ${binding.name}(...).`,
        ),
      );
      return failed;
    case 'namespace':
      notebook.note(node, (place) =>
        errors.expression(place, 'TRI168', 'A whole namespace', 'Take a part of it: namespace.name.'),
      );
      return failed;
  }
}

function resultOf(node: ts.CallExpression, scope: Scope): unknown {
  const { notebook, memory } = scope;
  const callee = unwrapped(node.expression);
  const builder = builderOf(callee, scope);
  const given = node.arguments.map((argument) => evaluate(argument, scope));
  if (node.typeArguments !== undefined || node.questionDotToken !== undefined) {
    notebook.note(node, (place) =>
      errors.expression(place, 'TRI174', 'A call with type arguments or ?.', 'Write name(...).'),
    );
    return failed;
  }
  if (builder === undefined || given.includes(failed)) return failed;
  try {
    const result = builder.builder(given);
    if (!isObject(result)) return result;
    if (!memory.origins.has(result)) memory.origins.set(result, node);
    for (const argument of given) carryPlaces(memory, argument, result);
    if (builder.name === 'policy') {
      const [definition] = given;
      const keys = isObject(definition) ? memory.keys.get(definition) : undefined;
      if (keys !== undefined) memory.keys.set(result, keys);
      scope.declaresPolicy(result, node);
    }
    return kept(result, given, node, scope);
  } catch (error) {
    const refusal = error instanceof Refused ? error : undefined;
    notebook.note(
      node,
      (place) =>
        refusal === undefined
          ? errors.internal(
              place,
              `${builder.name}(...) fails: ${error instanceof Error ? error.message : String(error)}`,
            )
          : errors.refusedByBuilder(place, refusal.code, refusal.message, refusal.remedy),
      true,
    );
    return failed;
  }
}

function builderOf(callee: ts.Expression, scope: Scope): Extract<Binding, { kind: 'builder' }> | undefined {
  const { notebook, declared } = scope;
  if (ts.isIdentifier(callee)) {
    const { text: name } = callee;
    const binding = scope.lookUp(name);
    if (binding?.kind === 'builder') return binding;
    if (name === 'eval')
      notebook.note(callee, (place) =>
        errors.expression(place, 'TRI160', "'eval'", 'Write what it would return.'),
      );
    else if (languageExports.has(name) && declared.has(name))
      notebook.note(callee, (place) => errors.shadowedBuilder(place, name));
    else if (binding?.kind === 'failed' && binding.isTold === true) return undefined;
    else {
      const meant = nearest(name, [...languageExports.keys()]);
      const hint =
        meant === undefined
          ? ''
          : meant === name
            ? ` Import it: import { ${name} } from 'triplicate'.`
            : ` Did you mean '${meant}'?`;
      notebook.note(callee, (place) => errors.noBuilder(place, name, hint));
    }
    return undefined;
  }
  if (ts.isPropertyAccessExpression(callee)) {
    const owner = unwrapped(callee.expression);
    const space = ts.isIdentifier(owner) ? scope.lookUp(owner.text) : undefined;
    const binding = space?.kind === 'namespace' ? space.exports.get(callee.name.text) : undefined;
    if (binding?.kind === 'builder') return binding;
  }
  notebook.note(callee, (place) =>
    errors.noBuilder(place, callee.getText().replace(/\s+/g, ' ').slice(0, 60), ''),
  );
  return undefined;
}

/** Remembers where a value comes from and how large it is; one that is too deep or too large is refused. */
function kept(value: object, parts: readonly unknown[], node: ts.Node, { memory, notebook }: Scope): unknown {
  let depth = 0;
  let weight = 1;
  for (const part of parts) {
    const measure: Measure | undefined = isObject(part) ? memory.measures.get(part) : undefined;
    depth = Math.max(depth, measure?.depth ?? 0);
    weight += measure?.weight ?? 1;
  }
  if (depth >= deepest) notebook.note(node, (place) => errors.tooDeep(place, deepest));
  else if (weight > largest) notebook.note(node, (place) => errors.tooLarge(place, largest));
  else {
    memory.measures.set(value, { depth: depth + 1, weight });
    if (!memory.origins.has(value)) memory.origins.set(value, node);
    return value;
  }
  return failed;
}
