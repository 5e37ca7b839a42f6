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

test('says what to ask first, and the fewest facts that could still approve it', () => {
  const asked = {
    clause: 'age',
    number: 'A',
    fact: 'patient.birthDate',
    settle: 'The date of birth',
    needsReview: false,
  };
  const text = determinationText(
    {
      ...determination,
      outcome: 'pended',
      missing: [asked],
      next: { first: asked, shortest: [asked], leadsTo: 'approved' },
    },
    'x',
  );
  expect(text).toContain('Ask first\n  [ ] [A] patient.birthDate: The date of birth.');
  expect(text).toContain('The fewest facts that could still approve it\n  [ ] [A] patient.birthDate');
  const hopeless = determinationText(
    { ...determination, outcome: 'pended', next: { first: asked, shortest: [] } },
    'x',
  );
  expect(hopeless).toContain('Nothing that is still to come can approve it');
});

test('tells the nearest path to approval, what can change apart from what cannot', () => {
  const change = { clause: 'age', number: 'A', fact: 'patient.birthDate', text: 'The age is reached' };
  const open = determinationText(
    {
      ...determination,
      outcome: 'denied',
      nearest: {
        isOpen: true,
        changes: [{ ...change, kind: 'can change', from: '2025-01-01' }],
        missing: [],
        leadsTo: 'modified',
      },
    },
    'x',
  );
  expect(open).toContain(
    'Nearest path to approval as modified\n  - Can change: [A] The age is reached, from 2025-01-01 on.',
  );
  const closed = determinationText(
    {
      ...determination,
      outcome: 'denied',
      nearest: {
        isOpen: false,
        changes: [{ ...change, kind: 'cannot change' }],
        missing: [],
        leadsTo: 'approved',
      },
    },
    'x',
  );
  expect(closed).toContain(
    'No path to approval is open on what can still change; nearest\n  - Cannot change: [A]',
  );
  const none = { isOpen: false, changes: [], missing: [] };
  expect(determinationText({ ...determination, outcome: 'denied', nearest: none }, 'x')).toContain(
    'No path to approval',
  );
});
