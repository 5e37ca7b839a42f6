import { describe, expect, it } from 'vitest';
import { unmeetable } from '../../../compiler/check/unmeetable/unmeetable.ts';
import type { Criterion } from '../../../dsl/member.ts';
import { ageAtLeast, ageAtMost, allOf, diagnosedWith, oneOf } from '../../../dsl/index.ts';
import { disablingRelapse, ppms, rrms } from '../../../policies/vocabulary/index.ts';
import { analysing, lines, withCriteria } from '../../support/analysed.ts';

const analyse = analysing();
const told = async (criteria: Criterion) => lines(await analyse(withCriteria(criteria), [unmeetable]));

describe('a criterion that nothing can meet', () => {
  it('is told with those that exclude it, once', async () => {
    expect(await told(allOf({ old: ageAtLeast(65), young: ageAtMost(17), disablingRelapse }))).toEqual([
      "TRI420 error: A can't be met: B excludes it.",
    ]);
  });

  it('is told of the alternative alone where another can be met', async () => {
    expect(
      await told(allOf({ old: ageAtLeast(65), way: oneOf({ young: ageAtMost(17), disablingRelapse }) })),
    ).toEqual(["TRI420 error: B.a can't be met: A excludes it."]);
  });

  it('is found in states of a disease of which a patient is in one at a time', async () => {
    expect(await told(allOf({ rrms: diagnosedWith(rrms), ppms: diagnosedWith(ppms) }))).toEqual([
      "TRI420 error: A can't be met: B excludes it.",
    ]);
  });

  it('names only what causes it, and says why', async () => {
    const [finding] = await analyse(
      withCriteria(allOf({ relapse: disablingRelapse, old: ageAtLeast(65), young: ageAtMost(17) })),
      [unmeetable],
    );
    expect(finding?.clauses).toEqual(['old', 'young']);
    expect(finding?.proof).toContain('no case does all of it at once');
  });
});

it('criteria that can be met together are none', async () => {
  expect(await told(allOf({ age: ageAtLeast(17), most: ageAtMost(17), disablingRelapse }))).toEqual([]);
});

it('what the author accepts is none', async () => {
  const accepted = [
    { kind: 'acceptance', check: 'unmeetable', at: 'old', because: 'As published.' },
  ] as const;
  const policy = withCriteria(allOf({ old: ageAtLeast(65), young: ageAtMost(17) }), { accepted });
  expect(await analyse(policy, [unmeetable])).toEqual([]);
});

it('what there is no time for is told as undecided, and never dropped', async () => {
  const policy = withCriteria(allOf({ old: ageAtLeast(65), young: ageAtMost(17) }));
  const findings = await analyse(policy, [unmeetable], { question: 2000, policy: 0 });
  expect(lines(findings)).toEqual([
    'TRI420 note: It is undecided whether these can be met: A, B, Multiple Sclerosis and the exclusion "Any other use". (undecided)',
  ]);
});
