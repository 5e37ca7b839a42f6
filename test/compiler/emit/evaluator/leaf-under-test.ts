import { expect } from 'vitest';
import type { EvaluatorModule } from '../../../../compiler/load-evaluator.ts';
import type { CaseRecord, DrugEntry, EventEntry } from '../../../../dsl/kernel/case.ts';
import type { Expression, Leaf, Selection, Window } from '../../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../../dsl/kernel/kernel.ts';
import { meaningOf } from '../../../../dsl/kernel/meaning.ts';
import { evaluatorOf } from '../../../support/evaluators.ts';

export const on = '2024-06-03';

export const tables: Kernel['tables'] = {
  products: [
    { id: 'own', name: 'Own', ingredient: 'ownine' },
    { id: 'own-pen', name: 'Own Pen', ingredient: 'ownine' },
    { id: 'trex', name: 'Trex', ingredient: 'methotrexate' },
    { id: 'trex-bis', name: 'Trex Bis', ingredient: 'methotrexate' },
  ],
  ingredients: [
    { id: 'ownine', name: 'ownine', similar: [] },
    { id: 'methotrexate', name: 'methotrexate', similar: [], class: 'antimetabolite' },
    { id: 'azathioprine', name: 'azathioprine', similar: [], class: 'antimetabolite' },
    { id: 'one', name: 'one', similar: ['two'], class: 'numbers' },
    { id: 'two', name: 'two', similar: ['one', 'three'], class: 'numbers' },
    { id: 'three', name: 'three', similar: ['two'], class: 'numbers' },
    { id: 'classless', name: 'classless', similar: [] },
  ],
  axes: [],
  findings: [],
  judgements: [],
  specialties: [],
  indications: [
    { id: 'asthma', name: 'Asthma' },
    { id: 'hives', name: 'Hives' },
  ],
  events: [
    {
      id: 'glucose',
      name: 'blood glucose',
      units: [
        { unit: 'mg/dL', factor: 1 },
        { unit: 'mmol/L', factor: 18 },
      ],
      conditions: [{ id: 'fasting', name: 'fasting' }],
    },
    {
      id: 'weight',
      name: 'body weight',
      units: [
        { unit: 'kg', factor: 1 },
        { unit: 'g', factor: 0.001 },
      ],
      conditions: [],
    },
    { id: 'score-a', name: 'score A', units: [{ unit: '1', factor: 1 }], conditions: [] },
    { id: 'score-b', name: 'score B', units: [{ unit: '1', factor: 1 }], conditions: [] },
    { id: 'relapse', name: 'relapse', units: [], conditions: [] },
  ],
  milestones: [{ id: 'order', name: 'the order' }],
  attributes: [
    {
      id: 'approach',
      name: 'surgical approach',
      values: [
        { id: 'open', name: 'Open Surgery' },
        { id: 'laparoscopic', name: 'laparoscopic' },
      ],
    },
  ],
  commitments: [{ id: 'with-methotrexate', name: 'will take methotrexate with it' }],
};

export const nothing: Expression = { kind: 'any', of: [] };

export function kernelOf(criteria: Expression, more: Partial<Kernel> = {}): Kernel {
  return {
    number: 'N1',
    title: 'Small',
    effective: '2024-01-01',
    products: ['own', 'own-pen'],
    clauses: [
      { id: 'asked', number: 'A', text: 'What is asked', section: 'medicalNecessity', expression: criteria },
    ],
    printed: ['asked'],
    criteria: { kind: 'clause', id: 'asked' },
    repeatsCriteria: true,
    exclusions: nothing,
    regimens: [],
    durations: {},
    tables,
    ...more,
  };
}

export const request = { kind: 'initial', product: 'own', dateOfService: on } as const;

/** A leaf with its evaluator, the answers of which the reference interpreter has to tell alike. */
export function leafUnderTest(leaf: Leaf) {
  const kernel = kernelOf(leaf);
  let loaded: Promise<EvaluatorModule> | undefined;
  const module = () => (loaded ??= evaluatorOf(kernel));
  const answer = async (record: Partial<CaseRecord>) => {
    const whole = { request, ...record };
    const { clauses, missing, outcome } = (await module()).determine(whole);
    const meaning = meaningOf(kernel, whole).clauses.get('asked');
    expect([clauses[0]?.status, clauses[0]?.needsReview]).toEqual([meaning?.truth, meaning?.review]);
    expect(missing.length > 0).toBe(outcome === 'pended');
    expect(JSON.stringify(missing)).not.toMatch(/undefined|NaN|\[-1\]/);
    const status = `${clauses[0]?.status}${clauses[0]?.needsReview === true ? ', for review' : ''}`;
    return { status, missing };
  };
  return {
    status: async (record: Partial<CaseRecord>) => (await answer(record)).status,
    facts: async (record: Partial<CaseRecord>) => (await answer(record)).missing.map(({ fact }) => fact),
    settles: async (record: Partial<CaseRecord>) =>
      (await answer(record)).missing.map(({ settle }) => settle),
    warnings: async (record: Partial<CaseRecord>) =>
      (await module()).determine({ request, ...record }).warnings.map(({ code, text }) => `${code} ${text}`),
  };
}

export const glucose: Selection = { events: ['glucose'], conditions: {}, grade: 'plain' };
export const event = (
  value: number | undefined,
  day: string | undefined,
  more: Partial<EventEntry> = {},
): EventEntry => ({
  event: 'glucose',
  evidence: 'documented',
  ...(value === undefined ? {} : { value, unit: 'mg/dL' }),
  ...(day === undefined ? {} : { on: day }),
  ...more,
});
export const whole = (...events: readonly EventEntry[]): Partial<CaseRecord> => ({
  events,
  complete: ['glucose', 'weight', 'score-a', 'score-b', 'relapse'],
});
export const yearBack: Window = {
  anchor: 'dateOfService',
  from: { count: -12, unit: 'months', inclusive: true },
  to: { count: 0, unit: 'days', inclusive: true },
};
export const course = (agent: string, more: Partial<DrugEntry> = {}): DrugEntry => ({
  agent,
  outcome: 'failure',
  evidence: 'documented',
  source: 'supplied',
  from: '2023-01-01',
  to: '2023-12-31',
  ...more,
});
export const drugs = (...entries: readonly DrugEntry[]): Partial<CaseRecord> => ({
  drugs: entries,
  drugsComplete: true,
});
