import { describe, expect, it } from 'vitest';
import { gapWitness } from '../../../compiler/check/band-gap/gap-witness.ts';
import type { Criterion } from '../../../dsl/member.ts';
import { meaningOf } from '../../../dsl/kernel/meaning.ts';
import { allOf, atOrAbove, between, measured, oneOf, quantity } from '../../../dsl/index.ts';
import { apneaHypopneaIndex, daytimeSleepiness } from '../../../policies/vocabulary/index.ts';
import { analysing, lines, withCriteria } from '../../support/analysed.ts';

const analyse = analysing();
const told = async (criteria: Criterion) => lines(await analyse(withCriteria(criteria), [gapWitness]));

const bands = (most: number) =>
  oneOf({
    mild: allOf({
      index: measured(apneaHypopneaIndex, between(quantity(5, '/h'), quantity(most, '/h'))),
      daytimeSleepiness,
    }),
    severe: measured(apneaHypopneaIndex, atOrAbove(quantity(15, '/h'))),
  });

describe('a gap between bands', () => {
  it('is shown by a case whose value lies in it', async () => {
    const policy = withCriteria(bands(14));
    const findings = await analyse(policy, [gapWitness]);
    expect(lines(findings)).toEqual([
      'TRI412 warning: The alternatives of Multiple Sclerosis leave a gap: apnea-hypopnea-index of more than 14 /h and less than 15 /h meets none of them, as 14.5 /h.',
    ]);
    const witness = findings[0]?.witness;
    if (witness === undefined) throw new Error('There is no case.');
    expect(witness.events?.map(({ value }) => value)).toContain(14.5);
    const { clauses } = meaningOf(policy.kernel, witness);
    expect(['mild.index', 'severe'].map((id) => clauses.get(id)?.truth)).toEqual(['not-met', 'not-met']);
  });
});

it('bands that meet leave none', async () => {
  expect(await told(bands(15))).toEqual([]);
});
