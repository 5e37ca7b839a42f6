import * as terms from '../../logic/term.ts';
import { no, truth, whole, yes, type Application, type Operator, type Term } from '../../logic/term.ts';

/**
 * Terms of logic each of which is made once: two that are built alike are one object. So what the emitted text and the
 * kernel say in the same way is seen to be the same without a solver. Negation stands at the leaves alone; of
 * comparisons there are two, `equal` and `atMost`.
 */

// A table of what was made: it changes no result, only how often a term is made.
const made = new Map<string, Term>();
const numbers = new WeakMap<Term, number>();
const opposites = new WeakMap<Term, Term>();
let count = 0;

/** Parts of a conjunction up to which its own conjunctions are opened. */
const widest = 40;

/** The number of a term, the same for terms that are one. */
export function numberOf(term: Term): number {
  const known = numbers.get(term);
  if (known !== undefined) return known;
  count += 1;
  numbers.set(term, count);
  return count;
}

function once(key: string, make: () => Term): Term {
  const known = made.get(key);
  if (known !== undefined) return known;
  const term = make();
  made.set(key, term);
  numberOf(term);
  return term;
}

function application(operator: Operator, sort: terms.Sort, of: readonly Term[], least?: number): Term {
  const key = `${operator} ${sort} ${least ?? ''} ${of.map(numberOf).join(' ')}`;
  return once(key, () => ({
    kind: 'application',
    sort,
    operator,
    of,
    ...(least === undefined ? {} : { count: least }),
  }));
}

/** A variable, once. */
export function fact(name: string, sort: terms.Sort): Term {
  return once(`variable ${sort} ${name}`, () => terms.variable(name, sort));
}

/** A number of 32 bits, once. */
export function number32(value: number): Term {
  return once(`whole ${value | 0}`, () => whole(value));
}

/** An exact number, once. */
export function exact(value: number): Term {
  return once(`real ${value}`, () => terms.real(value));
}

/** The opposite of a truth. */
export function neg(term: Term): Term {
  if (term.kind === 'constant') return truth(term.value !== true);
  const known = opposites.get(term);
  if (known !== undefined) return known;
  const opposite = opposed(term);
  opposites.set(term, opposite);
  opposites.set(opposite, term);
  return opposite;
}

function opposed(term: Term): Term {
  if (term.kind === 'application') {
    const [first = yes, second = yes, third = yes] = term.of;
    if (term.operator === 'not') return first;
    if (term.operator === 'and') return disj(...term.of.map(neg));
    if (term.operator === 'or') return conj(...term.of.map(neg));
    if (term.operator === 'choose') return mux(first, neg(second), neg(third));
  }
  return application('not', 'truth', [term]);
}

/** All hold. */
export function conj(...parts: readonly Term[]): Term {
  return joined('and', parts);
}

/** Some holds. */
export function disj(...parts: readonly Term[]): Term {
  return joined('or', parts);
}

function joined(operator: 'and' | 'or', given: readonly Term[]): Term {
  const [settling, other] = operator === 'and' ? [no, 'or'] : [yes, 'and'];
  const parts = new Set<Term>();
  for (const term of given) {
    if (term === settling) return settling;
    if (term.kind === 'constant') continue;
    if (isA(term, operator) && term.of.length <= widest) for (const part of term.of) parts.add(part);
    else parts.add(term);
  }
  for (const term of parts) if (parts.has(neg(term))) return settling;
  // What a part settles of another is taken out of that: a and (not a or b) is a and b; a and (a or b) is a.
  for (const term of parts) {
    if (!isA(term, other) || term.of.length > widest) continue;
    if (term.of.some((part) => parts.has(part))) {
      parts.delete(term);
      continue;
    }
    const left = term.of.filter((part) => !parts.has(neg(part)));
    if (left.length === term.of.length) continue;
    parts.delete(term);
    return joined(operator, [...parts, other === 'or' ? disj(...left) : conj(...left)]);
  }
  const [first, ...others] = parts;
  if (first === undefined) return operator === 'and' ? yes : no;
  if (others.length === 0) return first;
  return application(
    operator,
    'truth',
    [...parts].sort((one, two) => numberOf(one) - numberOf(two)),
  );
}

