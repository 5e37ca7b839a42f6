import { describe, expect, it } from 'vitest';
import { evaluator } from '../../../../compiler/emit/evaluator/evaluator.ts';
import { loadEvaluator } from '../../../../compiler/load-evaluator.ts';
import { compiledIp0213 } from '../../../support/compiled-ip0213.ts';

const { determine } = await loadEvaluator(evaluator(compiledIp0213));
const distinct = (ids: readonly string[]) => [...new Set(ids)];

describe('the worked cases of IP0213', () => {
  it.each(compiledIp0213.cases.map((file) => [file.name, file] as const))(
    '%s',
    (_name, { record, expected }) => {
      const actual = determine(record);
      const statuses = Object.fromEntries(actual.clauses.map(({ id, status }) => [id, status]));
      expect([actual.outcome, actual.layer]).toEqual([expected.outcome, expected.layer]);
      expect(statuses).toMatchObject(expected.clauses);
      if (expected.missing !== undefined) {
        expect(distinct(actual.missing.map(({ clause }) => clause))).toEqual(expected.missing);
      }
      if (expected.needsReview !== undefined) {
        const waiting = actual.missing.filter(({ needsReview }) => needsReview);
        expect(distinct(waiting.map(({ clause }) => clause))).toEqual(expected.needsReview);
      }
      if (expected.warnings !== undefined) {
        expect(distinct(actual.warnings.map(({ code }) => code)).sort()).toEqual(
          [...expected.warnings].sort(),
        );
      }
      expect({ ...actual.approval }).toMatchObject(expected.approval ?? {});
      expect(actual.reasons.length).toBeGreaterThan(0);
      expect(actual.missing.length > 0).toBe(actual.outcome === 'pended');
    },
  );
});
