import { dateText, isDay, packedDate } from './date.ts';
import type { Assignment } from './evaluate.ts';
import {
  and,
  equal,
  isAmong,
  no,
  not,
  or,
  real,
  variable,
  whole,
  yes,
  atMost,
  type Term,
  type Value,
  type Variable,
} from './term.ts';

/** A fact of a case, as variables of the solver. It may be missing. */
export interface Known {
  readonly variables: readonly Variable[];
  /** What every value of the variables keeps to. */
  readonly constraint: Term;
  readonly isKnown: Term;
  /** The values of its variables where it is missing. */
  readonly assign: (value: undefined) => readonly (readonly [string, Value])[];
}

/** The same, and how it is put into a case and read from one; `T` is what it is there. */
export interface Fact<T> extends Known {
  /** The values of its variables; throws OutOfReach for what they can't say. */
  readonly assign: (value: T | undefined) => readonly (readonly [string, Value])[];
  /** What an assignment says of it. */
  readonly read: (assignment: Assignment) => T | undefined;
}

/** A case says something that is not reasoned about, as a date of 1850. */
export class OutOfReach extends Error {}

/** A fact that is one of several values; what is none of them is `other`. */
export interface Choice extends Fact<string> {
  /** Holds where it is known and one of these; of an id that the fact lacks, nowhere. */
  readonly isOneOf: (ids: readonly string[]) => Term;
}

/** A day, packed as in `date.ts`; 0 where it is missing. */
export interface Day extends Fact<string> {
  readonly term: Term;
}

export interface Flag extends Fact<boolean> {
  /** Holds where it is known and true. */
  readonly isTrue: Term;
}

export interface Quantity extends Fact<number> {
  readonly term: Term;
}

/** One of these ids; with `other`, of which the text may stand for any further one. */
export function choice(name: string, ids: readonly string[], other?: string): Choice {
  const values = other === undefined ? ids : [...ids, other];
  const term = variable(name, 'whole');
  const placeOf = (id: string) => values.indexOf(id) + 1;
  return {
    variables: [term],
    constraint: and(atMost(whole(0), term), atMost(term, whole(values.length))),
    isKnown: not(equal(term, whole(0))),
    isOneOf: (wanted) =>
      isAmong(
        term,
        wanted.map(placeOf).filter((place) => place > 0),
      ),
    assign: (value) => {
      if (value === undefined) return [[name, 0]];
      const place = placeOf(value);
      if (place === 0 && other === undefined) throw new OutOfReach(`${name} is '${value}'.`);
      return [[name, place === 0 ? values.length : place]];
    },
    read: (assignment) => values[Number(assignment.get(name) ?? 0) - 1],
  };
}

export function day(name: string): Day {
  const term = variable(name, 'whole');
  return {
    term,
    variables: [term],
    constraint: or(equal(term, whole(0)), isDay(term)),
    isKnown: not(equal(term, whole(0))),
    assign: (value) => {
      const packed = value === undefined ? 0 : packedDate(value);
      if (packed === undefined) throw new OutOfReach(`${name} is ${String(value)}.`);
      return [[name, packed]];
    },
    read: (assignment) => {
      const value = Number(assignment.get(name) ?? 0);
      return value === 0 ? undefined : dateText(value);
    },
  };
}

export function flag(name: string): Flag {
  const [isKnown, isTrue] = [variable(`${name} is known`, 'truth'), variable(name, 'truth')];
  return {
    variables: [isKnown, isTrue],
    constraint: or(isKnown, not(isTrue)),
    isKnown,
    isTrue,
    assign: (value) => [
      [isKnown.name, value !== undefined],
      [name, value === true],
    ],
    read: (assignment) => (assignment.get(isKnown.name) === true ? assignment.get(name) === true : undefined),
  };
}

export function quantity(name: string): Quantity {
  const [isKnown, term] = [variable(`${name} is known`, 'truth'), variable(name, 'real')];
  return {
    term,
    variables: [isKnown, term],
    constraint: yes,
    isKnown,
    assign: (value) => [
      [isKnown.name, value !== undefined],
      [name, value ?? 0],
    ],
    read: (assignment) => (assignment.get(isKnown.name) === true ? Number(assignment.get(name)) : undefined),
  };
}

/** Holds where two facts, both known, are of one value; the values that both may have must be of the same places. */
export function areSame(first: Choice, second: Choice): Term {
  const [own] = first.variables;
  const [other] = second.variables;
  return own === undefined || other === undefined ? no : equal(own, other);
}

/** A choice that no question reads: always missing, and no variable. */
export const noChoice: Choice = { ...missing<string>(), isOneOf: () => no };
export const noDay: Day = { ...missing<string>(), term: whole(0) };
export const noFlag: Flag = { ...missing<boolean>(), isTrue: no };
export const noQuantity: Quantity = { ...missing<number>(), term: real(0) };

function missing<T>(): Fact<T> {
  return { variables: [], constraint: yes, isKnown: no, assign: () => [], read: () => undefined };
}
