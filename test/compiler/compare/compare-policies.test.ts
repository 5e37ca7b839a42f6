import { describe, expect, it } from 'vitest';
import {
  ageAtLeast,
  ageAtMost,
  ageBelow,
  allOf,
  atLeast,
  below,
  concurrentUseOf,
  conditionsNotCovered,
  atOrBelow,
  documented,
  eitherOf,
  exclusion,
  measured,
  months,
  not,
  oneOf,
  prescribedByOrInConsultationWith,
  quantity,
  worded,
} from 'triplicate';
import {
  cognitiveImpairment,
  disablingRelapse,
  dupilumab,
  fev1PercentPredicted,
  fingolimod,
  hivInfection,
  mriHighlyActive,
  neurology,
  rapidlyAdvancingDeterioration,
} from 'triplicate/vocabulary';
import type { ChangeLog } from '../../../compiler/compare/change-log.ts';
import { decidingPolicy } from '../../../compiler/compare/witness.ts';
import type { Version } from '../../../compiler/compare/compare-policies.ts';
import type { Criterion } from '../../../dsl/member.ts';
import { meaningOf } from '../../../dsl/kernel/meaning.ts';
import { changeOf, compared, demoVersion, flipsOf } from '../../support/versions.ts';

/** Every example of a log, from its outcomes and its clauses. */
function examplesOf({ outcomes, clauses }: ChangeLog) {
  return [
    ...outcomes.flatMap(({ example }) => example ?? []),
    ...clauses.flatMap(({ examples }) => examples),
  ];
}

/** Every example that the interpreter or the evaluator of a version decides otherwise than the log says. */
async function wrongExamples(
  log: ChangeLog,
  versions: readonly [Version, Version],
): Promise<readonly string[]> {
  const [older, newer] = [
    await decidingPolicy(versions[0].compiled),
    await decidingPolicy(versions[1].compiled),
  ];
  return examplesOf(log).flatMap((example) => {
    const { about, ...record } = example.case;
    const told = [example.older.outcome, example.newer.outcome];
    const meant = [older, newer].map(({ compiled }) => meaningOf(compiled.kernel, record).outcome);
    const flat = [older, newer].map(({ evaluator }) => evaluator.determine(record).outcome);
    const isRight = String(meant) === String(told) && String(flat) === String(told);
    return isRight && about.startsWith('Made-up: ') ? [] : [about];
  });
}

async function compareBoth(older: Version, newer: Version): Promise<ChangeLog> {
  const log = await compared(older, newer);
  expect(await wrongExamples(log, [older, newer])).toEqual([]);
  return log;
}

