import type { Application, Operator, Sort, Term, Value } from './term.ts';

/** Text of SMT-LIB 2.6: what must be declared and defined before, and what names the terms then. */
export interface Printed {
  readonly definitions: string;
  readonly names: readonly string[];
}

/** Prints terms so that each shared part is defined once. Between calls it remembers what it defined. */
export interface Printer {
  readonly print: (terms: readonly Term[]) => Printed;
}

/** Opens a printer for one session of a solver. */
export function createPrinter(): Printer {
  const names = new Map<Term, string>();
  const declared = new Set<string>();
  let defined = 0;
  return {
    print: (terms) => {
      const lines: string[] = [];
      const nameOf = (term: Term): string => {
        const before = names.get(term);
        if (before !== undefined) return before;
        const name = textOf(term);
        names.set(term, name);
        return name;
      };
      const textOf = (term: Term): string => {
        switch (term.kind) {
          case 'constant':
            return constant(term.sort, term.value);
          case 'variable': {
            const name = quoted(term.name);
            if (!declared.has(name)) {
              declared.add(name);
              lines.push(`(declare-const ${name} ${sorts[term.sort]})`);
            }
            return name;
          }
          case 'application': {
            const name = `t${(defined += 1)}`;
            const parts = term.of.map(nameOf).join(' ');
            lines.push(`(define-fun ${name} () ${sorts[term.sort]} ${applied(term, parts)})`);
            return name;
          }
        }
      };
      const printed = terms.map(nameOf);
      return { definitions: lines.join('\n'), names: printed };
    },
  };
}

function applied({ operator, of, sort, count }: Application, parts: string): string {
  switch (operator) {
    case 'atLeast':
      return `((_ at-least ${String(count)}) ${parts})`;
    case 'ceiling':
      // SMT-LIB rounds down alone.
      return `(- (to_real (to_int (- ${parts}))))`;
    default:
      return `(${operatorOf(operator, of[0]?.sort ?? sort)} ${parts})`;
  }
}

/** A value that the solver printed. */
export function parseValue(text: string): Value {
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (text.startsWith('#x')) return Number.parseInt(text.slice(2), 16) | 0;
  const negative = /^\(- (.+)\)$/.exec(text)?.[1];
  if (negative !== undefined) return -Number(parseValue(negative));
  const [, numerator, denominator] = /^\(\/ (\S+|\(- \S+\)) (\S+)\)$/.exec(text) ?? [];
  if (numerator === undefined || denominator === undefined) return Number(text);
  return ratio(digitsOf(numerator), digitsOf(denominator)) * (numerator.startsWith('(') ? -1 : 1);
}

/** The whole number that is printed, without its sign. */
function digitsOf(text: string): bigint {
  return BigInt(/\d+/.exec(text)?.[0] ?? '0');
}

/** The binary fraction nearest to a ratio, whose sides may have more digits than one holds. */
function ratio(numerator: bigint, denominator: bigint): number {
  const places = 25 + String(denominator).length;
  return Number(`${(numerator * 10n ** BigInt(places)) / denominator}e-${places}`);
}

/** Operators that SMT-LIB has a name for. */
type Named = Exclude<Operator, 'atLeast' | 'ceiling'>;

const sorts: Readonly<Record<Sort, string>> = { truth: 'Bool', whole: '(_ BitVec 32)', real: 'Real' };

function constant(sort: Sort, value: Value): string {
  if (typeof value === 'boolean') return String(value);
  if (sort === 'whole') return `#x${(value >>> 0).toString(16).padStart(8, '0')}`;
  return value < 0 ? `(- ${decimal(-value)})` : decimal(value);
}

/** The number as its shortest decimal, without an exponent: what the author wrote. */
function decimal(value: number): string {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const [integer = '0', fraction = ''] = digits.split('.');
  const shift = Number(exponent);
  const scale = `1${'0'.repeat(Math.abs(shift) + fraction.length)}.0`;
  if (shift === 0) return `${integer}.${fraction === '' ? '0' : fraction}`;
  const mantissa = `${integer}${fraction}.0`;
  return shift > 0
    ? `(/ (* ${mantissa} 1${'0'.repeat(shift)}.0) 1${'0'.repeat(fraction.length)}.0)`
    : `(/ ${mantissa} ${scale})`;
}

/** Every name is printed between bars, in which SMT-LIB knows no escape: what they can't hold is replaced. */
function quoted(name: string): string {
  return `|${name.replace(/[|\\]/g, '/')}|`;
}

function operatorOf(operator: Named, sort: Sort): string {
  return sort === 'real' ? realOperators[operator] : operators[operator];
}

const operators: Readonly<Record<Named, string>> = {
  not: 'not',
  and: 'and',
  or: 'or',
  equal: '=',
  choose: 'ite',
  less: 'bvslt',
  atMost: 'bvsle',
  add: 'bvadd',
  subtract: 'bvsub',
  multiply: 'bvmul',
  divide: 'bvsdiv',
  remainder: 'bvsrem',
  bitAnd: 'bvand',
  bitOr: 'bvor',
  bitXor: 'bvxor',
  shiftLeft: 'bvshl',
  shiftRight: 'bvashr',
};

const realOperators: Readonly<Record<Named, string>> = {
  ...operators,
  less: '<',
  atMost: '<=',
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
};
