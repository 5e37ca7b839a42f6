/**
 * Terms of logic: yes or no, whole numbers of 32 bits as JavaScript's operators take them, and exact numbers. They are
 * made by the functions here alone, which fold what is already known; so a term over constants is a constant.
 */
export type Term = Constant | Variable | Application;

/** `whole` numbers have 32 bits and a sign; `real` ones are exact. */
export type Sort = 'truth' | 'whole' | 'real';

/** What a variable may stand for. */
export type Value = boolean | number;

export interface Constant {
  readonly kind: 'constant';
  readonly sort: Sort;
  readonly value: Value;
}

/** A fact, by a name such as `request.kind`. */
export interface Variable {
  readonly kind: 'variable';
  readonly sort: Sort;
  readonly name: string;
}

export interface Application {
  readonly kind: 'application';
  readonly sort: Sort;
  readonly operator: Operator;
  readonly of: readonly Term[];
  /** For `atLeast`: how many. */
  readonly count?: number;
}

/** Operators by what they take and give; those on wholes are JavaScript's own of the same name. */
export type Operator =
  | 'not'
  | 'and'
  | 'or'
  | 'atLeast'
  | 'equal'
  | 'choose'
  | 'less'
  | 'atMost'
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'remainder'
  | 'bitAnd'
  | 'bitOr'
  | 'bitXor'
  | 'shiftLeft'
  | 'shiftRight'
  | 'ceiling';

export const yes: Term = { kind: 'constant', sort: 'truth', value: true };
export const no: Term = { kind: 'constant', sort: 'truth', value: false };

/** A whole number of 32 bits. */
export function whole(value: number): Term {
  return { kind: 'constant', sort: 'whole', value: value | 0 };
}

/** An exact number; of a binary fraction, the decimal that it prints as. */
export function real(value: number): Term {
  return { kind: 'constant', sort: 'real', value };
}

export function truth(value: boolean): Term {
  return value ? yes : no;
}

export function variable(name: string, sort: Sort): Variable {
  return { kind: 'variable', sort, name };
}

export function not(term: Term): Term {
  if (term.kind === 'constant') return truth(term.value !== true);
  if (term.kind === 'application' && term.operator === 'not') return term.of[0] ?? term;
  return { kind: 'application', sort: 'truth', operator: 'not', of: [term] };
}

/** Of no terms: yes. */
export function and(...terms: readonly Term[]): Term {
  return joined('and', terms, false);
}

/** Of no terms: no. */
export function or(...terms: readonly Term[]): Term {
  return joined('or', terms, true);
}

export function implies(premise: Term, conclusion: Term): Term {
  return or(not(premise), conclusion);
}

/** At least so many of the terms hold. */
export function atLeast(count: number, terms: readonly Term[]): Term {
  const open = terms.filter((term) => term.kind !== 'constant');
  const left = count - terms.filter((term) => term.kind === 'constant' && term.value === true).length;
  if (left <= 0) return yes;
  if (left > open.length) return no;
  if (left === open.length) return and(...open);
  if (left === 1) return or(...open);
  return { kind: 'application', sort: 'truth', operator: 'atLeast', of: open, count: left };
}

/** Both are one: of one sort. */
export function equal(first: Term, second: Term): Term {
  if (first === second) return yes;
  if (first.kind === 'constant' && second.kind === 'constant') return truth(first.value === second.value);
  if (first.sort === 'truth') {
    if (second.kind === 'constant') return second.value === true ? first : not(first);
    if (first.kind === 'constant') return first.value === true ? second : not(second);
  }
  return pushed('equal', 'truth', first, second);
}

/** One of two terms of one sort, as a condition holds or not. */
export function choose(condition: Term, then: Term, otherwise: Term): Term {
  if (condition.kind === 'constant') return condition.value === true ? then : otherwise;
  if (isSame(then, otherwise)) return then;
  if (then.sort === 'truth') {
    if (then.kind === 'constant')
      return then.value === true ? or(condition, otherwise) : and(not(condition), otherwise);
    if (otherwise.kind === 'constant')
      return otherwise.value === true ? or(not(condition), then) : and(condition, then);
  }
  return { kind: 'application', sort: then.sort, operator: 'choose', of: [condition, then, otherwise] };
}

/** The first is less than the second; wholes are compared with their sign. */
export function less(first: Term, second: Term): Term {
  if (first === second) return no;
  if (first.kind === 'constant' && second.kind === 'constant') return truth(first.value < second.value);
  return pushed('less', 'truth', first, second);
}

export function atMost(first: Term, second: Term): Term {
  if (first === second) return yes;
  if (first.kind === 'constant' && second.kind === 'constant') return truth(first.value <= second.value);
  return pushed('atMost', 'truth', first, second);
}

/** A number that two terms of one sort come to; on wholes, what JavaScript makes of it in 32 bits. */
export function arithmetic(operator: Arithmetic, first: Term, second: Term): Term {
  if (first.kind === 'constant' && second.kind === 'constant')
    return {
      kind: 'constant',
      sort: first.sort,
      value: compute(operator, first.sort, Number(first.value), Number(second.value)),
    };
  const neutral = second.kind === 'constant' ? neutralOf[operator] : undefined;
  if (neutral !== undefined && second.kind === 'constant' && second.value === neutral) return first;
  if (second.kind === 'constant' && second.value === 0 && (operator === 'bitAnd' || operator === 'multiply'))
    return second;
  if (first.kind === 'constant' && commutes.has(operator)) return arithmetic(operator, second, first);
  return pushed(operator, first.sort, first, second);
}

