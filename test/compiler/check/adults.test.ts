import { expect, test } from 'vitest';
import { adults } from '../../../compiler/check/adults/adults.ts';
import type { Bounds, Threshold } from '../../../dsl/kernel/expression.ts';
import { compiledIp0213 } from '../../support/compiled-ip0213.ts';

const told = (unit: Threshold['unit'], bounds: Bounds) => {
  const { kernel } = compiledIp0213;
  const clauses = kernel.clauses
    .filter(({ id }) => id === 'age')
    .map((clause) => ({
      ...clause,
      expression: { kind: 'threshold', quantity: 'age', unit, at: 'dateOfService', bounds } as const,
    }));
  const place = () => ({ position: { file: 'policy.ts', line: 1, column: 1 }, frame: '' });
  return adults
    .rule(
      { ...compiledIp0213, kernel: { ...kernel, clauses } },
      {
        policies: [],
        checks: [],
        isWhole: true,
        isAccepted: () => false,
        placeOf: place,
        placeOfEntry: place,
      },
    )
    .map(({ message }) => message);
};

test('an age in any unit that begins before eighteen years is told', () => {
  expect(told('years', { least: 17 })).toHaveLength(1);
  expect(told('years', { above: 16 })[0]).toContain('begins at 17 years of age');
  expect(told('months', { least: 215 })[0]).toContain('begins at 215 months of age');
  expect(told('days', { least: 100 })).toHaveLength(1);
});

test('eighteen years, and an age that only ends, are not', () => {
  expect(told('years', { least: 18 })).toEqual([]);
  expect(told('years', { above: 17 })).toEqual([]);
  expect(told('months', { least: 216 })).toEqual([]);
  expect(told('years', { most: 12 })).toEqual([]);
});
