import { ts } from 'ts-morph';
import { ceiling, no, yes } from '../../logic/term.ts';
import { coerced, possible, property, typed } from './access.ts';
import { adopted, conj, neg } from './formula.ts';
import type { Machine } from './machine.ts';
import { staleIn } from './stale.ts';
import { binary, compare, refuseStale, strictlyEqual } from './operators.ts';
import { along, cell, either, read, settled, write } from './path.ts';
import { unreadable } from './read.ts';
import {
  casesOf,
  gather,
  isPlain,
  mapped,
  mappedPair,
  truthValue,
  type Path,
  type Scope,
  type Single,
  type TypedKind,
  type Value,
} from './value.ts';

/** Calls: of the text's own functions, of those of JavaScript, and of methods. */

export function call(machine: Machine, node: ts.CallExpression, scope: Scope, path: Path): Value {
  const { expression } = node;
  const values = () =>
    node.arguments.map((part) => {
      if (ts.isSpreadElement(part)) throw unreadable(part);
      return machine.evaluate(part, scope, path);
    });
  if (ts.isPropertyAccessExpression(expression)) {
    const owner = machine.evaluate(expression.expression, scope, path);
    if (!isPlain(owner) && owner.kind === 'native')
      return ofNative(machine, owner.name, expression.name.text, values(), path, node);
    const isLacking =
      expression.questionDotToken === undefined ? no : settled(path, strictlyEqual(owner, undefined));
    if (isLacking === yes) return undefined;
    const there = along(path, neg(isLacking));
    const given = possible(owner, there);
    const args = values();
    const result = gather(
      given.map(({ when, value }) => ({
        when,
        value: method(
          machine,
          value,
          expression.name.text,
          args,
          along(there, given.length === 1 ? yes : settled(there, when)),
          node,
        ),
      })),
    );
    return isLacking === no ? result : either(isLacking, undefined, result);
  }
  if (!ts.isIdentifier(expression)) throw unreadable(node, 'a call of this');
  const called = machine.evaluate(expression, scope, path);
  const args = values();
  if (isPlain(called)) throw unreadable(node, 'a call of what is no function');
  if (called.kind === 'native' && called.name === 'Number')
    return mapped(args[0], (single) => number(single, node));
  if (called.kind !== 'code') throw unreadable(node, `a call of ${expression.text}`);
  const summary = machine.summaries.get(called.name);
  const summed = summary === undefined ? undefined : bySummary(machine, called, args, summary, path);
  return summed === undefined ? machine.run(called, args, path) : summed.value;
}

/** What a summary says case by case of the first argument; where it says nothing, the function is run. */
function bySummary(
  machine: Machine,
  called: Extract<Value, { kind: 'code' }>,
  [first, ...others]: readonly Value[],
  summary: (values: readonly Value[]) => Value | undefined,
  path: Path,
): { readonly value: Value } | undefined {
  const cases = possible(first, path);
  if (cases.every(({ value }) => isPlain(value))) return undefined;
  return {
    value: gather(
      cases.map(({ when, value }) => {
        const known = summary([value, ...others]);
        if (known !== undefined) return { when, value: known };
        const there = along(path, cases.length === 1 ? yes : settled(path, when));
        return { when, value: machine.run(called, [value, ...others], there) };
      }),
    ),
  };
}

function number(value: Single, node: ts.Node): Value {
  if (isPlain(value)) return Number(value);
  if (value.kind === 'rounded' || value.kind === 'real') return value;
  throw unreadable(node, `the number of a ${value.kind}`);
}

