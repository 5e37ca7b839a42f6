/** A policy of groups of ten criteria, in turns a threshold, a count, a latest value and an absence, over so many histories. */
export function largePolicy(criteriaCount: number, historyCount: number): string {
  const histories = Array.from({ length: historyCount }, (_, place) =>
    place % 2 === 0
      ? `const history${place} = measure({ id: 'measure-${place}', name: 'measure ${place}', units: { 'mg/dL': 1, 'g/L': 100 } });`
      : `const history${place} = event({ id: 'event-${place}', name: 'event ${place}' });`,
  );
  const criterion = (place: number): string => {
    const history = `history${place % historyCount}`;
    if (place % 2 === 1) {
      return place % 4 === 1
        ? `occurred(${history}, { times: ${1 + (place % 3)}, within: inTheLast(months(${6 + (place % 12)})) })`
        : `not(never(${history}))`;
    }
    const which = place % 4 === 0 ? 'any' : 'latest';
    return `measured(${history}, atOrAbove(quantity(${place}, 'mg/dL')), { which: '${which}' })`;
  };
  const groups = Array.from({ length: Math.ceil(criteriaCount / 10) }, (_, group) => {
    const members = Array.from(
      { length: Math.min(10, criteriaCount - group * 10) },
      (__, part) => `        criterion${part}: ${criterion(group * 10 + part)},`,
    );
    return [`      group${group}: ${group % 2 === 0 ? 'oneOf' : 'allOf'}({`, ...members, '      }),'].join(
      '\n',
    );
  });
  const names = Array.from({ length: historyCount }, (_, place) => `history${place}`);
  return `import { allOf, atOrAbove, disease, event, inTheLast, indication, item, measure, measured, months, never, not, occurred, oneOf, policy, quantity, vocabulary } from 'triplicate';

${histories.join('\n')}
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
