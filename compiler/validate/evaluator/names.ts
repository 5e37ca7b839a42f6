import { ts } from 'ts-morph';
import type { Machine } from './machine.ts';
import { cell, root } from './path.ts';
import { unreadable } from './read.ts';
import { stale } from './stale.ts';
import { lookUp } from './scope.ts';
import type { Cell, Scope, Value } from './value.ts';

/** Functions and constants of JavaScript itself that the emitted text names. */
const natives: ReadonlySet<string> = new Set([
  'Math',
  'Number',
  'Uint8Array',
  'Int32Array',
  'Float64Array',
  'Uint16Array',
  'Map',
  'Set',
]);
const constants: Readonly<Record<string, Value>> = { undefined, NaN, Infinity };

/** The cell of a name: one at the top of the module is made when it is first named. */
export function cellOf(machine: Machine, name: ts.Identifier, scope: Scope): Cell {
  const found = lookUp(scope, name.text);
  if (found !== undefined) return found;
  const made = cell(root, topValue(machine, name));
  machine.top.names.set(name.text, made);
  return made;
}

function topValue(machine: Machine, name: ts.Identifier): Value {
  const { text } = name;
  const node = machine.read.functions.get(text);
  if (node !== undefined) return { kind: 'code', name: text, node, scope: machine.top };
  const declaration = machine.read.variables.get(text);
  if (declaration === undefined) {
    if (natives.has(text)) return { kind: 'native', name: text };
    if (Object.hasOwn(constants, text)) return constants[text];
    throw unreadable(name, `the name ${text}`);
  }
  if (declaration.initializer === undefined) throw unreadable(declaration, 'a name without a value');
  const value = machine.evaluate(declaration.initializer, machine.top, root);
  const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConst || typeof value === 'object' ? value : stale;
}
