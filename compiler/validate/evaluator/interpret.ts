import { ts } from 'ts-morph';
import { evaluate } from './expressions.ts';
import type { Machine } from './machine.ts';
import { cellOf } from './names.ts';
import { read, root } from './path.ts';
import { unreadable, type Read } from './read.ts';
import { runFunction } from './statements.ts';
import { inner } from './scope.ts';
import { isPlain, type Value } from './value.ts';

/** Opens a module to be read, its variables as some earlier case left them. */
export function openModule(module: Read, summaries: Machine['summaries']): Machine {
  const machine: Machine = {
    read: module,
    top: inner(undefined),
    summaries,
    evaluate: (node, scope, path) => evaluate(machine, node, scope, path),
    run: (code, values, path) => runFunction(machine, code, values, path),
  };
  return machine;
}

/** The value of a name at the top of a module. Throws Unreadable where it has none. */
export function topValue(machine: Machine, name: string): Value {
  return read(cellOf(machine, ts.factory.createIdentifier(name), machine.top), root);
}

/** What a function of the module gives back. */
export function callTop(machine: Machine, name: string, values: readonly Value[]): Value {
  const value = topValue(machine, name);
  if (isPlain(value) || value.kind !== 'code')
    throw unreadable(machine.read.source, `a module without ${name}`);
  return machine.run(value, values, root);
}
