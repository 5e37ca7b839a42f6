import { expect, test } from 'vitest';
import { factorTo, isNear, isUnit } from '../../../compiler/check/unit-conversion/factor.ts';
import { sharedVocabulary } from '../../../policies/vocabulary/index.ts';

test.each([
  ['g/dL', 'mg/dL', undefined, 1000],
  ['mmol/L', 'mg/dL', 180.156, 18.0156],
  ['umol/L', 'mg/dL', 113.12, 0.011312],
  ['kPa', 'mm[Hg]', undefined, 7.500637554],
  ['min', 'h', undefined, 1 / 60],
  ['k[iU]/L', '[iU]/mL', undefined, 1],
  ['{copies}/mL', '/mL', undefined, 1],
  ['{score}', '1', undefined, 1],
] as const)('one %s is so many %s', (unit, other, molarMass, factor) => {
  expect(isNear(factorTo(unit, other, molarMass) ?? Number.NaN, factor)).toBe(true);
});

test.each([
  ['mmol/L', 'mg/dL'],
  ['[degF]', 'Cel'],
  ['kg', 'cm'],
  ['[iU]/mL', 'mg/mL'],
  ['[iU]/mL', "[arb'U]/mL"],
])('%s and %s have no factor', (unit, other) => {
  expect(factorTo(unit, other)).toBeUndefined();
});

test('codes are those of UCUM', () => {
  expect(['mg/dL', 'kg/m2', '{titer}', '/h', '[iU]/mL', '%'].filter((unit) => !isUnit(unit))).toEqual([]);
  expect(['days', 'lbs', 'mgg/dL', ''].filter(isUnit)).toEqual([]);
});

test('a millionth is near, and more is not', () => {
  expect(isNear(18.0156 * (1 + 9e-7), 18.0156)).toBe(true);
  expect(isNear(18.0156 * (1 + 2e-6), 18.0156)).toBe(false);
});

test('the factors of the shared vocabulary are right', () => {
  const wrong = sharedVocabulary.measures.flatMap(({ id, units, molarMass }) =>
    units
      .filter(
        ({ unit, factor }) =>
          !isNear(factor, factorTo(unit, units[0]?.unit ?? '', molarMass) ?? Number.NaN) || !isUnit(unit),
      )
      .map(({ unit }) => `${id} ${unit}`),
  );
  expect(wrong).toEqual([]);
});
