import {
  ageAtLeast,
  allOf,
  atOrAbove,
  disease,
  event,
  inTheLast,
  indication,
  item,
  measure,
  measured,
  months,
  never,
  not,
  occurred,
  oneOf,
  policy,
  quantity,
  vocabulary,
} from '../../../dsl/index.ts';

const lipids = measure({ id: 'lipids', name: 'lipids', units: { 'mg/dL': 1 } });
const sugar = measure({ id: 'sugar', name: 'sugar', units: { 'mg/dL': 1 } });
const visit = event({ id: 'visit', name: 'visit' });
const fall = event({ id: 'fall', name: 'fall' });
const condition = disease({ id: 'condition', name: 'Condition' });
const service = item({ id: 'service', name: 'service', kind: 'service' });
const above = (value: number) => atOrAbove(quantity(value, 'mg/dL'));

/**
 * Criteria over four histories, each of which several of them ask: where one of the stricter ones is met, so are others, and some
 * never decide. What they exclude is to be found out in the parts that share no history.
 */
export const sharedHistoriesPolicy = policy({
  number: 'SHARED',
  title: 'Shared',
  effective: '2024-03-01',
  product: service,
  vocabulary: vocabulary({
    items: [service],
    diseases: [condition],
    measures: [lipids, sugar],
    events: [visit, fall],
  }),
  medicalNecessity: indication(
    condition,
    allOf({
      age: ageAtLeast(18),
      high: oneOf({
        everHigh: measured(lipids, above(200), { which: 'any' }),
        veryHigh: measured(lipids, above(300), { which: 'any' }),
        sugarNow: measured(sugar, above(120), { which: 'latest' }),
        seen: occurred(visit, { times: 2, within: inTheLast(months(6)) }),
      }),
      followed: allOf({
        once: occurred(fall, { times: 1, within: inTheLast(months(15)) }),
        twice: occurred(fall, { times: 2, within: inTheLast(months(7)) }),
        ever: not(never(visit)),
      }),
      either: oneOf({
        highest: measured(lipids, above(400), { which: 'any' }),
        sugarHigh: measured(sugar, above(200), { which: 'latest' }),
        lately: occurred(fall, { times: 2, within: inTheLast(months(3)) }),
      }),
    }),
  ),
});
