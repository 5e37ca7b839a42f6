import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../../../dsl/kernel/case.ts';
import type { Expression } from '../../../../dsl/kernel/expression.ts';
import { meaningOf } from '../../../../dsl/kernel/meaning.ts';
import { decided, evaluatorOf } from '../../../support/evaluators.ts';
import { kernelOf, leafUnderTest, request } from './leaf-under-test.ts';

describe('ages', () => {
  it.each([
    // Born on a 31st: a month without one is full on the first of the next.
    ['2022-08-31', '2024-06-30', 'met'],
    ['2022-08-31', '2024-07-01', 'not-met'],
    ['2022-08-03', '2024-05-02', 'met'],
    ['2022-07-31', '2024-04-30', 'met'],
    ['2022-07-31', '2024-05-01', 'met'],
    ['2022-07-31', '2024-05-31', 'not-met'],
    ['2024-05-01', '2024-04-30', 'unknown'],
    ['2024-05-01', undefined, 'unknown'],
  ])('born on %s, ordered on %s, at most 21 months old: %s', async (birthDate, order, expected) => {
    const leaf = leafUnderTest({
      kind: 'threshold',
      quantity: 'age',
      unit: 'months',
      at: 'dates.order',
      bounds: { most: 21 },
    });
    expect(await leaf.status({ patient: { birthDate }, ...(order && { dates: { order } }) })).toBe(expected);
  });

  it('in days, and above and below', async () => {
    const leaf = leafUnderTest({
      kind: 'threshold',
      quantity: 'age',
      unit: 'days',
      at: 'dateOfService',
      bounds: { above: 30, below: 61 },
    });
    const ages = ['2024-05-04', '2024-05-03', '2024-04-04', '2024-04-03'].map((birthDate) =>
      leaf.status({ patient: { birthDate } }),
    );
    expect(await Promise.all(ages)).toEqual(['not-met', 'met', 'met', 'not-met']);
  });

  it('ask for the milestone and the birth, each where it is open', async () => {
    const leaf = leafUnderTest({
      kind: 'threshold',
      quantity: 'age',
      unit: 'years',
      at: 'dates.order',
      bounds: { least: 18 },
    });
    expect(await leaf.facts({})).toEqual(['patient.birthDate', 'dates.order']);
    expect(await leaf.facts({ patient: { birthDate: '1990-01-01' } })).toEqual(['dates.order']);
    expect(
      await leaf.facts({ patient: { birthDate: '2024-01-02' }, dates: { order: '2024-01-01' } }),
    ).toEqual(['patient.birthDate']);
  });
});

describe('what is one of several', () => {
  it('is an id or a name, in any spelling', async () => {
    const leaf = leafUnderTest({ kind: 'choice', field: 'attributes.approach', among: ['open'] });
    const given = ['open', ' open  SURGERY', 'laparoscopic', 'robotic'].map((approach) =>
      leaf.status({ attributes: { approach } }),
    );
    expect(await Promise.all(given)).toEqual(['met', 'met', 'not-met', 'not-met']);
    expect(await leaf.settles({})).toEqual(['The surgical approach: Open Surgery or laparoscopic']);
    const product = leafUnderTest({ kind: 'choice', field: 'product', among: ['own-pen'] });
    expect(await product.status({})).toBe('not-met');
    expect(await product.status({ request: { ...request, product: 'OWN PEN' } })).toBe('met');
  });

  it('a commitment is undertaken, or not, or not said', async () => {
    const leaf = leafUnderTest({ kind: 'affirmed', register: 'commitments', id: 'with-methotrexate' });
    expect(await leaf.status({ commitments: { 'with-methotrexate': true } })).toBe('met');
    expect(await leaf.status({ commitments: { 'with-methotrexate': false } })).toBe('not-met');
    expect(await leaf.facts({})).toEqual(['commitments.with-methotrexate']);
  });
});

describe('the scope of a policy', () => {
  const scope: Expression = { kind: 'choice', field: 'attributes.approach', among: ['open'] };
  const kernel = kernelOf({ kind: 'all', of: [] }, { scope });
  const concluded = async (record: CaseRecord) => {
    const module = await evaluatorOf(kernel);
    const { outcome, layer, missing, reasons } = module.determine(record);
    expect([outcome, layer]).toEqual([meaningOf(kernel, record).outcome, meaningOf(kernel, record).layer]);
    expect(decided(module, record).outcome).toBe(outcome);
    return {
      outcome,
      layer,
      facts: missing.map(({ clause, fact }) => [clause, fact]),
      reason: reasons[0]?.text,
    };
  };

  it('is told of any of its products', async () => {
    for (const product of ['own', 'Own Pen']) {
      const record = { request: { ...request, product }, attributes: { approach: 'open' } };
      expect((await concluded(record)).outcome).toBe('approved');
    }
    const other = { request: { ...request, product: 'trex' }, attributes: {} };
    expect(await concluded(other)).toMatchObject({
      outcome: 'notApplicable',
      reason: 'This policy is about Own or Own Pen; the request is for trex.',
    });
  });

  it('pends where it is open, and asks for its facts by their own names', async () => {
    expect(await concluded({ request })).toEqual({
      outcome: 'pended',
      layer: 'scope',
      facts: [['attributes.approach', 'attributes.approach']],
      reason: 'What is listed as missing is not said, so it is not known whether this policy applies.',
    });
    const { product: _, ...rest } = request;
    expect((await concluded({ request: rest })).facts).toEqual([
      ['request.product', 'request.product'],
      ['attributes.approach', 'attributes.approach'],
    ]);
  });

  it('decides before a mandate', async () => {
    const record = {
      request: { ...request, mandate: 'requires' as const },
      attributes: { approach: 'laparoscopic' },
    };
    expect(await concluded(record)).toMatchObject({ outcome: 'notApplicable', layer: 'scope', facts: [] });
  });
});