describe('a change of meaning', () => {
  it('in combination, against in combination for the same indication: looser, for who takes it for another', async () => {
    const agents = eitherOf({ dupilumab, fingolimod });
    const log = await compareBoth(
      demoVersion(allOf({ alone: not(concurrentUseOf(agents)) })),
      demoVersion(allOf({ alone: not(concurrentUseOf(agents, { forSameIndication: true })) })),
    );
    expect(changeOf(log, 'alone')).toMatchObject({
      change: 'meaning',
      direction: 'looser',
      isReworded: true,
    });
    expect(changeOf(log, 'indication')).toMatchObject({ change: 'parts', direction: 'looser' });
    expect(log.verdict).toBe('different');
    expect(flipsOf(log)).toContain('denied > approved');
    expect(flipsOf(log).filter((flip) => /^approved|> denied$/.test(flip))).toEqual([]);
    const flip = log.outcomes.find(({ from, to }) => from === 'denied' && to === 'approved')?.example?.case;
    const [drug] = flip?.drugs ?? [];
    expect(drug?.current).toBe(true);
    expect(drug?.indication).not.toBe(flip?.request.indication);
    expect(drug?.indication).toBeDefined();
    expect(log.paths).toMatchObject([{ paths: [{ change: 'looser' }] }]);
  });

  it('under 2, against 2 or under: looser, for who is 2', async () => {
    const log = await compareBoth(
      demoVersion(allOf({ age: ageBelow(2) })),
      demoVersion(allOf({ age: ageAtMost(2) })),
    );
    expect(changeOf(log, 'age')).toMatchObject({ change: 'meaning', direction: 'looser' });
    expect(flipsOf(log)).toEqual(['denied > approved', 'denied > pended']);
    const flip = log.outcomes.find(({ from }) => from === 'denied')?.example;
    expect(flip?.story).toContain('(2 years old)');
    expect(flip?.case).toMatchObject({
      request: { dateOfService: '2024-01-01' },
      patient: { birthDate: '2022-01-01' },
    });
  });

  it('a measured value under 2, against 2 or under: the case stands at 2', async () => {
    const log = await compareBoth(
      demoVersion(allOf({ value: measured(fev1PercentPredicted, below(quantity(2, '%'))) })),
      demoVersion(allOf({ value: measured(fev1PercentPredicted, atOrBelow(quantity(2, '%'))) })),
    );
    expect(changeOf(log, 'value')).toMatchObject({ change: 'meaning', direction: 'looser' });
    const flip = log.outcomes.find(({ from, to }) => from === 'denied' && to === 'approved')?.example?.case;
    expect(flip?.events?.map(({ value }) => value)).toEqual([2]);
  });

  it('one condition more is stricter, and one way more is looser', async () => {
    const ways = { relapse: disablingRelapse, mri: mriHighlyActive };
    const log = await compareBoth(
      demoVersion(allOf({ age: ageAtLeast(18), activity: oneOf(ways) })),
      demoVersion(
        allOf({
          age: ageAtLeast(18),
          activity: oneOf({ ...ways, cognition: cognitiveImpairment }),
          prescriber: prescribedByOrInConsultationWith(neurology),
        }),
      ),
    );
    expect(changeOf(log, 'activity.cognition')).toMatchObject({ change: 'new', direction: 'looser' });
    expect(changeOf(log, 'prescriber')).toMatchObject({ change: 'new', direction: 'stricter' });
    expect(changeOf(log, 'activity')).toMatchObject({ change: 'parts', direction: 'looser' });
    expect(changeOf(log, 'indication')).toMatchObject({ change: 'parts', direction: 'different' });
    expect(log.paths[0]?.paths?.map(({ change, by }) => [change, by?.added.map(({ id }) => id)])).toEqual([
      ['stricter', ['prescriber']],
      ['stricter', ['prescriber']],
      ['new', undefined],
    ]);
  });

  it('a record asked for, where a word did: stricter, and reported facts are pended', async () => {
    const log = await compareBoth(
      demoVersion(allOf({ relapse: disablingRelapse })),
      demoVersion(allOf({ relapse: documented(disablingRelapse) })),
    );
    expect(changeOf(log, 'relapse')).toMatchObject({ change: 'meaning', direction: 'stricter' });
    expect(flipsOf(log)).toEqual(['approved > pended']);
    expect(log.outcomes[0]?.example?.case.findings).toEqual({ 'disabling-relapse': 'reported' });
  });

  it('an exclusion that more fall under is stricter', async () => {
    const criteria = allOf({ relapse: disablingRelapse });
    const excluded = (criterion: Criterion) => ({
      exclusions: conditionsNotCovered({ hiv: exclusion('HIV infection', criterion, { reason: 'Ours.' }) }),
    });
    const log = await compareBoth(
      demoVersion(criteria, excluded(documented(hivInfection))),
      demoVersion(criteria, excluded(allOf({ hiv: hivInfection }))),
    );
    expect(changeOf(log, 'exclusions.hiv')).toMatchObject({ change: 'meaning', direction: 'stricter' });
    expect(flipsOf(log)).toEqual(['pended > denied']);
  });

  it('of which no outcome turns on the clause is said so', async () => {
    const log = await compareBoth(
      demoVersion(allOf({ age: ageAtLeast(18), adult: ageAtLeast(16) })),
      demoVersion(allOf({ age: ageAtLeast(18), adult: ageAtLeast(17) })),
    );
    expect(changeOf(log, 'adult')).toMatchObject({
      change: 'meaning',
      direction: 'stricter',
      neverMatters: true,
    });
    expect(log.verdict).toBe('equivalent');
    expect(log.outcomes).toEqual([]);
  });
});

