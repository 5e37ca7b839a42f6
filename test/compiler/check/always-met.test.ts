import { describe, expect, it } from 'vitest';
import { alwaysMet } from '../../../compiler/check/always-met/always-met.ts';
import type { Criterion } from '../../../dsl/member.ts';
import { ageAtLeast, ageBelow, allOf, oneOf } from '../../../dsl/index.ts';
import { disablingRelapse } from '../../../policies/vocabulary/index.ts';
import { analysing, lines, withCriteria } from '../../support/analysed.ts';

const analyse = analysing();
const told = async (criteria: Criterion) => lines(await analyse(withCriteria(criteria), [alwaysMet]));

describe('a criterion that can never fail', () => {
  it('is told with the alternatives that leave nothing out', async () => {
    const findings = await analyse(
      withCriteria(
        allOf({
          any: oneOf({ young: ageBelow(18), disablingRelapse, old: ageAtLeast(18) }),
          relapse: disablingRelapse,
        }),
      ),
      [alwaysMet],
    );
    expect(lines(findings)).toEqual(['TRI421 warning: A can never fail.']);
    expect(findings[0]?.clauses).toEqual(['any', 'any.young', 'any.old']);
    expect(findings[0]?.proof).toContain('one of A.a and A.c holds in every case');
  });
});

it('alternatives that leave something out are none', async () => {
  expect(await told(oneOf({ young: ageBelow(18), old: ageAtLeast(19) }))).toEqual([]);
});
