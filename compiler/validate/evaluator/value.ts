import type { ts } from 'ts-morph';
import { dayNumber } from '../../logic/date.ts';
import { no, yes, type Term } from '../../logic/term.ts';
import { adopted, arithmetic, conj, disj, mux, neg, number32, numberOf } from './formula.ts';

/**
 * What an expression of the emitted text comes to where the case is not given: a constant, a term, or one of several
 * with the condition of each.
 */
export type Value = Single | Either;

/** What is not one of several. */
export type Single =
  Plain | Truth | Bits | Whole | Day | Ordinal | DateText | Quotient | Real | Rounded | Kept;

/** A constant of JavaScript. */
export type Plain = undefined | boolean | number | string;

/** Things that are kept by reference. */
export type Kept = ObjectValue | ArrayValue | Items | Guarded | Typed | Names | Code | Native | Pattern;

/** One of several values: of the conditions exactly one holds, where the value is read at all. */
export interface Either {
  readonly kind: 'either';
  readonly cases: readonly Case[];
}

export interface Case {
  readonly when: Term;
  readonly value: Single;
}

/** A yes or no. */
export interface Truth {
  readonly kind: 'truth';
  readonly term: Term;
}

/** A whole number by its 32 bits, the lowest first. */
export interface Bits {
  readonly kind: 'bits';
  readonly bits: readonly Term[];
}

/** A whole number that a term of 32 bits holds, and what it lies between. */
export interface Whole {
  readonly kind: 'whole';
  readonly term: Term;
  readonly least: number;
  readonly most: number;
  /** The days, packed, of which this is how far the second lies after the first. */
  readonly between?: readonly [from: Term, to: Term];
  /** The numbers of days of which this is how far the second lies after the first. */
  readonly days?: readonly [from: Ordinal, to: Ordinal];
}

/** The number that the text makes of a date: 384 to a year, 32 to a month. The date is packed as `logic/date.ts` has it. */
export interface Day {
  readonly kind: 'day';
  readonly packed: Term;
}

/** The number of a day counted without gaps, as the text reckons it, and so many days on. */
export interface Ordinal {
  readonly kind: 'ordinal';
  readonly packed: Term;
  readonly plus: number;
}

/** A date of the case, as its text. */
export interface DateText {
  readonly kind: 'date';
  readonly packed: Term;
}

/** A whole divided by a number, and whether what is left over was dropped. */
export interface Quotient {
  readonly kind: 'quotient';
  readonly of: Whole;
  readonly by: number;
  readonly isFloored: boolean;
}

/** An exact number. */
export interface Real {
  readonly kind: 'real';
  readonly term: Term;
}

/** An exact number to twelve digits, as a text of it or as a number. */
export interface Rounded {
  readonly kind: 'rounded';
  readonly term: Term;
}

/** An object; what it lacks is undefined. */
export interface ObjectValue {
  readonly kind: 'object';
  readonly get: (name: string) => Cell | undefined;
  readonly set: (name: string, cell: Cell) => void;
}

/** An array that may be written: what it holds at present. */
export interface ArrayValue {
  readonly kind: 'array';
  readonly items: Cell;
}

/** What an array holds. */
export interface Items {
  readonly kind: 'items';
  readonly of: readonly Value[];
}

/** A list of the case whose entries may be there or not. */
export interface Guarded {
  readonly kind: 'guarded';
  readonly of: readonly { readonly when: Term; readonly value: Value }[];
}

/** An array of numbers of one kind. */
export interface Typed {
  readonly kind: 'typed';
  readonly type: TypedKind;
  readonly cells: readonly Cell[];
}

export type TypedKind = 'Uint8Array' | 'Uint16Array' | 'Int32Array' | 'Float64Array';

/** A map or a set by names. */
export interface Names {
  readonly kind: 'names';
  readonly of: ReadonlyMap<Plain, Value>;
}

/** A function of JavaScript itself, as `Math.min`. */
export interface Native {
  readonly kind: 'native';
  readonly name: string;
}

/** A regular expression. */
export interface Pattern {
  readonly kind: 'pattern';
  readonly expression: RegExp;
}

/** Under what conditions a piece of the text runs: what must hold beside the path before it. */
export interface Path {
  readonly parent: Path | undefined;
  readonly depth: number;
  readonly when: Term;
  /** What is known to hold on it. */
  readonly known: ReadonlySet<Term>;
}

