import * as t from '../../dsl/index.ts';
import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../dsl/vocabulary/vocabulary.ts';
import { approach, cpap, glucose, order, visit, withMethotrexate } from './builders/terms.ts';

describe('the tables', () => {
  it('hold the new terms; an item is a product of an ingredient of its own', () => {
    const biguanide = t.ingredient({ id: 'metformin', name: 'metformin', drugClass: 'biguanide' });
    const tables = tablesOf(
      t.vocabulary({
        ingredients: [biguanide],
        measures: [glucose],
        events: [visit],
        milestones: [order],
        attributes: [approach],
        commitments: [withMethotrexate],
        items: [cpap],
      }),
    );
    expect(tables.events).toEqual([
      {
        id: 'glucose',
        name: 'plasma glucose',
        units: [
          { unit: 'mg/dL', factor: 1 },
          { unit: 'mmol/L', factor: 18.0156 },
        ],
        conditions: [{ id: 'fasting', name: 'fasting' }],
      },
      { id: 'visit', name: 'clinic visit', units: [], conditions: [{ id: 'inPerson', name: 'in person' }] },
    ]);
    expect(tables.milestones).toEqual([{ id: 'order', name: 'the order' }]);
    expect(tables.attributes[0]?.values.map(({ id }) => id)).toEqual(['open', 'laparoscopic']);
    expect(tables.commitments).toEqual([{ id: 'methotrexate', name: 'will take methotrexate with it' }]);
    expect(tables.products).toEqual([{ id: 'cpap', name: 'CPAP device', ingredient: 'cpap' }]);
    expect(tables.ingredients).toEqual([
      { id: 'metformin', name: 'metformin', similar: [], class: 'biguanide' },
      { id: 'cpap', name: 'CPAP device', similar: [] },
    ]);
  });
});
