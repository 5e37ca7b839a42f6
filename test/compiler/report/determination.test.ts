import { expect, test } from 'vitest';
import type { Determination } from '../../../dsl/kernel/determination.ts';
import { determinationText } from '../../../compiler/report/determination.ts';

const determination: Determination = {
  outcome: 'modified',
  layer: 'policy',
  clauses: [
    { id: 'age', number: 'A', text: '17 years of age or older', status: 'met', needsReview: false },
    {
      id: 'response',
      number: 'Reauthorization.1',
      text: 'Beneficial response',
      status: 'unknown',
      needsReview: true,
    },
    {
      id: 'exclusions.hiv',
      number: 'exclusions.hiv',
      text: 'HIV '.repeat(40),
      status: 'not-met',
      needsReview: false,
    },
    { id: 'dosing.first', number: 'Dosing.A', text: 'First course', status: 'not-met', needsReview: false },
  ],
  reasons: [{ clause: 'age', number: 'A', text: 'Met: 17 years of age or older' }],
  missing: [],
  approval: {
    months: 12,
    regimen: { clause: 'dosing.first', mgPerDay: 12, days: 5, totalMg: 60 },
    units: 60,
    code: 'J0202',
    notBefore: '2024-09-01',
  },
  warnings: [{ code: 'unknown-agent', text: 'The name \u001b[31mRED\u202e is not known.' }],
  assumptions: [],
  policy: { number: 'IP0213', effective: '2024-03-01', digest: 'a'.repeat(64) },
};

test('shows outcome, reasons, dose and units, clauses and the policy within 100 columns', () => {
  const text = determinationText(determination, 'Alemtuzumab');
  expect(text).toMatch(/^APPROVED AS MODIFIED by the policy\nAlemtuzumab\n/);
  expect(text).toContain('  - [A] Met: 17 years of age or older');
  expect(text).toContain('12 mg a day on 5 days, 60 mg in all (Dosing.A).');
  expect(text).toContain('60 billing units of J0202.');
  expect(text).toContain('Not before 2024-09-01.');
  expect(text).toMatch(/\? unknown +Reauthorization\.1 +Beneficial response \[needs review\]/);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});

test('lets nothing through that moves the cursor, colours or turns the direction of writing', () => {
  const text = determinationText(determination, 'Alem\u0007tuzumab');
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  expect(text).toContain('�[31mRED�');
});

test('colours only when told to', () => {
  expect(determinationText(determination, 'x', true)).toContain('\u001b[');
  expect(determinationText(determination, 'x', false)).not.toContain('\u001b[');
});
