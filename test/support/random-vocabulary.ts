import type { Tables } from '../../dsl/kernel/kernel.ts';

/** More ingredients than a word has bits, of which the first few are the ones that cases name. */
const ingredientIds = Array.from({ length: 36 }, (_, index) => `substance-${index}`);

const similar: Readonly<Record<string, readonly string[]>> = {
  'substance-0': ['substance-1', 'substance-34'],
  'substance-1': ['substance-0'],
  'substance-34': ['substance-0', 'substance-34'],
};

const classes: Readonly<Record<string, string>> = {
  'substance-0': 'class a',
  'substance-1': 'class a',
  'substance-34': 'class b',
  'substance-35': 'class c',
};

function classed(id: string): { readonly class?: string } {
  const found = classes[id];
  return found === undefined ? {} : { class: found };
}

const productRows = [
  { id: 'own', name: 'Own\u00ae Brand', ingredient: 'substance-2' },
  { id: 'own-sibling', name: 'Sibling', ingredient: 'substance-2' },
  { id: 'brand-0', name: 'Brand Zero', ingredient: 'substance-0' },
  { id: 'brand-0-bis', name: 'Brand Zero Bis', ingredient: 'substance-0' },
  { id: 'brand-1', name: 'Brand One', ingredient: 'substance-1' },
  { id: 'brand-34', name: 'Brand Late', ingredient: 'substance-34' },
  { id: 'brand-35', name: 'substance-3', ingredient: 'substance-35' },
];

/** The vocabulary of random policies. */
export const randomTables: Tables = {
  products: productRows,
  ingredients: ingredientIds.map((id) => ({
    id,
    name: id.replace('-', ' '),
    similar: similar[id] ?? [],
    ...classed(id),
  })),
  axes: [
    {
      id: 'course',
      name: 'course of the disease',
      states: [
        { id: 'mild', name: 'mild', condition: 'mild', prevails: false, settledBy: [] },
        {
          id: 'hot',
          name: 'severe and active',
          condition: 'severe',
          activity: 'active',
          prevails: false,
          settledBy: ['finding-0'],
        },
        {
          id: 'cold',
          name: 'severe and quiet',
          condition: 'severe',
          activity: 'nonactive',
          prevails: true,
          settledBy: ['finding-0'],
        },
        { id: 'early', name: 'early', condition: 'early', prevails: true, settledBy: [] },
        { id: 'late', name: 'late', condition: 'late', prevails: true, settledBy: [] },
      ],
      codes: [
        { code: 'A10', until: '2024-06-01', states: ['mild', 'hot', 'cold'] },
        { code: 'A10.1', from: '2024-06-01', states: ['mild'] },
        { code: 'A10.2', from: '2024-06-01', states: ['hot', 'cold'] },
        { code: 'A10.3', from: '2024-06-01', states: ['hot'] },
        { code: 'A10.4', from: '2023-01-01', until: '2024-01-01', states: ['early', 'late'] },
        { code: 'A10.4', from: '2024-01-01', states: ['early'] },
      ],
    },
    {
      id: 'stage',
      name: 'stage',
      states: ['one', 'two', 'three'].map((id) => ({
        id,
        name: id,
        condition: id,
        prevails: id === 'three',
        settledBy: [],
      })),
      codes: [],
    },
  ],
  findings: ['finding-0', 'finding-1'].map((id) => ({ id, name: id.replace('-', ' ') })),
  judgements: ['judgement-0', 'judgement-1'].map((id) => ({ id, name: id.replace('-', ' ') })),
  specialties: ['specialty-0', 'specialty-1'].map((id) => ({ id, name: id.replace('-', ' ') })),
  indications: [
    { id: 'headache', name: 'Head Ache' },
    { id: 'fever', name: 'Fever' },
  ],
  events: [
    {
      id: 'sugar',
      name: 'sugar',
      units: [
        { unit: 'mg/dL', factor: 1 },
        { unit: 'mmol/L', factor: 18 },
      ],
      conditions: [
        { id: 'fasting', name: 'fasting' },
        { id: 'resting', name: 'at rest' },
      ],
    },
    { id: 'weight', name: 'weight', units: [{ unit: 'kg', factor: 1 }], conditions: [] },
    { id: 'visit', name: 'visit', units: [], conditions: [{ id: 'inPerson', name: 'in person' }] },
  ],
  milestones: [
    { id: 'order', name: 'the order' },
    { id: 'start', name: 'the start' },
  ],
  attributes: [
    {
      id: 'approach',
      name: 'approach',
      values: [
        { id: 'open', name: 'Open Cut' },
        { id: 'scope', name: 'through a scope' },
      ],
    },
  ],
  commitments: [{ id: 'with-drug', name: 'will take it' }],
};
