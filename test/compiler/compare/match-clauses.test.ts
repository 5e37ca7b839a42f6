import { describe, expect, it } from 'vitest';
import { ageAtLeast, allOf, documented, oneOf, prescribedByOrInConsultationWith } from 'triplicate';
import { cognitiveImpairment, disablingRelapse, mriHighlyActive, neurology } from 'triplicate/vocabulary';
import { matchClauses } from '../../../compiler/compare/match-clauses.ts';
import { structures } from '../../../compiler/compare/structure.ts';
import type { Criterion } from '../../../dsl/member.ts';
import { demoVersion } from '../../support/versions.ts';

function matched(older: Criterion, newer: Criterion) {
  const [before, after] = [older, newer].map((criteria) => demoVersion(criteria).compiled.kernel);
  if (before === undefined || after === undefined) throw new Error('Two versions are two.');
  return matchClauses(before, after, structures()).pairs.map(({ older: from, newer: to }) => [
    from?.id,
    to?.id,
  ]);
}

describe('matchClauses', () => {
  it('goes by the permanent id first, whatever else changed', () => {
    expect(
      matched(
        allOf({ a: ageAtLeast(18), b: disablingRelapse }),
        allOf({ b: ageAtLeast(18), a: disablingRelapse }),
      ),
    ).toEqual([
      ['indication', 'indication'],
      ['b', 'b'],
      ['a', 'a'],
      ['exclusions.otherUse', 'exclusions.otherUse'],
    ]);
  });

  it('then by the same criterion elsewhere, then by similar words', () => {
    const older = allOf({
      first: documented(disablingRelapse),
      grown: ageAtLeast(18),
      doctor: prescribedByOrInConsultationWith(neurology),
    });
    const newer = allOf({
      severe: oneOf({ relapse: documented(disablingRelapse), mri: mriHighlyActive }),
      adult: ageAtLeast(21),
    });
    expect(matched(older, newer)).toEqual([
      ['indication', 'indication'],
      [undefined, 'severe'],
      ['first', 'severe.relapse'],
      [undefined, 'severe.mri'],
      ['grown', 'adult'],
      ['doctor', undefined],
      ['exclusions.otherUse', 'exclusions.otherUse'],
    ]);
  });

  it('takes no clause for another that shares little with it', () => {
    expect(matched(allOf({ a: disablingRelapse }), allOf({ b: cognitiveImpairment }))).toEqual([
      ['indication', 'indication'],
      ['a', undefined],
      [undefined, 'b'],
      ['exclusions.otherUse', 'exclusions.otherUse'],
    ]);
  });
});