/** What may be written: the values by the path on which each was written, the latest last. */
export interface Cell {
  readonly written: { readonly path: Path; readonly value: Value }[];
}

/** A function of the emitted text, with what it sees. */
export interface Code {
  readonly kind: 'code';
  readonly name: string;
  readonly node: ts.FunctionDeclaration | ts.ArrowFunction;
  readonly scope: Scope;
}

/** The names that are seen at a place of the text. */
export interface Scope {
  readonly names: Map<string, Cell>;
  readonly outer: Scope | undefined;
}

export function isPlain(value: Value): value is Plain {
  return typeof value !== 'object';
}

/** The cases of a value: of one that is not one of several, itself. */
export function casesOf(value: Value): readonly Case[] {
  return typeof value === 'object' && value.kind === 'either' ? value.cases : [{ when: yes, value }];
}

/** What a function makes of each of the cases. */
export function mapped(value: Value, of: (single: Single) => Value): Value {
  if (isPlain(value) || value.kind !== 'either') return of(value);
  return gather(value.cases.map((each) => ({ when: each.when, value: of(each.value) })));
}

/** The same for two values. */
export function mappedPair(first: Value, second: Value, of: (first: Single, second: Single) => Value): Value {
  return mapped(first, (one) => mapped(second, (two) => of(one, two)));
}

/** A truth as a value. */
export function truthValue(term: Term): boolean | Truth {
  return term.kind === 'constant' ? term.value === true : { kind: 'truth', term };
}

/** A whole as a value; a constant where its term is one. */
export function wholeValue(term: Term, least: number, most: number): number | Whole {
  return term.kind === 'constant' ? Number(term.value) : { kind: 'whole', term, least, most };
}

/** Bits as a value; a constant where each is one. */
export function bitsValue(bits: readonly Term[]): number | Bits {
  if (bits.some((bit) => bit.kind !== 'constant')) return { kind: 'bits', bits };
  return bits.reduce((sum, bit, place) => sum | (bit === yes ? 1 << place : 0), 0);
}

/** One bit of a constant. */
export function bitOf(value: number, place: number): Term {
  return ((value >> place) & 1) === 1 ? yes : no;
}

/**
 * One value of several with their conditions, of which exactly one holds: what is alike is put together, and of a kind
 * that terms can hold a term is made.
 */
