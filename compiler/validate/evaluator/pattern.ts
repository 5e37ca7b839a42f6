import { ts } from 'ts-morph';
import { no, yes } from '../../logic/term.ts';
import type { Machine } from './machine.ts';
import { strictlyEqual } from './operators.ts';
import { along, cell, either, settled } from './path.ts';
import { element, property } from './access.ts';
import { unreadable } from './read.ts';
import type { Path, Scope, Value } from './value.ts';

/** Gives the names of a declaration their values: of a pattern, the parts that it names. */
export function bind(
  machine: Machine,
  name: ts.BindingName,
  given: Value,
  initializer: ts.Expression | undefined,
  scope: Scope,
  path: Path,
): void {
  const value = initializer === undefined ? given : orElse(machine, given, initializer, scope, path);
  if (ts.isIdentifier(name)) {
    scope.names.set(name.text, cell(path, value));
    return;
  }
  name.elements.forEach((part, place) => {
    if (ts.isOmittedExpression(part)) return;
    if (part.dotDotDotToken !== undefined) throw unreadable(part, 'a rest of a pattern');
    const own = ts.isArrayBindingPattern(name)
      ? element(value, place, path, part)
      : property(value, keyOf(part), path, part);
    bind(machine, part.name, own, part.initializer, scope, path);
  });
}

/** A value, or what stands for it where it is undefined. */
function orElse(machine: Machine, value: Value, initializer: ts.Expression, scope: Scope, path: Path): Value {
  const isLacking = settled(path, strictlyEqual(value, undefined));
  if (isLacking === no) return value;
  const other = machine.evaluate(initializer, scope, along(path, isLacking));
  return isLacking === yes ? other : either(isLacking, other, value);
}

function keyOf({ propertyName, name }: ts.BindingElement): string {
  if (propertyName !== undefined && (ts.isIdentifier(propertyName) || ts.isStringLiteral(propertyName)))
    return propertyName.text;
  if (propertyName === undefined && ts.isIdentifier(name)) return name.text;
  throw unreadable(name, 'this key of a pattern');
}
