import fc from 'fast-check';
import type { CaseRecord, DrugEntry } from '../../dsl/kernel/case.ts';
import { randomCase } from './random-case.ts';

/** The part of a case that questions about drugs read. */
function aboutDrugs({ request, drugs, drugsComplete, dates }: CaseRecord): CaseRecord {
  return {
    request,
    ...(drugs === undefined ? {} : { drugs }),
    ...(drugsComplete === undefined ? {} : { drugsComplete }),
    ...(dates === undefined ? {} : { dates }),
  };
}

/** The same with what was left out filled in, so that questions are settled more often. */
function filledIn({ request, drugs = [], dates = {}, drugsComplete = true }: CaseRecord): CaseRecord {
  const begun = ['2022-06-02', '2023-06-03', '2023-08-31', '2023-10-01'];
  const filled = drugs.map((entry, place): DrugEntry => ({
    outcome: 'failure',
    evidence: 'documented',
    source: 'supplied',
    from: begun[place] ?? '2022-02-28',
    current: true,
    shownBy: 'claim',
    doseReached: { value: 25, unit: 'mg/wk' },
    indication: 'headache',
    ...entry,
  }));
  return {
    request: { indication: 'headache', kind: 'initial', ...request },
    drugs: filled,
    drugsComplete,
    dates: { order: '2024-02-29', start: '2023-06-03', ...dates },
  };
}

/** The same of the few agents that questions ask for most, each course with an end. */
function ofFewAgents({ drugs = [], ...rest }: CaseRecord): CaseRecord {
  const agents = ['brand-0', 'own', 'Brand One', 'Brand Late'];
  return {
    ...rest,
    drugs: drugs.map((entry, place) => ({
      to: '2023-08-31',
      ...entry,
      agent: agents[place] ?? entry.agent,
    })),
  };
}

/** Cases about drugs, most of them with little left out. */
export const drugCases: fc.Arbitrary<readonly CaseRecord[]> = fc
  .array(randomCase.map(aboutDrugs), { minLength: 3, maxLength: 3 })
  .map((records) => records.flatMap((record) => [record, filledIn(record), ofFewAgents(filledIn(record))]));
