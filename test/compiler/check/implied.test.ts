import { describe, expect, it } from 'vitest';
import { implied } from '../../../compiler/check/implied/implied.ts';
import type { Criterion } from '../../../dsl/member.ts';
import { ageAtLeast, allOf, documented, meets, oneOf } from '../../../dsl/index.ts';
import { disablingRelapse, mriHighlyActive } from '../../../policies/vocabulary/index.ts';
import { analysing, lines, withCriteria } from '../../support/analysed.ts';

const analyse = analysing();
const told = async (criteria: Criterion) => lines(await analyse(withCriteria(criteria), [implied]));

describe('a criterion that others imply', () => {
  it('is told with what implies it, and why', async () => {
    const findings = await analyse(
      withCriteria(allOf({ adult: ageAtLeast(18), older: ageAtLeast(21), disablingRelapse })),
      [implied],
    );
    expect(lines(findings)).toEqual(['TRI423 warning: A asks for nothing more: whoever meets B meets it.']);
    expect(findings[0]?.clauses).toEqual(['adult', 'older']);
    expect(findings[0]?.proof).toMatch(
      /^B asks for .*21.*; A asks for .*18.*There is no case that meets B and not A\.$/,
    );
  });

  it('is found across groups, and told at the outermost', async () => {
    expect(
      await told(
        allOf({ older: ageAtLeast(21), way: allOf({ adult: ageAtLeast(18), relapse: disablingRelapse }) }),
      ),
    ).toEqual(['TRI423 warning: B.a asks for nothing more: whoever meets A meets it.']);
  });

  it('of two that say the same, the first is told', async () => {
    expect(await told(allOf({ one: ageAtLeast(18), same: ageAtLeast(18) }))).toEqual([
      'TRI423 warning: A asks for nothing more: whoever meets B meets it.',
    ]);
  });

  it('is one that refers to others of which each is asked for', async () => {
    expect(
      await told(allOf({ age: ageAtLeast(18), mri: mriHighlyActive, both: meets('age', 'mri') })),
    ).toEqual(['TRI423 warning: C asks for nothing more: whoever meets A and B meets it.']);
  });
});

it('an alternative whose every case meets another opens no way', async () => {
  expect(
    await told(
      oneOf({ plain: disablingRelapse, both: allOf({ relapse: disablingRelapse, mriHighlyActive }) }),
    ),
  ).toEqual(['TRI424 warning: B opens no way of its own: whoever meets it meets A, too.']);
});

it('paper asked for beside the plain finding is more, the other way around it is less', async () => {
  expect(await told(allOf({ plain: disablingRelapse, paper: documented(disablingRelapse) }))).toEqual([
    'TRI423 warning: A asks for nothing more: whoever meets B meets it.',
  ]);
});

it('criteria that each ask for more are none', async () => {
  expect(
    await told(allOf({ age: ageAtLeast(18), way: oneOf({ relapse: disablingRelapse, mriHighlyActive }) })),
  ).toEqual([]);
});
