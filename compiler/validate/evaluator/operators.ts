import { addDays, ageInMonths, ageInYears, firstToReach } from '../../logic/date.ts';
import { no, yes, type Term } from '../../logic/term.ts';
import { addBits, lessBits, negatedBits } from './bits.ts';
import { firstDayFrom, isDayNumber, lastDayTo } from './days.ts';
import { adopted, arithmetic, atMost, conj, disj, exact, less, mux, neg, number32, same } from './formula.ts';
import { bitsOfOld, isOld, isStale } from './stale.ts';
import {
  bitsOf,
  bitsValue,
  casesOf,
  gather,
  isPlain,
  mapped,
  mappedPair,
  truthValue,
  wholeOfDay,
  wholeOfOrdinal,
  wholeValue,
  type Bits,
  type Day,
  type Ordinal,
  type Real,
  type Single,
  type Value,
  type Whole,
} from './value.ts';

/** What JavaScript's operators make of values. Where they can't be followed, they throw CannotFollow. */
export class CannotFollow extends Error {}

export type Operator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '&'
  | '|'
  | '^'
  | '<<'
  | '>>'
  | '>>>'
  | '<'
  | '<='
  | '>'
  | '>='
  | '==='
  | '!==';

/** A binary operator but those that may leave their right side out. */
export function binary(operator: Operator, first: Value, second: Value): Value {
  switch (operator) {
    case '===':
      return truthValue(strictlyEqual(first, second));
    case '!==':
      return truthValue(neg(strictlyEqual(first, second)));
    case '&':
    case '|':
    case '^':
      return bitwise(operator, first, second);
    default:
      return mappedPair(first, second, (one, two) => singles(operator, one, two));
  }
}

/** Of what an earlier case left in a variable, nothing can be said. */
export function refuseStale(value: Single): void {
  if (isStale(value)) throw new CannotFollow('what an earlier case left');
}

/** Whether a value counts as true. */
export function truthOf(value: Value): Term {
  return disj(...casesOf(value).map(({ when, value: single }) => conj(when, truthOfSingle(single))));
}

function truthOfSingle(value: Single): Term {
  refuseStale(value);
  if (isPlain(value)) return value ? yes : no;
  switch (value.kind) {
    case 'truth':
      return value.term;
    case 'bits':
      return disj(...value.bits);
    case 'whole':
      return neg(same(value.term, number32(0)));
    case 'real':
      return neg(same(value.term, exact(0)));
    case 'quotient':
      throw new CannotFollow('a quotient taken as a truth');
    default:
      return yes;
  }
}

export function strictlyEqual(first: Value, second: Value): Term {
  return disj(
    ...casesOf(first).flatMap((one) =>
      casesOf(second).map((two) => conj(one.when, two.when, equalSingles(one.value, two.value))),
    ),
  );
}

function equalSingles(first: Single, second: Single): Term {
  refuseStale(first);
  refuseStale(second);
  if (isPlain(first) && isPlain(second)) return first === second ? yes : no;
  if (isPlain(first)) return equalSingles(second, first);
  if (isPlain(second)) return equalToPlain(first, second);
  if (first.kind === 'truth' && second.kind === 'truth') return same(first.term, second.term);
  if (first.kind === 'day' && second.kind === 'day') return same(first.packed, second.packed);
  if (first.kind === 'ordinal' && second.kind === 'ordinal')
    return conj(compareOrdinals(first, second), compareOrdinals(second, first));
  if (first.kind === 'bits' && second.kind === 'bits')
    return conj(...first.bits.map((bit, place) => same(bit, second.bits[place] ?? no)));
  if (first.kind === 'real' && second.kind === 'real') return same(first.term, second.term);
  const [one, two] = [wholeOf(first), wholeOf(second)];
  if (one !== undefined && two !== undefined) return same(one.term, two.term);
  if (isNumeric(first) && isNumeric(second)) throw new CannotFollow('an equality of two kinds of number');
  return first === second ? yes : no;
}

