import { expect, test } from 'vitest';
import { differences } from '../../compiler/compare-case.ts';
import { nearest } from '../../compiler/nearest.ts';
import type { Determination } from '../../dsl/kernel/determination.ts';

const actual: Determination = {
  outcome: 'pended',
  layer: 'policy',
  clauses: [{ id: 'age', number: 'A', text: 'Age', status: 'unknown', needsReview: false }],
  reasons: [],
  missing: [
    { clause: 'age', number: 'A', fact: 'patient.birthDate', settle: 'the birth date', needsReview: false },
    { clause: 'age', number: 'A', fact: 'patient.other', settle: 'something else', needsReview: true },
  ],
  warnings: [
    { code: 'b', text: 'B' },
    { code: 'a', text: 'A' },
  ],
  assumptions: [],
  policy: { number: 'X', effective: '2024-01-01', digest: '' },
};
const expected = { outcome: 'pended', layer: 'policy', clauses: { age: 'unknown' } } as const;

test('finds no difference where there is none; warnings in any order', () => {
  expect(
    differences(actual, { ...expected, missing: ['age'], needsReview: ['age'], warnings: ['a', 'b'] }),
  ).toEqual([]);
});

test('names every difference', () => {
  const wrong = {
    outcome: 'approved',
    layer: 'plan',
    clauses: { age: 'met', aeg: 'met' },
    missing: [],
    needsReview: [],
    warnings: ['a'],
    approval: { months: 12, units: 60 },
  } as const;
  expect(differences(actual, wrong)).toEqual([
    'outcome is pended, expected approved',
    'layer is policy, expected plan',
    'age is unknown, expected met',
    "there is no clause 'aeg'. Did you mean 'age'?",
    'missing is age, expected none',
    'needs review is age, expected none',
    'warnings is a, b, expected a',
    'months is none, expected 12',
    'units is none, expected 60',
  ]);
});

test('finds the nearest name, and none where none is near', () => {
  const names = ['ip0213-alemtuzumab', 'ip0300-other'];
  expect(nearest('ip0213', names)).toBe('ip0213-alemtuzumab');
  expect(nearest('IP0213-alemtuzumad', names)).toBe('ip0213-alemtuzumab');
  expect(nearest('zzz', names)).toBeUndefined();
});