function ofNative(
  machine: Machine,
  owner: string,
  name: string,
  values: readonly Value[],
  path: Path,
  node: ts.CallExpression,
): Value {
  const [first, second] = values;
  switch (`${owner}.${name}`) {
    case 'Math.floor':
      return mapped(first, (single) => floor(single, node));
    case 'Math.ceil':
      return mapped(first, (single) => {
        if (isPlain(single)) return Math.ceil(Number(single));
        if (single.kind !== 'rounded') throw unreadable(node, 'a number rounded up');
        return { kind: 'real', term: adopted(ceiling(single.term)) };
      });
    case 'Math.abs':
      return mapped(first, (single) => {
        if (isPlain(single)) return Math.abs(Number(single));
        throw unreadable(node, 'an absolute value');
      });
    case 'Math.min':
      return mappedPair(first, second, (one, two) => lesser(one, two));
    case 'Math.max':
      return mappedPair(first, second, (one, two) => lesser(two, one, true));
    case 'Math.clz32':
      return mapped(first, (single) => leadingZeros(single, node));
    case 'Number.isNaN':
      return mapped(first, (single) => {
        refuseStale(single);
        return typeof single === 'number' && Number.isNaN(single);
      });
    case 'Uint8Array.from':
    case 'Uint16Array.from':
    case 'Int32Array.from':
    case 'Float64Array.from':
      return typedFrom(machine, kindOf(owner), values, path, node);
    default:
      throw unreadable(node, `${owner}.${name}`);
  }
}

function floor(value: Single, node: ts.Node): Value {
  if (isPlain(value)) return Math.floor(Number(value));
  if (value.kind === 'quotient') return { ...value, isFloored: true };
  if (value.kind === 'whole' || value.kind === 'bits' || value.kind === 'day') return value;
  throw unreadable(node, `the floor of a ${value.kind}`);
}

/** The lesser of two; the greater, where their order is turned round. */
function lesser(first: Single, second: Single, isGreatest = false): Value {
  const isFirst = compare('<=', first, second);
  return isGreatest ? either(isFirst, second, first) : either(isFirst, first, second);
}

function leadingZeros(value: Single, node: ts.Node): Value {
  if (isPlain(value)) return Math.clz32(Number(value));
  if (value.kind !== 'bits') throw unreadable(node, 'the leading zeros of this');
  const { bits } = value;
  const cases = bits.map((bit, place) => ({
    when: conj(bit, ...bits.slice(place + 1).map(neg)),
    value: 31 - place,
  }));
  return gather([...cases, { when: conj(...bits.map(neg)), value: 32 }]);
}

function kindOf(name: string): TypedKind {
  switch (name) {
    case 'Uint8Array':
    case 'Uint16Array':
    case 'Int32Array':
      return name;
    default:
      return 'Float64Array';
  }
}

function typedFrom(
  machine: Machine,
  kind: TypedKind,
  [source, each]: readonly Value[],
  path: Path,
  node: ts.Node,
): Value {
  const list = possible(source, path)[0]?.value;
  if (list === undefined || isPlain(list)) throw unreadable(node, 'an array of this');
  const given = list.kind === 'object' ? undefined : itemsOf(list, path, node);
  const length = given?.length ?? property(list, 'length', path, node);
  if (typeof length !== 'number') throw unreadable(node, 'an array of a length that is not known');
  const value = (index: number): Value => {
    const item = given?.[index];
    if (each === undefined) return item;
    if (isPlain(each) || each.kind !== 'code') throw unreadable(node, 'an array made by this');
    return machine.run(each, [item, index], path);
  };
  return typed(
    kind,
    Array.from({ length }, (_, index) => cell(path, coerced(kind, value(index)))),
  );
}

/** What a list holds of which it is known how many there are. */
function itemsOf(list: Single, path: Path, node: ts.Node): readonly Value[] {
  if (isPlain(list)) throw unreadable(node, 'a list');
  if (list.kind === 'items') return list.of;
  if (list.kind !== 'array') throw unreadable(node, `a list of a ${list.kind}`);
  const items = read(list.items, path);
  if (isPlain(items) || items.kind !== 'items')
    throw unreadable(node, 'a list of a length that is not known');
  return items.of;
}

export function construct(machine: Machine, node: ts.NewExpression, scope: Scope, path: Path): Value {
  const name = node.expression.getText();
  const [argument] = (node.arguments ?? []).map((part) => machine.evaluate(part, scope, path));
  switch (name) {
    case 'Uint8Array':
    case 'Uint16Array':
    case 'Int32Array':
    case 'Float64Array': {
      if (typeof argument !== 'number') throw unreadable(node, 'an array of a length that is not known');
      // An array of the module holds what an earlier case left.
      const isOld = scope === machine.top;
      const owner = isOld && ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : name;
      const first = (place: number): Value => (isOld ? staleIn(name, `${owner}[${place}]`) : 0);
      return typed(
        name,
        Array.from({ length: argument }, (_, place) => cell(path, first(place))),
      );
    }
    case 'Map':
    case 'Set': {
      const items =
        argument === undefined
          ? []
          : itemsOf(
              argument === undefined || isPlain(argument) ? undefined : only(argument, node),
              path,
              node,
            );
      const entries = items.map((item): readonly [string | number, Value] => {
        const [key, value] = name === 'Set' ? [item, true] : itemsOf(only(item, node), path, node);
        if (typeof key !== 'string' && typeof key !== 'number')
          throw unreadable(node, 'a key that is not known');
        return [key, value];
      });
      return { kind: 'names', of: new Map(entries) };
    }
    default:
      throw unreadable(node, `new ${name}`);
  }
}