function equalToPlain(first: Exclude<Single, undefined | boolean | number | string>, second: Single): Term {
  if (first.kind === 'truth')
    return typeof second === 'boolean' ? (second ? first.term : neg(first.term)) : no;
  if (typeof second !== 'number') {
    if (first.kind === 'date' && typeof second === 'string')
      throw new CannotFollow('a date compared as text');
    return no;
  }
  switch (first.kind) {
    case 'bits':
      if ((second | 0) !== second) return no;
      return conj(...first.bits.map((bit, place) => (((second >> place) & 1) === 1 ? bit : neg(bit))));
    case 'day':
      return isDayNumber(second) ? same(first.packed, number32(firstDayFrom(second) ?? 0)) : no;
    case 'ordinal':
      return equalToPlain(wholeOfOrdinal(first), second);
    case 'whole':
      return second < first.least || second > first.most || !Number.isInteger(second)
        ? no
        : same(first.term, number32(second));
    case 'real':
      return Number.isFinite(second) ? same(first.term, exact(second)) : no;
    case 'quotient':
      return conj(compare('<=', first, second), compare('>=', first, second));
    default:
      return no;
  }
}

function isNumeric(value: Single): boolean {
  return (
    typeof value === 'object' && ['bits', 'day', 'ordinal', 'whole', 'real', 'quotient'].includes(value.kind)
  );
}

/** A whole as a term of 32 bits. */
function wholeOf(value: Single): Whole | undefined {
  if (typeof value === 'number')
    return (value | 0) === value
      ? { kind: 'whole', term: number32(value), least: value, most: value }
      : undefined;
  if (isPlain(value)) return undefined;
  if (value.kind === 'whole') return value;
  if (value.kind === 'ordinal') return wholeOfOrdinal(value);
  return value.kind === 'day' ? wholeOfDay(value) : undefined;
}

function bitwise(operator: '&' | '|' | '^', first: Value, second: Value): Value {
  const [one, two] = [casesOf(first), casesOf(second)];
  const isConstant = (of: typeof one) => of.length === 1 && of.every(({ value }) => isPlain(value));
  const isWhole = (of: typeof one) =>
    of.some(({ value }) => typeof value === 'object' && (value.kind === 'whole' || value.kind === 'day'));
  if (isConstant(one) || isConstant(two) || isWhole(one) || isWhole(two))
    return mappedPair(first, second, (left, right) => bitwiseSingles(operator, left, right));
  const [left, right] = [asBits(first), asBits(second)];
  return bitsValue(left.map((bit, place) => joinedBit(operator, bit, right[place] ?? no)));
}

function joinedBit(operator: '&' | '|' | '^', first: Term, second: Term): Term {
  if (operator === '&') return conj(first, second);
  return operator === '|' ? disj(first, second) : neg(same(first, second));
}

/** The bits of a value; of one of several, where any has them. */
export function asBits(value: Value): readonly Term[] {
  const cases = casesOf(value);
  const each = cases.map(({ value: single }) => toBits(single));
  return Array.from({ length: 32 }, (_, place) =>
    disj(...cases.map(({ when }, index) => conj(when, each[index]?.[place] ?? no))),
  );
}

function toBits(value: Single): readonly Term[] {
  if (isPlain(value)) return bitsOf(typeof value === 'number' ? value | 0 : 0);
  if (value.kind === 'bits') return value.bits;
  if (value.kind === 'truth') return bitsOf(0).map((bit, place) => (place === 0 ? value.term : bit));
  if (isOld(value)) return bitsOfOld(value.term);
  throw new CannotFollow(`the bits of a ${value.kind}`);
}

function bitwiseSingles(operator: '&' | '|' | '^', first: Single, second: Single): Value {
  if (isPlain(first) && isPlain(second)) {
    const [one, two] = [Number(first ?? 0), Number(second ?? 0)];
    return operator === '&' ? one & two : operator === '|' ? one | two : one ^ two;
  }
  if (isPlain(first)) return bitwiseSingles(operator, second, first);
  // The last of 31 days: the month stays.
  if (first.kind === 'day' && operator === '|' && second === 31)
    return { kind: 'day', packed: arithmetic('bitOr', first.packed, number32(31)) };
  if (first.kind === 'day' && operator === '&' && second === 31)
    return wholeValue(arithmetic('bitAnd', first.packed, number32(31)), 1, 31);
  if (!isPlain(second) && second.kind === 'bits' && isOld(first))
    return bitwiseSingles(operator, bitsValue(bitsOfOld(first.term)), second);
  if (!isPlain(second) && first.kind === 'bits' && isOld(second))
    return bitwiseSingles(operator, first, bitsValue(bitsOfOld(second.term)));
  if (first.kind === 'whole' || first.kind === 'day') {
    const [one, two] = [wholeOf(first), wholeOf(second)];
    if (one === undefined || two === undefined || operator === '^' || one.least < 0 || two.least < 0)
      throw new CannotFollow('these bits of a date');
    if (operator === '&')
      return wholeValue(arithmetic('bitAnd', one.term, two.term), 0, Math.min(one.most, two.most));
    return wholeValue(
      arithmetic('bitOr', one.term, two.term),
      0,
      2 ** Math.ceil(Math.log2(Math.max(one.most, two.most) + 1)),
    );
  }
  if (first.kind === 'ordinal') throw new CannotFollow('the bits of a day');
  const right = toBits(second);
  return bitsValue(toBits(first).map((bit, place) => joinedBit(operator, bit, right[place] ?? no)));
}

