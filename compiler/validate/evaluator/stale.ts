import { no } from '../../logic/term.ts';
import { fact, neg } from './formula.ts';
import { gather, type TypedKind, type Value } from './value.ts';

/**
 * What an earlier case left in a variable of the module: whatever reads it before it is written depends on that case, which
 * no operator may.
 */
export const stale: Value = { kind: 'native', name: 'what an earlier case left' };

/** What an earlier case left in a place of an array: any number that it may hold, of wholes those below a million. */
export function staleIn(type: TypedKind, place: string): Value {
  const name = `an earlier case left ${place}`;
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

/** Any whole up to the most: what holds of it holds of each. */
export function anyWhole(name: string, most: number): Value {
  return { kind: 'whole', term: fact(name, 'whole'), least: 0, most };
}
