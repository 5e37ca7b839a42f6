import { expect, it } from 'vitest';
import { mg, quantity, quantityAtMost } from '../../../dsl/index.ts';
import { plainText } from '../../../dsl/text.ts';
import { refusalCode } from './refusal-code.ts';

it('prints the limit in its unit', () => {
  expect(plainText(quantityAtMost(quantity(2, '{kit}')).wording.plain)).toBe(
    'The quantity asked for is at most 2 kit',
  );
});

it('bounds the quantity asked for, in that unit alone', () => {
  expect(quantityAtMost(mg(60)).expression).toEqual({ kind: 'amount', unit: 'mg', bounds: { most: 60 } });
});

it('refuses a limit of nothing', () => expect(refusalCode(() => quantityAtMost(mg(0)))).toBe('amount'));