export type Arithmetic = Exclude<
  Operator,
  'not' | 'and' | 'or' | 'atLeast' | 'equal' | 'choose' | 'less' | 'atMost' | 'ceiling'
>;

export function add(first: Term, second: Term): Term {
  return arithmetic('add', first, second);
}

export function subtract(first: Term, second: Term): Term {
  return arithmetic('subtract', first, second);
}

/** The least integer that is no less than an exact number. */
export function ceiling(term: Term): Term {
  if (term.kind === 'constant') return real(ceilingOf(Number(term.value)));
  return { kind: 'application', sort: 'real', operator: 'ceiling', of: [term] };
}

/** What binary fractions add beyond 12 digits is no part of a number: it is not rounded up for that. */
export function ceilingOf(value: number): number {
  return Math.ceil(Number(value.toPrecision(12)));
}

/** The greatest of wholes or of exact numbers. */
export function greatestOf(first: Term, ...others: readonly Term[]): Term {
  return others.reduce((greatest, other) => choose(less(greatest, other), other, greatest), first);
}

export function leastOf(first: Term, ...others: readonly Term[]): Term {
  return others.reduce((least, other) => choose(less(other, least), other, least), first);
}

/** How many of the terms hold, as a whole. */
export function countOf(terms: readonly Term[]): Term {
  return terms.reduce<Term>((sum, term) => add(sum, choose(term, whole(1), whole(0))), whole(0));
}

/** A value is one of these. */
export function isAmong(term: Term, values: readonly number[]): Term {
  return or(...values.map((value) => equal(term, whole(value))));
}

/** What an operator makes of two numbers. */
export function compute(operator: Arithmetic, sort: Sort, first: number, second: number): number {
  const value = raw(operator, sort, first, second);
  return sort === 'whole' ? value | 0 : value;
}

function raw(operator: Arithmetic, sort: Sort, first: number, second: number): number {
  switch (operator) {
    case 'add':
      return first + second;
    case 'subtract':
      return first - second;
    case 'multiply':
      return sort === 'whole' ? Math.imul(first, second) : first * second;
    case 'divide':
      // As SMT-LIB has it for vectors of bits: by nothing, all bits.
      return sort === 'whole' && second === 0 ? (first < 0 ? 1 : -1) : first / second;
    case 'remainder':
      return sort === 'whole' && second === 0 ? first : first % second;
    case 'bitAnd':
      return first & second;
    case 'bitOr':
      return first | second;
    case 'bitXor':
      return first ^ second;
    case 'shiftLeft':
      return first << second;
    case 'shiftRight':
      return first >> second;
  }
}

const neutralOf: Readonly<Partial<Record<Arithmetic, number>>> = {
  add: 0,
  subtract: 0,
  multiply: 1,
  divide: 1,
  bitAnd: -1,
  bitOr: 0,
  bitXor: 0,
  shiftLeft: 0,
  shiftRight: 0,
};

const commutes: ReadonlySet<Operator> = new Set(['add', 'multiply', 'bitAnd', 'bitOr', 'bitXor']);

/** `decided` is the value of a part that settles the whole; of no other part, the result is its opposite. */
function joined(operator: 'and' | 'or', terms: readonly Term[], decided: boolean): Term {
  const parts = new Set<Term>();
  for (const term of terms) {
    if (term.kind === 'constant') {
      if (term.value === decided) return term;
      continue;
    }
    if (term.kind === 'application' && term.operator === operator)
      for (const part of term.of) parts.add(part);
    else parts.add(term);
  }
  const [first, ...others] = parts;
  if (first === undefined) return truth(!decided);
  return others.length === 0 ? first : { kind: 'application', sort: 'truth', operator, of: [...parts] };
}

/**
 * Applies an operator to a constant and a choice between constants by choosing between the results: what statuses and
 * codes are mostly put to.
 */
function pushed(
  operator: Exclude<Operator, 'not' | 'and' | 'or' | 'atLeast' | 'choose' | 'ceiling'>,
  sort: Sort,
  first: Term,
  second: Term,
): Term {
  const through = (choice: Application, apply: (part: Term) => Term): Term => {
    const [condition = yes, then = yes, otherwise = yes] = choice.of;
    return choose(condition, apply(then), apply(otherwise));
  };
  if (second.kind === 'constant' && isChoiceOfConstants(first))
    return through(first, (part) => again(operator, part, second));
  if (first.kind === 'constant' && isChoiceOfConstants(second))
    return through(second, (part) => again(operator, first, part));
  return { kind: 'application', sort, operator, of: [first, second] };
}

function again(
  operator: Exclude<Operator, 'not' | 'and' | 'or' | 'atLeast' | 'choose' | 'ceiling'>,
  first: Term,
  second: Term,
) {
  switch (operator) {
    case 'equal':
      return equal(first, second);
    case 'less':
      return less(first, second);
    case 'atMost':
      return atMost(first, second);
    default:
      return arithmetic(operator, first, second);
  }
}

function isChoiceOfConstants(term: Term): term is Application {
  if (term.kind !== 'application' || term.operator !== 'choose') return false;
  return term.of.slice(1).every((part) => part.kind === 'constant' || isChoiceOfConstants(part));
}

function isSame(first: Term, second: Term): boolean {
  if (first === second) return true;
  if (first.kind === 'constant' && second.kind === 'constant') return first.value === second.value;
  return first.kind === 'variable' && second.kind === 'variable' && first.name === second.name;
}
