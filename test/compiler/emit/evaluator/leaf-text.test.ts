import { describe, expect, it } from 'vitest';
import type { Leaf } from '../../../../dsl/kernel/expression.ts';
import { evaluatorText } from '../../../support/evaluators.ts';
import { strictMessagesOf } from '../../../support/strict-check.ts';
import { glucose, kernelOf, yearBack } from './leaf-under-test.ts';

const leaves: readonly Leaf[] = [
  {
    kind: 'counted',
    of: {
      ...glucose,
      bounds: [{ unit: 'mg/dL', least: 126 }],
      conditions: { fasting: true },
      window: yearBack,
      shownBy: ['laboratory'],
      grade: 'documented',
    },
    least: 2,
    distinct: 'day',
  },
  {
    kind: 'counted',
    of: { events: ['relapse', 'score-a'], conditions: { fasting: false }, grade: 'plain' },
    least: 1,
    distinct: 'entry',
  },
  { kind: 'reading', of: glucose, which: 'latest', bounds: [{ unit: 'mg/dL', above: 1 }], minimum: 1 },
  {
    kind: 'reading',
    of: glucose,
    which: 'earliest',
    bounds: [{ unit: '1', above: 1 }],
    relativeTo: 'upper',
    minimum: 1,
  },
  { kind: 'reading', of: glucose, which: 'every', bounds: [{ unit: 'mg/dL', above: 1 }], minimum: 2 },
  { kind: 'reading', of: glucose, which: 'mean', bounds: [{ unit: 'mg/dL', above: 1 }], minimum: 2 },
  { kind: 'change', of: glucose, baseline: glucose, as: 'percent', bounds: { least: 10 } },
  { kind: 'run', of: { ...glucose, window: yearBack }, days: 30, percent: 70 },
  { kind: 'amount', unit: 'mg', bounds: { most: 100 } },
  { kind: 'amount', unit: 'mg', bounds: { most: 5 }, perValueOf: { event: 'weight', roundedUpTo: 50 } },
  {
    kind: 'trials',
    agents: { ingredients: ['one', 'two', 'methotrexate'], open: true },
    by: 'ingredient',
    least: 2,
    reasons: ['failure'],
    lasting: { count: 3, unit: 'months', binds: ['failure'] },
    dose: { unit: 'mg/wk', least: 15 },
    window: yearBack,
    shownBy: ['claim'],
    grade: 'documented',
  },
  {
    kind: 'trials',
    agents: { ingredients: ['one', 'two'], open: false },
    by: 'class',
    least: 'every',
    grade: 'plain',
  },
  {
    kind: 'trials',
    agents: { ingredients: ['one', 'two'], open: false },
    by: 'product',
    least: 1,
    totalDays: 90,
    grade: 'plain',
  },
  { kind: 'threshold', quantity: 'age', unit: 'months', at: 'dates.order', bounds: { most: 21 } },
  { kind: 'threshold', quantity: 'age', unit: 'days', at: 'dateOfService', bounds: { above: 30, below: 61 } },
  { kind: 'choice', field: 'product', among: ['own-pen'] },
  { kind: 'choice', field: 'attributes.approach', among: ['laparoscopic'] },
  { kind: 'affirmed', register: 'commitments', id: 'with-methotrexate' },
  { kind: 'concurrent', agents: { ingredients: ['one'], open: false }, sameIndication: true },
];

describe('the text', () => {
  it('passes the strict compiler, all leaves together and each by itself', { timeout: 120_000 }, () => {
    const texts = leaves.map((leaf, index) => [`leaf${index}`, evaluatorText(kernelOf(leaf))] as const);
    const together = evaluatorText(
      kernelOf({ kind: 'all', of: leaves }, { scope: { kind: 'any', of: leaves.slice(15) } }),
    );
    const complaints = Object.entries(strictMessagesOf({ together, ...Object.fromEntries(texts) }));
    expect(complaints.filter(([, found]) => found.length > 0)).toEqual([]);
  });
});