type Arithmetic = Exclude<Operator, '===' | '!==' | '&' | '|' | '^'>;

function singles(operator: Arithmetic, first: Single, second: Single): Value {
  switch (operator) {
    case '<':
    case '<=':
    case '>':
    case '>=':
      return truthValue(compare(operator, first, second));
    default:
      return isPlain(first) && isPlain(second)
        ? computed(operator, first, second)
        : reckoned(operator, first, second);
  }
}

function computed(
  operator: Exclude<Arithmetic, '<' | '<=' | '>' | '>='>,
  first: Single,
  second: Single,
): Value {
  if (operator === '+' && typeof first === 'string' && typeof second === 'string') return first + second;
  if (typeof first === 'string' || typeof second === 'string') throw new CannotFollow('arithmetic of text');
  const [one, two] = [Number(first), Number(second)];
  switch (operator) {
    case '+':
      return one + two;
    case '-':
      return one - two;
    case '*':
      return one * two;
    case '/':
      return one / two;
    case '%':
      return one % two;
    case '<<':
      return one << two;
    case '>>':
      return one >> two;
    case '>>>':
      return one >>> two;
  }
}

function reckoned(
  operator: Exclude<Arithmetic, '<' | '<=' | '>' | '>='>,
  first: Single,
  second: Single,
): Value {
  refuseStale(first);
  refuseStale(second);
  for (const value of [first, second])
    if (value === undefined || Number.isNaN(value))
      return ['<<', '>>', '>>>'].includes(operator) ? shifted(operator, first, second) : NaN;
  if (operator === '<<' || operator === '>>' || operator === '>>>') return shifted(operator, first, second);
  const [one, two] = [realOf(first), realOf(second)];
  if ((isReal(first) || isReal(second)) && one !== undefined && two !== undefined)
    return reckonedReals(operator, one, two);
  if (isBits(first) || isBits(second)) return reckonedBits(operator, first, second);
  const moved = operator === '+' || operator === '-' ? movedDay(operator, first, second) : undefined;
  if (moved !== undefined) return moved;
  if (operator === '-' && isDay(first) && isDay(second)) return apart(first, second);
  if (operator === '-' && isOrdinal(first) && isOrdinal(second)) return daysApart(first, second);
  const [left, right] = [wholeOf(first), wholeOf(second)];
  if (left === undefined || right === undefined) throw new CannotFollow(`${operator} of these numbers`);
  switch (operator) {
    case '+':
      return inRange(
        arithmetic('add', left.term, right.term),
        left.least + right.least,
        left.most + right.most,
      );
    case '-':
      return inRange(
        arithmetic('subtract', left.term, right.term),
        left.least - right.most,
        left.most - right.least,
      );
    case '*': {
      const ends = [left.least, left.most].flatMap((x) => [right.least, right.most].map((y) => x * y));
      return inRange(arithmetic('multiply', left.term, right.term), Math.min(...ends), Math.max(...ends));
    }
    case '/':
      if (typeof second === 'number' && second > 0)
        return { kind: 'quotient', of: left, by: second, isFloored: false };
      throw new CannotFollow('a division of wholes');
    case '%':
      throw new CannotFollow('a remainder');
  }
}

/** A day some months away, of which the day of the month stays; a number of a day some days away. */
function movedDay(operator: '+' | '-', first: Single, second: Single): Value | undefined {
  if (operator === '+' && typeof first === 'number') return movedDay(operator, second, first);
  if (typeof second !== 'number' || typeof first !== 'object') return undefined;
  const by = operator === '+' ? second : -second;
  if (first.kind === 'ordinal') return { ...first, plus: first.plus + by };
  if (first.kind === 'whole' && first.days !== undefined) {
    const [from, to] = first.days;
    return daysApart({ ...to, plus: to.plus + by }, from);
  }
  if (first.kind !== 'day' || by % 32 !== 0) return undefined;
  return { kind: 'day', packed: adopted(firstToReach(first.packed, -by / 32)) };
}

