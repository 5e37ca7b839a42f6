import type { ts } from 'ts-morph';
import { no, type Term } from '../../logic/term.ts';
import { fewValues } from './operators.ts';
import { numberOf } from './formula.ts';
import { along, either, read, settled, write } from './path.ts';
import { unreadable } from './read.ts';
import { staleIn } from './stale.ts';
import {
  bitsOf,
  bitsValue,
  casesOf,
  gather,
  isPlain,
  type Bits,
  type Cell,
  type Path,
  type Single,
  type Typed,
  type TypedKind,
  type Value,
} from './value.ts';

/** What is read of things by name or by place, and what is written there. */

/** The cases of a value that may be so on a path. */
export function possible(
  value: Value,
  path: Path,
): readonly { readonly when: Term; readonly value: Single }[] {
  const cases = casesOf(value);
  return cases.length === 1 ? cases : cases.filter(({ when }) => settled(path, when) !== no);
}

/** The part of a value that has a name. */
export function property(value: Value, name: string, path: Path, node: ts.Node): Value {
  return gather(
    possible(value, path).map(({ when, value: single }) => ({
      when,
      value: ofSingle(single, name, path, node),
    })),
  );
}

function ofSingle(value: Single, name: string, path: Path, node: ts.Node): Value {
  if (typeof value === 'string' && name === 'length') return value.length;
  if (isPlain(value)) throw unreadable(node, `the ${name} of ${String(value)}`);
  switch (value.kind) {
    case 'object': {
      const found = value.get(name);
      return found === undefined ? undefined : read(found, path);
    }
    case 'array':
      return property(read(value.items, path), name, path, node);
    case 'items':
      if (name === 'length') return value.of.length;
      break;
    case 'typed':
      if (name === 'length') return value.cells.length;
      break;
    default:
  }
  throw unreadable(node, `the ${name} of a ${value.kind}`);
}

/** The part of a value at a place, or of a name that is not known. */
export function element(value: Value, place: Value, path: Path, node: ts.Node): Value {
  return gather(
    possible(value, path).map(({ when, value: single }) => ({ when, value: at(single, place, path, node) })),
  );
}

function at(value: Single, place: Value, path: Path, node: ts.Node): Value {
  if (!isPlain(value) && value.kind === 'array') return element(read(value.items, path), place, path, node);
  if (typeof place === 'string') return ofSingle(value, place, path, node);
  if (isPlain(value)) throw unreadable(node, `a place of ${String(value)}`);
  const of = (index: number): Value => {
    if (value.kind === 'typed') {
      const cell = value.cells[index];
      return cell === undefined ? undefined : read(cell, path);
    }
    if (value.kind === 'items') return value.of[index];
    throw unreadable(node, `a place of a ${value.kind}`);
  };
  return gather(
    possible(place, path).map(({ when, value: index }) => {
      if (typeof index === 'number') return { when, value: of(index) };
      if (typeof index === 'string') return { when, value: ofSingle(value, index, path, node) };
      // A place that is no number is none.
      if (index === undefined) return { when, value: undefined };
      if (!isPlain(index) && index.kind === 'bits') return { when, value: among(index, of) };
      // What a number of an earlier case picks out may be anything.
      if (!isPlain(index) && index.kind === 'whole' && value.kind === 'typed')
        return { when, value: staleIn(value.type, `what place ${numberOf(index.term)} picks out`) };
      throw unreadable(node, 'this place of a list');
    }),
  );
}

/** The element at a place whose bits are open, bit by bit. */
function among({ bits }: Bits, of: (index: number) => Value): Value {
  const found = new Map<string, Value>();
  const from = (place: number, index: number): Value => {
    if (place < 0) return of(index);
    const key = `${place} ${index}`;
    const before = found.get(key);
    if (before !== undefined) return before;
    const bit = bits[place] ?? no;
    const value =
      bit.kind === 'constant'
        ? from(place - 1, bit === no ? index : index | (1 << place))
        : either(bit, from(place - 1, index | (1 << place)), from(place - 1, index));
    found.set(key, value);
    return value;
  };
  return from(31, 0);
}

/** Writes to a place of a list. */
export function writeElement(list: Value, place: Value, value: Value, path: Path, node: ts.Node): void {
  for (const { when, value: single } of possible(list, path)) {
    const there = along(path, settled(path, when));
    if (isPlain(single)) throw unreadable(node, `a place of ${String(single)}`);
    const index = !isPlain(place) && place.kind === 'bits' ? (fewValues(place) ?? place) : place;
    for (const each of possible(index, there)) {
      // A place that is no number is none: nothing is written there.
      if (each.value === undefined) continue;
      if (typeof each.value !== 'number') throw unreadable(node, 'writing to this place');
      writeAt(single, each.value, value, along(there, settled(there, each.when)), node);
    }
  }
}

function writeAt(
  list: Exclude<Single, undefined | boolean | number | string>,
  index: number,
  value: Value,
  path: Path,
  node: ts.Node,
): void {
  if (list.kind === 'typed') {
    const cell = list.cells[index];
    if (cell !== undefined) write(cell, path, coerced(list.type, value));
    return;
  }
  if (list.kind !== 'array') throw unreadable(node, `writing to a ${list.kind}`);
  const items = read(list.items, path);
  write(
    list.items,
    path,
    gather(
      possible(items, path).map(({ when, value: old }) => {
        if (isPlain(old) || old.kind !== 'items' || index >= old.of.length)
          throw unreadable(node, 'writing beyond a list');
        return { when, value: { ...old, of: old.of.map((each, other) => (other === index ? value : each)) } };
      }),
    ),
  );
}

/** What an array of numbers of one kind makes of a value. */
export function coerced(type: TypedKind, value: Value): Value {
  if (type === 'Float64Array') return value;
  const width = { Uint8Array: 8, Uint16Array: 16, Int32Array: 32 }[type];
  return gather(
    casesOf(value).map(({ when, value: single }) => {
      if (typeof single === 'number') {
        const number =
          type === 'Uint8Array' ? single & 255 : type === 'Uint16Array' ? single & 65_535 : single | 0;
        return { when, value: number };
      }
      if (isPlain(single) || single.kind !== 'bits' || width === 32) return { when, value: single };
      return { when, value: bitsValue(bitsOf(single).map((bit, place) => (place < width ? bit : no))) };
    }),
  );
}

export function typed(type: TypedKind, cells: readonly Cell[]): Typed {
  return { kind: 'typed', type, cells };
}
