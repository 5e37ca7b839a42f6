import { describe, expect, it } from 'vitest';
import type { DrugEntry } from '../../../dsl/kernel/case.ts';
import type { Trials } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { trials } from '../../../dsl/kernel/trials.ts';
import { randomTables } from '../../support/random-vocabulary.ts';

/** Made-up courses; what each must come to was worked out by hand. */

const kernel: Kernel = {
  number: 'T',
  title: 'Test',
  effective: '2024-01-01',
  products: ['own'],
  repeatsCriteria: true,
  clauses: [],
  printed: [],
  criteria: { kind: 'all', of: [] },
  exclusions: { kind: 'any', of: [] },
  regimens: [],
  durations: {},
  tables: randomTables,
};

const of = (agent: string, from?: string, to?: string, more: Partial<DrugEntry> = {}): DrugEntry => ({
  agent,
  outcome: 'failure',
  evidence: 'documented',
  source: 'supplied',
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...more,
});

/** Of the random vocabulary: 0 and 1 are alike and of one class, 34 is of another, 4 and 5 have none. */
const closed = {
  ingredients: ['substance-0', 'substance-1', 'substance-34', 'substance-5', 'substance-4'],
  open: false,
};
const base: Trials = { kind: 'trials', agents: closed, by: 'ingredient', least: 1, grade: 'plain' };

function asked(leaf: Partial<Trials>, drugs: readonly DrugEntry[], drugsComplete = true) {
  const { truth, review } = trials({ ...base, ...leaf }, kernel, {
    request: { dateOfService: '2024-06-03' },
    drugs,
    drugsComplete,
  });
  return review ? `${truth}, for review` : truth;
}

describe('the length of a trial', () => {
  const long = {
    reasons: ['failure', 'contraindication'] as const,
    lasting: { count: 28, unit: 'days', binds: ['failure'] } as const,
  };

  it('takes both days, and ends on the date of service', () => {
    expect(asked(long, [of('substance-5', '2024-02-01', '2024-02-28')])).toBe('met');
    expect(asked(long, [of('substance-5', '2024-02-02', '2024-02-28')])).toBe('not-met');
    expect(asked(long, [of('substance-5', '2024-05-07', '2024-12-31')])).toBe('met');
    expect(asked(long, [of('substance-5', '2024-05-08', '2024-12-31')])).toBe('not-met');
    expect(asked(long, [of('substance-5', '2024-05-07', undefined, { current: true })])).toBe('met');
  });

  it('without its end is open, unless it is too short even to the date of service', () => {
    expect(asked(long, [of('substance-5', '2024-05-07')])).toBe('unknown');
    expect(asked(long, [of('substance-5', '2024-05-08')])).toBe('not-met');
    expect(asked(long, [of('substance-5', undefined, '2024-02-28')])).toBe('unknown');
  });

  it('binds the reasons that it names and no other', () => {
    expect(asked(long, [of('substance-5', undefined, undefined, { outcome: 'contraindication' })])).toBe(
      'met',
    );
    expect(
      asked({ ...long, lasting: { count: 28, unit: 'days' } }, [
        of('substance-5', undefined, undefined, { outcome: 'contraindication' }),
      ]),
    ).toBe('unknown');
  });

  it('in months is of calendar months', () => {
    const threeMonths = { lasting: { count: 3, unit: 'months' } as const };
    expect(asked(threeMonths, [of('substance-5', '2023-11-30', '2024-02-28')])).toBe('met');
    expect(asked(threeMonths, [of('substance-5', '2023-11-30', '2024-02-27')])).toBe('not-met');
    expect(asked(threeMonths, [of('substance-5', '2024-01-01', '2024-03-31')])).toBe('met');
    expect(asked(threeMonths, [of('substance-5', '2024-01-01', '2024-03-30')])).toBe('not-met');
  });
});

describe('a window on the last day of a course', () => {
  const recently = {
    window: { anchor: 'dateOfService', from: { count: -3, unit: 'months', inclusive: true } },
  } as const;

  it('is met by one that goes on, whenever it began, and open where its end is', () => {
    expect(asked(recently, [of('substance-5', '2020-01-01', undefined, { current: true })])).toBe('met');
    expect(asked(recently, [of('substance-5', '2020-01-01')])).toBe('unknown');
    expect(asked(recently, [of('substance-5', '2020-01-01', '2024-03-03')])).toBe('met');
    expect(asked(recently, [of('substance-5', '2020-01-01', '2024-03-02')])).toBe('not-met');
  });
});