function only(value: Value, node: ts.Node): Single {
  const [first, second] = casesOf(value);
  if (first === undefined || second !== undefined) throw unreadable(node, 'one of several values here');
  return first.value;
}

function method(
  machine: Machine,
  owner: Single,
  name: string,
  values: readonly Value[],
  path: Path,
  node: ts.CallExpression,
): Value {
  if (typeof owner === 'string') return ofText(owner, name, values, node);
  if (isPlain(owner)) throw unreadable(node, `${name} of ${String(owner)}`);
  const [first] = values;
  switch (owner.kind) {
    case 'names':
      if (name === 'get') return mapped(first, (key) => owner.of.get(isPlain(key) ? key : undefined));
      if (name === 'has') return mapped(first, (key) => owner.of.has(isPlain(key) ? key : undefined));
      break;
    case 'typed':
      if (name === 'fill') {
        for (const each of owner.cells) write(each, path, coerced(owner.type, first));
        return owner;
      }
      break;
    case 'array':
      if (name === 'push') return push(owner, values, path, node);
      return mapped(read(owner.items, path), (items) => method(machine, items, name, values, path, node));
    case 'items':
      return ofItems(machine, owner.of, name, values, path, node);
    case 'real':
      if (name === 'toPrecision' && first === 12) return { kind: 'rounded', term: owner.term };
      break;
    case 'date':
      throw unreadable(node, `${name} of a date that is not known`);
    default:
  }
  throw unreadable(node, `${name} of a ${owner.kind}`);
}

function push(
  owner: Extract<Value, { kind: 'array' }>,
  values: readonly Value[],
  path: Path,
  node: ts.Node,
): Value {
  const longer = mapped(read(owner.items, path), (items) => {
    if (isPlain(items) || items.kind !== 'items') throw unreadable(node, 'pushing to this');
    return { kind: 'items', of: [...items.of, ...values] };
  });
  write(owner.items, path, longer);
  return undefined;
}

function ofItems(
  machine: Machine,
  items: readonly Value[],
  name: string,
  [first]: readonly Value[],
  path: Path,
  node: ts.CallExpression,
): Value {
  switch (name) {
    case 'includes':
      return truthValue(neg(conj(...items.map((item) => neg(strictlyEqual(item, first))))));
    case 'indexOf':
      return items.reduceRight<Value>(
        (otherwise, item, place) => either(settled(path, strictlyEqual(item, first)), place, otherwise),
        -1,
      );
    case 'every': {
      if (first === undefined || isPlain(first) || first.kind !== 'code')
        throw unreadable(node, 'every of this');
      return items.reduce<Value>((all, item) => binary('&', all, machine.run(first, [item], path)), true);
    }
    default:
      throw unreadable(node, `${name} of a list`);
  }
}

/** Methods of a text that is known. */
function ofText(text: string, name: string, values: readonly Value[], node: ts.Node): Value {
  const [first, second] = values;
  switch (name) {
    case 'trim':
      return text.trim();
    case 'toLowerCase':
      return text.toLowerCase();
    case 'toUpperCase':
      return text.toUpperCase();
    case 'charCodeAt':
      if (typeof first === 'number') return text.charCodeAt(first);
      break;
    case 'replace': {
      if (typeof second !== 'string') break;
      if (typeof first === 'string') return text.replace(first, second);
      if (!isPlain(first) && first.kind === 'pattern') return text.replace(first.expression, second);
      break;
    }
    case 'toPrecision':
      break;
    default:
  }
  throw unreadable(node, `${name} of a text`);
}
