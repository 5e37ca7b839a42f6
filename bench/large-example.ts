import type { CaseRecord } from '../dsl/kernel/case.ts';

/** The number of criteria of the policy. */
export const criteriaCount = 300;
const historyCount = 40;
const eventsOfEach = 10;

/** Groups of ten criteria, in turns a threshold, a count, a latest value and an absence, over so many histories. */
export function largePolicy(criteria = criteriaCount, histories = historyCount): string {
  const declared = Array.from({ length: histories }, (_, place) =>
    place % 2 === 0
      ? `const history${place} = measure({ id: 'measure-${place}', name: 'measure ${place}', units: { 'mg/dL': 1, 'g/L': 100 } });`
      : `const history${place} = event({ id: 'event-${place}', name: 'event ${place}' });`,
  );
  const criterion = (place: number): string => {
    const history = `history${place % histories}`;
    if (place % 2 === 1) {
      return place % 4 === 1
        ? `occurred(${history}, { times: ${1 + (place % 3)}, within: inTheLast(months(${6 + (place % 12)})) })`
        : `not(never(${history}))`;
    }
    const which = place % 4 === 0 ? 'any' : 'latest';
    return `measured(${history}, atOrAbove(quantity(${place}, 'mg/dL')), { which: '${which}' })`;
  };
  const groups = Array.from({ length: Math.ceil(criteria / 10) }, (_, group) => {
    const members = Array.from(
      { length: Math.min(10, criteria - group * 10) },
      (__, part) => `        criterion${part}: ${criterion(group * 10 + part)},`,
    );
    return [`      group${group}: ${group % 2 === 0 ? 'oneOf' : 'allOf'}({`, ...members, '      }),'].join(
      '\n',
    );
  });
  const names = Array.from({ length: histories }, (_, place) => `history${place}`);
  return `import { allOf, atOrAbove, disease, event, inTheLast, indication, item, measure, measured, months, never, not, occurred, oneOf, policy, quantity, vocabulary } from 'triplicate';

${declared.join('\n')}
const condition = disease({ id: 'condition', name: 'Condition' });
const service = item({ id: 'service', name: 'service', kind: 'service' });

export const large = policy({
  number: 'LARGE',
  title: 'Large',
  effective: '2024-03-01',
  product: service,
  vocabulary: vocabulary({
    items: [service],
    diseases: [condition],
    measures: [${names.filter((_, place) => place % 2 === 0).join(', ')}],
    events: [${names.filter((_, place) => place % 2 === 1).join(', ')}],
  }),
  medicalNecessity: indication(
    condition,
    allOf({
${groups.join('\n')}
    }),
  ),
});
`;
}

/** A made-up case with ten events of every kind, a month apart. */
export function largeCase(): CaseRecord {
  const kinds = Array.from({ length: historyCount }, (_, place) => ({
    event: place % 2 === 0 ? `measure-${place}` : `event-${place}`,
    measured: place % 2 === 0,
  }));
  return {
    request: {
      kind: 'initial',
      product: 'service',
      indication: 'condition',
      dateOfService: '2024-12-31',
    },
    complete: kinds.map(({ event }) => event),
    events: kinds.flatMap(({ event, measured }) =>
      Array.from({ length: eventsOfEach }, (_, month) => ({
        event,
        on: `2024-${String(month + 1).padStart(2, '0')}-15`,
        evidence: 'documented' as const,
        ...(measured ? { value: 20 * month, unit: 'mg/dL' } : {}),
      })),
    ),
  };
}
