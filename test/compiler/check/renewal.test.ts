import { expect, it } from 'vitest';
import { renewal } from '../../../compiler/check/renewal/renewal.ts';
import {
  ageAtLeast,
  ageAtMost,
  allOf,
  elapsedSinceLastDose,
  months,
  reauthorization,
} from '../../../dsl/index.ts';
import { beneficialResponse, lemtrada } from '../../../policies/vocabulary/index.ts';
import { analysing, lines, withCriteria } from '../../support/analysed.ts';
import { compiledIp0213 } from '../../support/compiled-ip0213.ts';

const analyse = analysing();

it('what can be approved and never renewed is told, with a case that is approved', async () => {
  const policy = withCriteria(allOf({ age: ageAtMost(17) }), {
    reauthorization: reauthorization({
      repeats: 'medicalNecessity',
      criteria: allOf({ older: ageAtLeast(18), response: beneficialResponse }, { numbering: '1.' }),
    }),
  });
  const findings = await analyse(policy, [renewal]);
  expect(lines(findings)).toEqual([
    'TRI428 error: Lemtrada can be approved and never renewed: A and Reauthorization.1 exclude each other on a renewal.',
  ]);
  expect(findings[0]?.witness?.request.kind).toBe('initial');
});

it('an approval that ends before its renewal can be asked for is told', async () => {
  const policy = withCriteria(allOf({ age: ageAtLeast(17) }), {
    durations: { initial: months(6) },
    reauthorization: reauthorization({
      repeats: 'nothing',
      criteria: allOf({ interval: elapsedSinceLastDose(months(12), lemtrada) }, { numbering: '1.' }),
    }),
  });
  expect(lines(await analyse(policy, [renewal]))).toEqual([
    'TRI429 warning: An approval lasts 6 months, and Reauthorization.1 asks for 12: between them nothing is approved.',
  ]);
});

it('IP0213 is renewed after an interval as long as its approval', async () => {
  expect(await analyse(compiledIp0213, [renewal])).toEqual([]);
});
