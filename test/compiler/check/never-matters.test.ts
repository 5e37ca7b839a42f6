import { describe, expect, it } from 'vitest';
import { neverMatters } from '../../../compiler/check/never-matters/never-matters.ts';
import type { Criterion } from '../../../dsl/member.ts';
import { ageAtLeast, allOf, oneOf } from '../../../dsl/index.ts';
import { disablingRelapse, mriHighlyActive } from '../../../policies/vocabulary/index.ts';
import { analysing, lines, withCriteria } from '../../support/analysed.ts';

const analyse = analysing();
const told = async (criteria: Criterion) => lines(await analyse(withCriteria(criteria), [neverMatters]));

describe('a fact that never matters', () => {
  it('is one that only adds to an alternative that is enough alone', async () => {
    expect(
      await told(
        oneOf({ relapse: disablingRelapse, both: allOf({ same: disablingRelapse, mriHighlyActive }) }),
      ),
    ).toEqual(['TRI433 warning: B.b asks for findings.mri-highly-active, and it never matters.']);
  });
});

it('facts that each can change an outcome are none', async () => {
  expect(
    await told(allOf({ age: ageAtLeast(18), way: oneOf({ relapse: disablingRelapse, mriHighlyActive }) })),
  ).toEqual([]);
});