/** How far one day lies after another, of which full months and years are told. */
function apart(first: Day, second: Day): Value {
  const [one, two] = [wholeOfDay(first), wholeOfDay(second)];
  const term = arithmetic('subtract', one.term, two.term);
  return {
    kind: 'whole',
    term,
    least: one.least - two.most,
    most: one.most - two.least,
    between: [second.packed, first.packed],
  };
}

/** How many days one lies after another. */
function daysApart(first: Ordinal, second: Ordinal): Value {
  const [one, two] = [wholeOfOrdinal(first), wholeOfOrdinal(second)];
  const term = arithmetic('subtract', one.term, two.term);
  return {
    kind: 'whole',
    term,
    least: one.least - two.most,
    most: one.most - two.least,
    days: [second, first],
  };
}

/** Numbers of JavaScript don't overflow at 32 bits, as terms do: so what might is not followed. */
function inRange(term: Term, least: number, most: number): Value {
  if (least < -(2 ** 31) || most >= 2 ** 31) throw new CannotFollow('a number of more than 32 bits');
  return wholeValue(term, least, most);
}

function isReal(value: Single): value is Real {
  return typeof value === 'object' && value.kind === 'real';
}

function isBits(value: Single): value is Bits {
  return typeof value === 'object' && value.kind === 'bits';
}

function realOf(value: Single): Term | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? exact(value) : undefined;
  return isReal(value) ? value.term : undefined;
}

function reckonedReals(operator: '+' | '-' | '*' | '/' | '%', first: Term, second: Term): Value {
  const names = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const;
  if (operator === '%') throw new CannotFollow('a remainder');
  const term = arithmetic(names[operator], first, second);
  return term.kind === 'constant' ? Number(term.value) : { kind: 'real', term };
}

function reckonedBits(operator: '+' | '-' | '*' | '/' | '%', first: Single, second: Single): Value {
  // A remainder has no other way, and a small number of an earlier case has eight bits.
  const small = [first, second].map((value) =>
    isBits(value) ? fewValues(value, operator === '%' ? 8 : undefined) : value,
  );
  const [one, two] = small;
  if (one !== undefined && two !== undefined)
    return mappedPair(one, two, (left, right) => singles(operator, left, right));
  if (operator !== '+' && operator !== '-') throw new CannotFollow(`${operator} of bits`);
  const [left, right] = [toBits(first), toBits(second)];
  const most = (bits: readonly Term[]) =>
    bits.reduce((sum, bit, place) => (bit === no || place === 31 ? sum : sum + 2 ** place), 0);
  if (left[31] !== no || right[31] !== no || most(left) + most(right) >= 2 ** 31)
    throw new CannotFollow('a sum of more than 32 bits');
  return bitsValue(addBits(left, operator === '+' ? right : negatedBits(right)));
}

/** The values of bits of which few are open. */
export function fewValues(value: Bits, most = 6): Value | undefined {
  const open = value.bits.flatMap((bit, place) => (bit.kind === 'constant' ? [] : place));
  if (open.length > most) return undefined;
  const base = value.bits.reduce((sum, bit, place) => sum | (bit === yes ? 1 << place : 0), 0);
  const cases = Array.from({ length: 2 ** open.length }, (_, choice) => ({
    when: conj(
      ...open.map((place, index) => {
        const bit = value.bits[place] ?? no;
        return ((choice >> index) & 1) === 1 ? bit : neg(bit);
      }),
    ),
    value: open.reduce((sum, place, index) => sum | (((choice >> index) & 1) << place), base),
  }));
  return gather(cases);
}