describe('counting agents', () => {
  const two = { least: 2 } as const;

  it('tells them apart by ingredient; brands of one count once, and those alike are for a reviewer', () => {
    expect(asked(two, [of('substance-5', '2024-01-01'), of('substance-4', '2024-02-01')])).toBe('met');
    expect(asked(two, [of('Brand Zero', '2024-01-01'), of('Brand Zero Bis', '2024-02-01')])).toBe('not-met');
    expect(asked(two, [of('substance-0', '2024-01-01'), of('substance-1', '2024-02-01')])).toBe(
      'unknown, for review',
    );
  });

  it('by class counts two of one class once, and leaves one without a class to a reviewer', () => {
    const byClass = { ...two, by: 'class' } as const;
    expect(asked(byClass, [of('substance-0', '2024-01-01'), of('substance-1', '2024-02-01')])).toBe(
      'not-met',
    );
    expect(asked(byClass, [of('substance-0', '2024-01-01'), of('substance-34', '2024-02-01')])).toBe('met');
    expect(asked(byClass, [of('substance-0', '2024-01-01'), of('substance-5', '2024-02-01')])).toBe(
      'unknown, for review',
    );
  });

  it('by product tells brands apart, but not a brand from its ingredient', () => {
    const byProduct = { ...two, by: 'product' } as const;
    expect(asked(byProduct, [of('Brand Zero', '2024-01-01'), of('Brand Zero Bis', '2024-02-01')])).toBe(
      'met',
    );
    expect(asked(byProduct, [of('Brand Zero', '2024-01-01'), of('substance-0', '2024-02-01')])).toBe(
      'unknown, for review',
    );
  });

  it('of an incomplete history is never not met', () => {
    expect(asked(two, [of('substance-5', '2024-01-01')], false)).toBe('unknown');
    expect(asked(two, [of('substance-5', '2024-01-01')])).toBe('not-met');
  });

  it('takes no sample', () => {
    expect(asked({}, [of('substance-5', '2024-01-01', '2024-05-01', { source: 'sample' })])).toBe('not-met');
  });
});

describe('a reason against every agent', () => {
  const every: Partial<Trials> = {
    agents: { ingredients: ['substance-5', 'substance-4'], open: false },
    least: 'every',
    reasons: ['contraindication'],
  };
  const no = (agent: string) => of(agent, undefined, undefined, { outcome: 'contraindication' });

  it('needs one for each: a failure of two is not a contraindication to all', () => {
    expect(asked(every, [no('substance-5'), no('substance-4')])).toBe('met');
    expect(asked(every, [no('substance-5')])).toBe('not-met');
    expect(asked(every, [no('substance-5')], false)).toBe('unknown');
    expect(asked(every, [of('substance-5'), of('substance-4')])).toBe('not-met');
  });
});

describe('days of trials together', () => {
  const total = { least: 2, totalDays: 28 } as const;

  it('are calendar days: a day on which two ran counts once, and so does a course that is on file twice', () => {
    expect(
      asked(total, [
        of('substance-5', '2024-02-01', '2024-02-14'),
        of('substance-4', '2024-02-15', '2024-02-28'),
      ]),
    ).toBe('met');
    expect(
      asked(total, [
        of('substance-5', '2024-02-01', '2024-02-14'),
        of('substance-4', '2024-02-14', '2024-02-27'),
      ]),
    ).toBe('not-met');
    expect(
      asked({ totalDays: 28 }, [
        of('substance-5', '2024-02-01', '2024-02-20'),
        of('substance-5', '2024-02-01', '2024-02-20'),
      ]),
    ).toBe('not-met');
  });

  it('with a course whose days are open are open', () => {
    expect(
      asked(total, [of('substance-5', '2024-02-01', '2024-02-14'), of('substance-4', '2024-02-15')]),
    ).toBe('unknown');
  });
});

describe('a dose', () => {
  const dose = { dose: { unit: 'mg/wk', least: 25 } };
  it('must have been reached within the trial, in the unit that is asked for', () => {
    const reached = (doseReached?: NonNullable<DrugEntry['doseReached']>) =>
      asked(dose, [
        of('substance-5', '2024-01-01', '2024-05-01', doseReached === undefined ? {} : { doseReached }),
      ]);
    expect([reached({ value: 25, unit: 'mg/wk' }), reached({ value: 24, unit: 'mg/wk' })]).toEqual([
      'met',
      'not-met',
    ]);
    expect([reached({ value: 25, unit: 'mg/d' }), reached({ value: 25 }), reached()]).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
  });
});