function isA(term: Term, operator: string): term is Application {
  return term.kind === 'application' && term.operator === operator;
}

/** One of two terms of one sort. */
export function mux(condition: Term, then: Term, otherwise: Term): Term {
  if (condition.kind === 'constant') return condition.value === true ? then : otherwise;
  if (then === otherwise) return then;
  if (isA(condition, 'not')) return mux(neg(condition), otherwise, then);
  const under = (term: Term, place: 1 | 2) =>
    isA(term, 'choose') && term.of[0] === condition ? (term.of[place] ?? term) : term;
  const [first, second] = [under(then, 1), under(otherwise, 2)];
  if (first !== then || second !== otherwise) return mux(condition, first, second);
  if (then.sort === 'truth') {
    if (then === yes || then === condition) return disj(condition, otherwise);
    if (then === no) return conj(neg(condition), otherwise);
    if (otherwise === no || otherwise === condition) return conj(condition, then);
    if (otherwise === yes) return disj(neg(condition), then);
  }
  return application('choose', then.sort, [condition, then, otherwise]);
}

/** Two terms of one sort are one. */
export function same(first: Term, second: Term): Term {
  if (first === second) return yes;
  if (first.sort === 'truth') return mux(first, second, neg(second));
  return compared('equal', first, second);
}

/** The first is at most the second; wholes with their sign. */
export function atMost(first: Term, second: Term): Term {
  return first === second ? yes : compared('atMost', first, second);
}

export function less(first: Term, second: Term): Term {
  return neg(atMost(second, first));
}

function compared(operator: 'equal' | 'atMost', first: Term, second: Term): Term {
  if (first.kind === 'constant' && second.kind === 'constant')
    return truth(operator === 'equal' ? first.value === second.value : first.value <= second.value);
  for (const [term, other, isFirst] of [
    [first, second, true],
    [second, first, false],
  ] as const) {
    if (!isA(term, 'choose') || !isPlain(term, 12) || !isPlain(other, 12)) continue;
    const [condition = yes, then = yes, otherwise = yes] = term.of;
    const of = (part: Term) => (isFirst ? compared(operator, part, other) : compared(operator, other, part));
    return mux(condition, of(then), of(otherwise));
  }
  if (first === second) return yes;
  const isSorted = operator === 'atMost' || numberOf(first) <= numberOf(second);
  return application(operator, 'truth', isSorted ? [first, second] : [second, first]);
}

/** Whether a term chooses between few others: then comparisons are drawn into it. */
function isPlain(term: Term, most: number): boolean {
  return leafCount(term, most) <= most;
}

function leafCount(term: Term, most: number): number {
  if (term.kind !== 'application' || term.operator !== 'choose') return 1;
  if (most <= 0) return most + 1;
  const first = leafCount(term.of[1] ?? term, most);
  return first > most ? first : first + leafCount(term.of[2] ?? term, most - first);
}

/** What JavaScript makes of two wholes, or the exact result of two exact numbers. */
export function arithmetic(operator: terms.Arithmetic, first: Term, second: Term): Term {
  return adopted(terms.arithmetic(operator, first, second));
}

/** At least so many hold. */
export function atLeast(least: number, parts: readonly Term[]): Term {
  const open = parts.filter((part) => part.kind !== 'constant');
  const left = least - parts.filter((part) => part === yes).length;
  if (left <= 0) return yes;
  if (left > open.length) return no;
  if (left === open.length) return conj(...open);
  if (left === 1) return disj(...open);
  const sorted = [...open].sort((one, two) => numberOf(one) - numberOf(two));
  return application('atLeast', 'truth', sorted, left);
}

const adoptedBefore = new WeakMap<Term, Term>();

/** The same term, made of terms that are each made once. */
export function adopted(term: Term): Term {
  return rebuilt(term, adoptedBefore, undefined);
}

/** A number that stands for a variable where a condition holds; elsewhere 0 does. */
export interface Guarded {
  readonly when: Term;
  readonly term: Term;
}

/**
 * Opens a substitution of variables by their names, which remembers what it made. What is guarded is decided around each
 * comparison that it has a part in: so what is reckoned of a date is not reckoned of a choice.
 */