function shifted(operator: '<<' | '>>' | '>>>' | string, first: Single, second: Single): Value {
  if (typeof second !== 'number') {
    const few = isBits(second) ? fewValues(second) : undefined;
    if (few === undefined) throw new CannotFollow('a shift by what is not known');
    return mapped(few, (by) => shifted(operator, first, by));
  }
  if (typeof first === 'object' && (first.kind === 'day' || first.kind === 'whole')) {
    const whole = wholeOf(first);
    if (whole === undefined || operator !== '>>' || whole.least < 0)
      throw new CannotFollow('this shift of a date');
    return wholeValue(
      arithmetic('shiftRight', whole.term, number32(second)),
      whole.least >> second,
      whole.most >> second,
    );
  }
  const bits = toBits(first);
  const at = (place: number): Term => {
    if (operator === '<<') return place < second ? no : (bits[place - second] ?? no);
    return bits[place + second] ?? (operator === '>>' ? (bits[31] ?? no) : no);
  };
  return bitsValue(Array.from({ length: 32 }, (_, place) => at(place)));
}

/** A comparison of two numbers. */
export function compare(operator: '<' | '<=' | '>' | '>=', first: Single, second: Single): Term {
  refuseStale(first);
  refuseStale(second);
  if (operator === '>') return compare('<', second, first);
  if (operator === '>=') return compare('<=', second, first);
  const isStrict = operator === '<';
  if (isPlain(first) && isPlain(second)) {
    if (typeof first === 'string' || typeof second === 'string')
      throw new CannotFollow('a comparison of text');
    return (isStrict ? Number(first) < Number(second) : Number(first) <= Number(second)) ? yes : no;
  }
  for (const value of [first, second]) if (value === undefined || Number.isNaN(value)) return no;
  if (first === Infinity || second === -Infinity) return no;
  if (first === -Infinity || second === Infinity) return yes;
  if (typeof first === 'object' && first.kind === 'quotient' && typeof second === 'number')
    return quotientAtMost(first, isStrict ? Math.ceil(second) - 1 : Math.floor(second));
  if (typeof second === 'object' && second.kind === 'quotient' && typeof first === 'number')
    return neg(quotientAtMost(second, isStrict ? Math.floor(first) : Math.ceil(first) - 1));
  const [one, two] = [realOf(first), realOf(second)];
  if ((isReal(first) || isReal(second)) && one !== undefined && two !== undefined)
    return compareReals(one, two, isStrict);
  if (isDay(first) && isDay(second))
    return isStrict ? less(first.packed, second.packed) : atMost(first.packed, second.packed);
  if (isDay(first) && typeof second === 'number')
    return dayAtMost(first, isStrict ? Math.ceil(second) - 1 : Math.floor(second));
  if (isDay(second) && typeof first === 'number')
    return neg(dayAtMost(second, isStrict ? Math.floor(first) : Math.ceil(first) - 1));
  const days = daysCompared(first, second, isStrict);
  if (days !== undefined) return days;
  if (isOrdinal(first) && isOrdinal(second))
    return isStrict ? neg(compareOrdinals(second, first)) : compareOrdinals(first, second);
  if (isBits(first) || isBits(second)) return lessBits(toBits(first), toBits(second), !isStrict);
  const [left, right] = [wholeOf(first), wholeOf(second)];
  if (left === undefined || right === undefined) {
    if (typeof first === 'number' || typeof second === 'number') return comparedWide(first, second, isStrict);
    throw new CannotFollow('a comparison of these');
  }
  if (isStrict ? left.most < right.least : left.most <= right.least) return yes;
  if (isStrict ? left.least >= right.most : left.least > right.most) return no;
  return isStrict ? less(left.term, right.term) : atMost(left.term, right.term);
}

/** Of quotients without dividing: the number against so many times the divisor, turned round where that is below 0. */
function compareReals(first: Term, second: Term, isStrict: boolean): Term {
  const plain = (one: Term, two: Term) => (isStrict ? less(one, two) : atMost(one, two));
  const [number, divisor] = quotientOf(first);
  if (divisor !== undefined) {
    const times = arithmetic('multiply', divisor, second);
    return mux(less(exact(0), divisor), plain(number, times), plain(times, number));
  }
  const [other, by] = quotientOf(second);
  if (by === undefined) return plain(first, second);
  const times = arithmetic('multiply', by, first);
  return mux(less(exact(0), by), plain(times, other), plain(other, times));
}

function quotientOf(term: Term): readonly [Term, Term | undefined] {
  const [number, divisor] = term.kind === 'application' && term.operator === 'divide' ? term.of : [];
  return number === undefined || divisor === undefined || divisor.kind === 'constant'
    ? [term, undefined]
    : [number, divisor];
}

