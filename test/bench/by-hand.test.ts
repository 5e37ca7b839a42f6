import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { randomCases } from '../../bench/random-cases.ts';
import { disagreements } from '../../bench/same-results.ts';
import { loadEvaluator } from '../../compiler/load-evaluator.ts';
import { repository } from '../support/project.ts';

test('the hand-written functions of the bench decide as the evaluator does, clause by clause', async () => {
  const text = readFileSync(join(repository, 'generated/ip0213-alemtuzumab/evaluator.ts'), 'utf8');
  expect(disagreements(await loadEvaluator(text), randomCases(7, 4000))).toEqual([]);
});