export function substitute(
  plain: ReadonlyMap<string, Term>,
  guarded: ReadonlyMap<string, Guarded>,
): (term: Term) => Term {
  const known = new WeakMap<Term, Term>();
  const byChoice = new Map<string, (term: Term) => Term>();
  const inside = new WeakMap<Term, readonly string[]>();
  const guardedIn = (term: Term): readonly string[] => {
    if (term.kind === 'variable') return guarded.has(term.name) ? [term.name] : [];
    if (term.kind === 'constant') return [];
    const before = inside.get(term);
    if (before !== undefined) return before;
    const names = [...new Set(term.of.flatMap(guardedIn))].sort();
    inside.set(term, names);
    return names;
  };
  const chosen = (names: readonly string[], choices: readonly boolean[]): ((term: Term) => Term) => {
    const key = names.map((name, place) => `${name} ${String(choices[place])}`).join(', ');
    const before = byChoice.get(key);
    if (before !== undefined) return before;
    const parts = names.map((name, place): readonly [string, Term] => [
      name,
      (choices[place] === true ? guarded.get(name)?.term : undefined) ?? number32(0),
    ]);
    const substitution = new Map([...plain, ...parts]);
    const own = new WeakMap<Term, Term>();
    const made = (term: Term) => rebuilt(term, own, substitution);
    byChoice.set(key, made);
    return made;
  };
  const decided = (term: Term, names: readonly string[], choices: readonly boolean[]): Term => {
    const name = names[choices.length];
    const guard = name === undefined ? undefined : guarded.get(name);
    if (guard === undefined) return chosen(names, choices)(term);
    return mux(
      guard.when,
      decided(term, names, [...choices, true]),
      decided(term, names, [...choices, false]),
    );
  };
  const of = (term: Term): Term => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const names = guardedIn(term);
    const isComparison =
      term.kind === 'application' && ['equal', 'less', 'atMost'].includes(term.operator) && names.length <= 4;
    const result =
      isComparison && names.length > 0 ? decided(term, names, []) : rebuild(term, of, everything);
    known.set(term, result);
    return result;
  };
  const everything = new Map([
    ...plain,
    ...[...guarded].map(([name, { when, term }]): readonly [string, Term] => [
      name,
      mux(when, term, number32(0)),
    ]),
  ]);
  return of;
}

function rebuilt(
  term: Term,
  known: WeakMap<Term, Term>,
  substitution: ReadonlyMap<string, Term> | undefined,
): Term {
  const before = known.get(term);
  if (before !== undefined) return before;
  const result = rebuild(term, (part) => rebuilt(part, known, substitution), substitution);
  known.set(term, result);
  return result;
}

function rebuild(
  term: Term,
  part: (term: Term) => Term,
  substitution: ReadonlyMap<string, Term> | undefined,
): Term {
  if (term.kind === 'constant') {
    if (term.sort === 'truth') return truth(term.value === true);
    return term.sort === 'whole' ? number32(Number(term.value)) : exact(Number(term.value));
  }
  if (term.kind === 'variable') return substitution?.get(term.name) ?? fact(term.name, term.sort);
  const of = term.of.map(part);
  const [first = yes, second = yes, third = yes] = of;
  switch (term.operator) {
    case 'not':
      return neg(first);
    case 'and':
      return conj(...of);
    case 'or':
      return disj(...of);
    case 'atLeast':
      return atLeast(term.count ?? 0, of);
    case 'choose':
      return mux(first, second, third);
    case 'equal':
      return same(first, second);
    case 'atMost':
      return atMost(first, second);
    case 'less':
      return less(first, second);
    case 'ceiling':
      return first.kind === 'constant'
        ? exact(terms.ceilingOf(Number(first.value)))
        : application('ceiling', 'real', [first]);
    default: {
      const before = terms.arithmetic(term.operator, first, second);
      if (before.kind === 'constant') return rebuild(before, part, substitution);
      if (before.kind === 'application' && before.operator === term.operator)
        return application(term.operator, term.sort, before.of);
      // An operator that went through a choice between constants, or fell away.
      return before === first || before === second ? before : adopted(before);
    }
  }
}
