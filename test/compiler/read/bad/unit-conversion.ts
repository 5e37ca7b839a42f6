// expects TRI413 TRI414
import { ageAtLeast, allOf, indication, measure, policy, vocabulary } from 'triplicate';
import { lemtrada, multipleSclerosis } from 'triplicate/vocabulary';

const glucose = measure({
  id: 'glucose',
  name: 'glucose',
  units: { 'mg/dL': 1, 'mmol/L': 18.2 },
  molarMass: 180.156,
});
const calcium = measure({ id: 'calcium', name: 'calcium', units: { 'mg/dL': 1, 'mmol/L': 4.008 } });
const weight = measure({ id: 'weight', name: 'body weight', units: { kg: 1, pounds: 0.453592 } });
const temperature = measure({ id: 'temperature', name: 'temperature', units: { Cel: 1, '[degF]': 0.5556 } });
const score = measure({ id: 'score', name: 'score', units: { '{score}': 1 } });

export const example = policy({
  number: 'BAD412',
  title: 'Example',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: vocabulary({
    products: [lemtrada],
    diseases: [multipleSclerosis],
    measures: [glucose, calcium, weight, temperature, score],
  }),
  medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })),
});
