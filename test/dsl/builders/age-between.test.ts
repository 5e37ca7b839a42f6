import { expect, it } from 'vitest';
import { ageBetween, milestone, not } from '../../../dsl/index.ts';
import { plainText } from '../../../dsl/text.ts';
import { refusalCode } from './refusal-code.ts';

const firstDose = milestone({ id: 'first-dose', name: 'the first dose' });

it('prints both ends and what the last one includes', () => {
  expect(plainText(ageBetween(6, 17).wording.plain)).toBe(
    'From 6 to 17 years of age, up to the day before turning 18',
  );
  expect(plainText(not(ageBetween(18, 21, { unit: 'months', at: firstDose })).wording.plain)).toBe(
    'NOT: from 18 to 21 months of age on the day of the first dose, up to the day before turning 22 months',
  );
});

it('bounds the age on both sides, on the day that is named', () => {
  expect(ageBetween(18, 21, { unit: 'months', at: firstDose }).expression).toEqual({
    kind: 'threshold',
    quantity: 'age',
    unit: 'months',
    at: 'dates.first-dose',
    bounds: { least: 18, most: 21 },
  });
});

it.each([
  ['band', () => ageBetween(18, 17)],
  ['age', () => ageBetween(-1, 17)],
  ['age', () => ageBetween(1, 17.5)],
])('refuses: %s', (code, act) => expect(refusalCode(act)).toBe(code));