/** A whole against a constant that has more than 32 bits, or a fraction. */
function comparedWide(first: Single, second: Single, isStrict: boolean): Term {
  const whole = wholeOf(typeof first === 'number' ? second : first);
  const bound = typeof first === 'number' ? first : second;
  if (whole === undefined || typeof bound !== 'number') throw new CannotFollow('a comparison of these');
  if (typeof second === 'number')
    return compare('<=', whole, clamped(isStrict ? Math.ceil(second) - 1 : Math.floor(second)));
  return compare('<=', clamped(isStrict ? Math.floor(bound) + 1 : Math.ceil(bound)), whole);
}

function clamped(value: number): number {
  return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, value));
}

/** The floor of a quotient is at most a bound where what is divided is less than the next multiple. */
function quotientAtMost(
  { of, by, isFloored }: { readonly of: Whole; readonly by: number; readonly isFloored: boolean },
  bound: number,
): Term {
  if (!isFloored || !Number.isInteger(by)) throw new CannotFollow('a comparison of a fraction');
  // A month is 32 and a year 384, so that full months and years are what is left when the rest is dropped.
  const age =
    of.between === undefined ? undefined : by === 384 ? ageInYears : by === 32 ? ageInMonths : undefined;
  if (of.between !== undefined && age !== undefined && Math.abs(bound) < 2 ** 31 - 1)
    return atMost(adopted(age(...of.between)), number32(bound));
  const limit = (bound + 1) * by;
  if (limit > of.most) return yes;
  return limit <= of.least ? no : less(of.term, number32(limit));
}

function isDay(value: Single): value is Day {
  return typeof value === 'object' && value.kind === 'day';
}

function isOrdinal(value: Single): value is Ordinal {
  return typeof value === 'object' && value.kind === 'ordinal';
}

/** A number of days between two against a constant: the one day against the other so many days on. */
function daysCompared(first: Single, second: Single, isStrict: boolean): Term | undefined {
  if (typeof first === 'number') {
    const turned = daysCompared(second, first, !isStrict);
    return turned === undefined ? undefined : neg(turned);
  }
  if (typeof second !== 'number' || !Number.isInteger(second)) return undefined;
  if (typeof first !== 'object' || first.kind !== 'whole' || first.days === undefined) return undefined;
  const [from, to] = first.days;
  return compareOrdinals(to, { ...from, plus: from.plus + second - (isStrict ? 1 : 0) });
}

/** Whether the number of one day is at most that of another: where they lie next to each other, by the days themselves. */
function compareOrdinals(first: Ordinal, second: Ordinal): Term {
  const [one, two] = nearer(first.plus, second.plus);
  if (first.packed === second.packed) return one <= two ? yes : no;
  if (one === two) return atMost(first.packed, second.packed);
  if (one === 1 && two === 0) return less(first.packed, second.packed);
  if (Math.abs(one) <= mostByDays && Math.abs(two) <= mostByDays)
    return atMost(daysAway(first.packed, one), daysAway(second.packed, two));
  const number = ({ packed }: Ordinal) => wholeOfOrdinal({ kind: 'ordinal', packed, plus: 0 }).term;
  return atMost(
    arithmetic('add', number(first), number32(one)),
    arithmetic('add', number(second), number32(two)),
  );
}

/** Within a year a date is as easily counted to as its number is. */
const mostByDays = 366;

function daysAway(packed: Term, days: number): Term {
  return days === 0 ? packed : adopted(addDays(packed, days));
}

/** Two numbers of days, less what both have. */
function nearer(first: number, second: number): readonly [number, number] {
  if (Math.sign(first) !== Math.sign(second)) return [first, second];
  const common = Math.abs(first) < Math.abs(second) ? first : second;
  return [first - common, second - common];
}

function dayAtMost({ packed }: Day, bound: number): Term {
  const last = lastDayTo(bound);
  return last === undefined ? no : atMost(packed, number32(last));
}

/** The unary operators on numbers. */
export function unary(operator: '-' | '~', value: Value): Value {
  return mapped(value, (single) => {
    if (typeof single === 'number') return operator === '-' ? -single : ~single;
    if (operator === '~' && isOld(single)) return bitsValue(bitsOfOld(single.term).map(neg));
    if (isPlain(single) || single.kind !== 'bits') throw new CannotFollow(`the ${operator} of this`);
    return bitsValue(operator === '-' ? negatedBits(single.bits) : single.bits.map(neg));
  });
}
