import { ts } from 'ts-morph';
import { writeElement, possible } from './access.ts';
import type { Machine } from './machine.ts';
import { cell, read, write, along, settled } from './path.ts';
import { unreadable } from './read.ts';
import { cellOf } from './names.ts';
import { gather, isPlain, type Path, type Scope, type Value } from './value.ts';

/** Writes a value to what stands on the left of an assignment. */
export function assign(
  machine: Machine,
  target: ts.Expression,
  value: Value,
  scope: Scope,
  path: Path,
): void {
  if (ts.isIdentifier(target)) {
    write(cellOf(machine, target, scope), path, value);
    return;
  }
  if (ts.isElementAccessExpression(target)) {
    const list = machine.evaluate(target.expression, scope, path);
    writeElement(list, machine.evaluate(target.argumentExpression, scope, path), value, path, target);
    return;
  }
  if (!ts.isPropertyAccessExpression(target)) throw unreadable(target, 'an assignment to this');
  for (const { when, value: owner } of possible(machine.evaluate(target.expression, scope, path), path)) {
    const there = along(path, settled(path, when));
    const name = target.name.text;
    if (isPlain(owner)) throw unreadable(target, `writing to ${String(owner)}`);
    if (owner.kind === 'object') {
      const found = owner.get(name);
      if (found === undefined) owner.set(name, cell(there, value));
      else write(found, there, value);
    } else if (owner.kind === 'array' && name === 'length' && value === 0) {
      write(owner.items, there, { kind: 'items', of: [] });
    } else throw unreadable(target, `writing the ${name} of a ${owner.kind}`);
  }
}

/** The value that a name has, of several those that it may have on a path. */
export function valueOfName(machine: Machine, name: ts.Identifier, scope: Scope, path: Path): Value {
  const value = read(cellOf(machine, name, scope), path);
  return isPlain(value) || value.kind !== 'either' ? value : gather(possible(value, path));
}
