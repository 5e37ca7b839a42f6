import { expect, it } from 'vitest';
import { evaluator } from '../../compiler/emit/evaluator/evaluator.ts';
import { loadEvaluator } from '../../compiler/load-evaluator.ts';
import { compiledIp0213 } from '../support/compiled-ip0213.ts';

it('loads an evaluator from its text alone', async () => {
  const module = await loadEvaluator(evaluator(compiledIp0213));
  const leaves = new Uint8Array(module.leafCount);
  const clauses = new Uint8Array(module.clauseCount);
  module.encode({ request: { dateOfService: '2024-02-29', product: 'Lemtrada' } }, leaves);
  expect(module.outcomes[module.decide(leaves, clauses)]).toBe('notApplicable');
});

it('refuses text that is no module', async () => {
  await expect(loadEvaluator('export const = ;')).rejects.toThrow();
});