export function gather(given: readonly { readonly when: Term; readonly value: Value }[]): Value {
  const flat = given.flatMap(({ when, value }): readonly Case[] =>
    isPlain(value) || value.kind !== 'either'
      ? when === no
        ? []
        : [{ when, value }]
      : value.cases
          .map((each) => ({ when: conj(when, each.when), value: each.value }))
          .filter((each) => each.when !== no),
  );
  const groups = new Map<unknown, Case[]>();
  const hasBits = flat.some(({ value }) => typeof value === 'object' && value.kind === 'bits');
  for (const each of flat) {
    const key = keyOf(each.value, hasBits);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  const cases = [...groups.values()].map(putTogether);
  const [only] = cases;
  if (only === undefined) return undefined;
  return cases.length === 1 ? only.value : { kind: 'either', cases };
}

/** What is alike has one key. */
function keyOf(value: Single, hasBits: boolean): unknown {
  if (typeof value === 'boolean') return 'truth';
  if (hasBits && typeof value === 'number' && (value | 0) === value) return 'bits';
  if (isPlain(value)) return `${typeof value} ${Object.is(value, -0) ? '-0' : String(value)}`;
  switch (value.kind) {
    case 'truth':
    case 'bits':
    case 'whole':
    case 'real':
      return value.kind;
    case 'day':
    case 'date':
      return value.packed;
    case 'ordinal':
      return `ordinal ${value.plus} ${numberOf(value.packed)}`;
    case 'quotient':
      return `quotient ${value.by} ${String(value.isFloored)}`;
    case 'items':
      return `items ${value.of.length}`;
    default:
      return value;
  }
}

function putTogether(group: readonly Case[]): Case {
  const [first] = group;
  if (first === undefined) return { when: no, value: undefined };
  if (group.length === 1) return first;
  const when = disj(...group.map((each) => each.when));
  return { when, value: combined(group, first.value) };
}

function combined(group: readonly Case[], first: Single): Single {
  const chosen = (of: (value: Single) => Term) => select(group.map((each) => [each.when, of(each.value)]));
  if (typeof first === 'boolean') return truthValue(chosen(termOfTruth));
  if (isPlain(first) && typeof first !== 'number') return first;
  if (typeof first === 'number') {
    if (group.every(({ value }) => Object.is(value, first))) return first;
    return bitsValue(Array.from({ length: 32 }, (_, place) => chosen((value) => bitsOf(value)[place] ?? no)));
  }
  switch (first.kind) {
    case 'truth':
      return truthValue(chosen(termOfTruth));
    case 'bits':
      return bitsValue(
        Array.from({ length: 32 }, (_, place) => chosen((value) => bitsOf(value)[place] ?? no)),
      );
    case 'real':
      return { kind: 'real', term: chosen((value) => (isKind(value, 'real') ? value.term : first.term)) };
    case 'whole':
    case 'quotient':
      return wholes(group, first);
    case 'items':
      return {
        kind: 'items',
        of: first.of.map((_, place) =>
          gather(
            group.map(({ when, value }) => ({
              when,
              value: isKind(value, 'items') ? value.of[place] : undefined,
            })),
          ),
        ),
      };
    default:
      return first;
  }
}

function wholes(group: readonly Case[], first: Whole | Quotient): Single {
  const parts = group.flatMap(({ when, value }) => {
    if (isKind(value, 'whole')) return [[when, value] as const];
    return isKind(value, 'quotient') ? [[when, value.of] as const] : [];
  });
  const term = select(parts.map(([when, part]) => [when, part.term]));
  const of: Whole = {
    kind: 'whole',
    term,
    least: Math.min(...parts.map(([, part]) => part.least)),
    most: Math.max(...parts.map(([, part]) => part.most)),
  };
  return first.kind === 'whole' ? of : { ...first, of };
}

function isKind<Kind extends Exclude<Single, Plain>['kind']>(
  value: Single,
  kind: Kind,
): value is Extract<Exclude<Single, Plain>, { kind: Kind }> {
  return typeof value === 'object' && value.kind === kind;
}

function termOfTruth(value: Single): Term {
  if (typeof value === 'boolean') return value ? yes : no;
  return isKind(value, 'truth') ? value.term : no;
}

/** The bits of a whole that has some. */
export function bitsOf(value: Single): readonly Term[] {
  if (typeof value === 'object' && value.kind === 'bits') return value.bits;
  const number = typeof value === 'number' ? value : 0;
  return Array.from({ length: 32 }, (_, place) => bitOf(number, place));
}

/** The term whose condition holds; of truths, without choosing. */
export function select(parts: readonly (readonly [when: Term, term: Term])[]): Term {
  const [first, second] = parts;
  if (first === undefined) return no;
  if (parts.length === 1) return first[1];
  if (first[1].sort === 'truth') {
    if (parts.length === 2 && second !== undefined && first[0] === neg(second[0]))
      return mux(first[0], first[1], second[1]);
    const distinct = new Set(parts.map(([, term]) => term));
    const [only] = distinct;
    if (distinct.size === 1 && only !== undefined) return only;
    return disj(...parts.map(([when, term]) => conj(when, term)));
  }
  return parts
    .slice(0, -1)
    .reduceRight((otherwise, [when, term]) => mux(when, term, otherwise), parts.at(-1)?.[1] ?? first[1]);
}

/** The number that the text makes of a date, as a whole. */
export function wholeOfDay({ packed }: Day): Whole {
  const part = (shift: number, mask: number) =>
    arithmetic('bitAnd', arithmetic('shiftRight', packed, number32(shift)), number32(mask));
  const year = arithmetic('shiftRight', packed, number32(9));
  const month = arithmetic('subtract', part(5, 15), number32(1));
  const months = arithmetic('add', arithmetic('multiply', year, number32(12)), month);
  const term = arithmetic('add', arithmetic('shiftLeft', months, number32(5)), part(0, 31));
  return { kind: 'whole', term, least: 1900 * 384, most: 2101 * 384 };
}

/** The number of a day as a whole: what the text reckons is that of `logic/date.ts` and a constant. */
export function wholeOfOrdinal({ packed, plus }: Ordinal): Whole {
  const term = arithmetic('add', adopted(dayNumber(packed)), number32(ordinalOffset + plus));
  return { kind: 'whole', term, least: 650_000 + plus, most: 800_000 + plus };
}

/** That it is so is checked for every day. */
export const ordinalOffset = -15;