describe('a change that means nothing', () => {
  it('of wording only is neutral, and needs no solver', async () => {
    const log = await compareBoth(
      demoVersion(allOf({ relapse: worded('A disabling relapse', disablingRelapse) })),
      demoVersion(allOf({ relapse: worded('A relapse that disables', disablingRelapse) })),
    );
    expect(log.verdict).toBe('equivalent');
    expect(log.proof.by).toBe('structure');
    expect(changeOf(log, 'relapse')).toMatchObject({
      change: 'wording',
      direction: 'same',
      isReworded: true,
    });
    expect(changeOf(log, 'indication').change).toBe('same');
  });

  it('of order, or by a double negation, is proved by the way that it is written', async () => {
    const [relapse, mri] = [disablingRelapse, mriHighlyActive];
    const log = await compareBoth(
      demoVersion(allOf({ activity: oneOf({ relapse, mri }), age: ageAtLeast(18) })),
      demoVersion(allOf({ age: not(not(ageAtLeast(18))), activity: oneOf({ mri, relapse }) })),
    );
    expect(log.verdict).toBe('equivalent');
    expect(log.proof.by).toBe('structure');
    // Their numbers moved, and nothing else.
    expect(changeOf(log, 'activity.mri')).toMatchObject({ change: 'same', isRenumbered: true });
  });

  it('and is written quite otherwise is proved by the solver', async () => {
    const [relapse, mri] = [disablingRelapse, mriHighlyActive];
    const log = await compareBoth(
      demoVersion(allOf({ age: ageAtLeast(18), activity: oneOf({ relapse, mri }) })),
      demoVersion(
        allOf({
          age: allOf({ child: ageAtLeast(17), adult: ageAtLeast(18) }),
          activity: atLeast(1, { relapse, mri }),
          again: not(allOf({ noRelapse: not(relapse), noMri: not(mri) })),
        }),
      ),
    );
    expect(log.verdict).toBe('equivalent');
    expect(log.proof.by).toMatch(/^z3 /);
    expect(changeOf(log, 'activity')).toMatchObject({ direction: 'same' });
  });

  it('of an id alone is a renamed clause', async () => {
    const log = await compareBoth(
      demoVersion(
        allOf({ age: ageAtLeast(18), severe: oneOf({ relapse: disablingRelapse, mri: mriHighlyActive }) }),
      ),
      demoVersion(
        allOf({ age: ageAtLeast(18), activity: oneOf({ attack: disablingRelapse, mri: mriHighlyActive }) }),
      ),
    );
    expect(log.clauses.map(({ change, older, newer }) => [change, older?.id, newer?.id])).toEqual([
      ['same', 'indication', 'indication'],
      ['same', 'age', 'age'],
      ['same', 'severe', 'activity'],
      ['same', 'severe.relapse', 'activity.attack'],
      ['same', 'severe.mri', 'activity.mri'],
      ['same', 'exclusions.otherUse', 'exclusions.otherUse'],
    ]);
    expect(log.verdict).toBe('equivalent');
  });
});

describe('what is not settled', () => {
  it('is undecided, with the limit, and nothing is claimed of it', async () => {
    const log = await compared(
      demoVersion(allOf({ age: ageAtLeast(2) })),
      demoVersion(allOf({ age: ageAtLeast(24, { unit: 'months' }) })),
      1,
    );
    expect(log.verdict).toBe('undecided');
    expect(log.outcomes.length).toBeGreaterThan(0);
    expect(examplesOf(log)).toEqual([]);
    expect(changeOf(log, 'age')).toMatchObject({ change: 'undecided', direction: 'undecided' });
    expect(log.proof.millisecondsAQuestion).toBe(1);
  });

  it('where the vocabularies read a name of the criteria differently', async () => {
    const older = demoVersion(allOf({ relapse: worded('A', rapidlyAdvancingDeterioration) }));
    const newer = demoVersion(allOf({ relapse: worded('B', rapidlyAdvancingDeterioration) }));
    const { kernel } = newer.compiled;
    const indications = kernel.tables.indications.map((row) => ({ ...row, name: `${row.name}, renamed` }));
    const log = await compared(older, {
      ...newer,
      compiled: { ...newer.compiled, kernel: { ...kernel, tables: { ...kernel.tables, indications } } },
    });
    expect(log.verdict).toBe('undecided');
    expect(log.proof.vocabulary).toEqual(['multiple-sclerosis']);
  });
});

describe('beside the clauses', () => {
  it('dates, durations and products are compared', async () => {
    const criteria = allOf({ relapse: disablingRelapse });
    const log = await compared(
      demoVersion(criteria, { durations: { initial: months(6) }, nextReview: '2025-01-01' }),
      demoVersion(criteria, {
        effective: '2024-07-01',
        durations: { initial: months(1), reauthorization: months(12) },
      }),
    );
    expect(log.comparedFrom).toBe('2024-07-01');
    expect(log.verdict).toBe('equivalent');
    expect(log.terms).toEqual([
      { term: 'Effective date', older: '2024-01-01', newer: '2024-07-01' },
      { term: 'Next review date', older: '2025-01-01', newer: 'none' },
      { term: 'Approval, at most', older: '6 months', newer: '1 month' },
      { term: 'Renewal, at most', older: 'none', newer: '12 months' },
    ]);
  });
});
