import { isDay } from '../../logic/date.ts';
import type { Assignment } from '../../logic/evaluate.ts';
import { variable, yes, type Sort, type Term, type Variable } from '../../logic/term.ts';
import { adopted, atMost, conj, disj, fact, mux, neg, number32, same, type Guarded } from './formula.ts';
import { years } from './days.ts';
import { cell, root } from './path.ts';
import { gather, type Cell, type Value } from './value.ts';
import { dateText } from '../../logic/date.ts';

/** Facts of a case as they stand in its record, before anything is made of them: each a value of the text, of variables. */
export interface Sheet {
  readonly variables: Variable[];
  readonly constraints: Term[];
  /** What the kernel's variables are in terms of these, by their names. */
  readonly substitution: Map<string, Term>;
  /** The same for days that count on a condition. */
  readonly guarded: Map<string, Guarded>;
}

/** A fact: what the text reads, where it is there, and what an assignment says of it. */
export interface Raw<T> {
  readonly value: Value;
  readonly isKnown: Term;
  readonly read: (assignment: Assignment) => T | undefined;
}

export interface RawText extends Raw<string> {
  readonly term: Term;
  readonly options: readonly string[];
}

export interface RawDay extends Raw<string> {
  /** Packed; 0 where it is left out. */
  readonly term: Term;
}

export interface RawFlag extends Raw<boolean> {
  readonly isTrue: Term;
}

export interface RawNumber extends Raw<number> {
  readonly term: Term;
}

function declared(sheet: Sheet, name: string, sort: Sort): Term {
  sheet.variables.push(variable(name, sort));
  return fact(name, sort);
}

/** One of some texts, or, where it is not required, left out. */
export function text(sheet: Sheet, name: string, options: readonly string[], isRequired = false): RawText {
  const term = declared(sheet, name, 'whole');
  sheet.constraints.push(
    conj(atMost(number32(isRequired ? 1 : 0), term), atMost(term, number32(options.length))),
  );
  const lacks = same(term, number32(0));
  return {
    term,
    options,
    isKnown: isRequired ? yes : neg(lacks),
    value: gather([
      ...(isRequired ? [] : [{ when: lacks, value: undefined }]),
      ...options.map((option, place) => ({ when: same(term, number32(place + 1)), value: option })),
    ]),
    read: (assignment) => options[Number(assignment.get(name) ?? 0) - 1],
  };
}

/** A date, or left out. */
export function date(sheet: Sheet, name: string, isRequired = false): RawDay {
  const term = declared(sheet, name, 'whole');
  const lacks = same(term, number32(0));
  const isOne = conj(atMost(number32(years.first << 9), term), adopted(isDay(term)));
  sheet.constraints.push(isRequired ? isOne : disj(lacks, isOne));
  return {
    term,
    isKnown: isRequired ? yes : neg(lacks),
    value: gather([
      ...(isRequired ? [] : [{ when: lacks, value: undefined }]),
      { when: isRequired ? yes : neg(lacks), value: { kind: 'date' as const, packed: term } },
    ]),
    read: (assignment) => {
      const packed = Number(assignment.get(name) ?? 0);
      return packed === 0 ? undefined : dateText(packed);
    },
  };
}

/** Yes, no, or left out. */
export function flag(sheet: Sheet, name: string): RawFlag {
  const isKnown = declared(sheet, `${name} is known`, 'truth');
  const isTrue = declared(sheet, name, 'truth');
  sheet.constraints.push(disj(isKnown, neg(isTrue)));
  return {
    isKnown,
    isTrue,
    value: gather([
      { when: neg(isKnown), value: undefined },
      { when: isKnown, value: { kind: 'truth', term: isTrue } },
    ]),
    read: (assignment) =>
      assignment.get(`${name} is known`) === true ? assignment.get(name) === true : undefined,
  };
}

/** A number, or left out. */
export function quantity(sheet: Sheet, name: string): RawNumber {
  const isKnown = declared(sheet, `${name} is known`, 'truth');
  const term = declared(sheet, name, 'real');
  return {
    isKnown,
    term,
    value: gather([
      { when: neg(isKnown), value: undefined },
      { when: isKnown, value: { kind: 'real', term } },
    ]),
    read: (assignment) => {
      const value = Number(assignment.get(name) ?? 0);
      return assignment.get(`${name} is known`) === true && Number.isFinite(value) ? value : undefined;
    },
  };
}

/** An object whose parts are made when they are first read. */
export function record(part: (name: string) => Value): Value {
  const cells = new Map<string, Cell>();
  return {
    kind: 'object',
    get: (name) => {
      const known = cells.get(name) ?? cell(root, part(name));
      cells.set(name, known);
      return known;
    },
    set: (name, own) => void cells.set(name, own),
  };
}

/** An object that may be left out. */
export function optional(
  sheet: Sheet,
  name: string,
  value: Value,
): { readonly value: Value; readonly isThere: Term } {
  const isThere = declared(sheet, `${name} is there`, 'truth');
  return {
    isThere,
    value: gather([
      { when: neg(isThere), value: undefined },
      { when: isThere, value },
    ]),
  };
}

/** A number where a condition holds, and 0 elsewhere. */
export function orNone(when: Term, term: Term): Term {
  return mux(when, term, number32(0));
}
