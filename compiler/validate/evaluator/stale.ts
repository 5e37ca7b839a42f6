import { no, type Term } from '../../logic/term.ts';
import { fact, neg, numberOf } from './formula.ts';
import { gather, type TypedKind, type Value, type Whole } from './value.ts';

const staleName = 'what an earlier case left';

/**
 * What an earlier case left in a variable of the module: whatever reads it before it is written depends on that case, which
 * no operator may.
 */
export const stale: Value = { kind: 'native', name: staleName };

/** Whether a value is `stale`: then an operator on it says nothing. */
export function isStale(value: Value): boolean {
  return typeof value === 'object' && value.kind === 'native' && value.name === staleName;
}

const left = 'an earlier case left';

/** What an earlier case left in a place of an array: any number that it may hold, of wholes those below a million. */
export function staleIn(type: TypedKind, place: string): Value {
  const name = `${left} ${place}`;
  switch (type) {
    case 'Uint8Array': {
      const bits = Array.from({ length: 32 }, (_, bit) => (bit < 8 ? fact(`${name}: ${bit}`, 'truth') : no));
      return { kind: 'bits', bits };
    }
    case 'Uint16Array':
      return anyWhole(name, 65_535);
    case 'Int32Array':
      return anyWhole(name, 1_000_000);
    case 'Float64Array': {
      const isNumber = fact(`${name}: is a number`, 'truth');
      return gather([
        { when: isNumber, value: { kind: 'real', term: fact(name, 'real') } },
        { when: neg(isNumber), value: NaN },
      ]);
    }
  }
}

/** Whether a value is a number that an earlier case left in an array. */
export function isOld(value: Value): value is Whole {
  return (
    typeof value === 'object' &&
    value.kind === 'whole' &&
    value.term.kind === 'variable' &&
    value.term.name.startsWith(left)
  );
}

/** Its bits: any, for what holds of any holds of those that it has. */
export function bitsOfOld(term: Term): readonly Term[] {
  return Array.from({ length: 32 }, (_, bit) => fact(`bit ${bit} of number ${numberOf(term)}`, 'truth'));
}

/** Any whole up to the most: what holds of it holds of each. */
export function anyWhole(name: string, most: number): Value {
  return { kind: 'whole', term: fact(name, 'whole'), least: 0, most };
}
