import { describe, expect, it } from 'vitest';
import { ageAtLeast, allOf } from 'triplicate';
import { cohortOf } from '../../../compiler/compare/cohort.ts';
import { decidingPolicy } from '../../../compiler/compare/witness.ts';
import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import { demoVersion } from '../../support/versions.ts';

const asked = (birthDate: string, dateOfService = '2024-06-03'): CaseRecord => ({
  request: { kind: 'initial', product: 'lemtrada', indication: 'multiple-sclerosis', dateOfService },
  patient: { birthDate },
});

describe('cohortOf', () => {
  it('counts who flips and how, and leaves out who was served too early and what is no case', async () => {
    const [older, newer] = [
      await decidingPolicy(demoVersion(allOf({ age: ageAtLeast(18) })).compiled),
      await decidingPolicy(demoVersion(allOf({ age: ageAtLeast(21) })).compiled),
    ];
    const files = [
      { file: 'grown.json', record: asked('1980-02-29'), problems: [] },
      { file: 'twenty.json', record: asked('2004-01-01'), problems: [] },
      { file: 'nineteen.json', record: asked('2005-01-01'), problems: [] },
      { file: 'early.json', record: asked('2004-01-01', '2024-01-31'), problems: [] },
      { file: 'wrong.json', problems: ['It is empty.'] },
    ];
    expect(cohortOf([older.evaluator, newer.evaluator], '2024-02-01', files)).toEqual({
      cases: 3,
      unchanged: 1,
      tooEarly: ['early.json'],
      flips: [{ from: 'approved', to: 'denied', cases: ['twenty.json', 'nineteen.json'] }],
      refused: [{ file: 'wrong.json', problems: ['It is empty.'] }],
    });
  });
});
