import { describe, expect, it } from 'vitest';
import type { CaseRecord, EventEntry } from '../../../dsl/kernel/case.ts';
import type { Amount, Change, Counted, Reading, Run, Selection } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { amount, change, counted, reading, run } from '../../../dsl/kernel/event-history.ts';
import { randomTables } from '../../support/random-vocabulary.ts';

/** Made-up histories; what each must come to was worked out by hand. */

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

const on = '2024-06-03';
const sure = { evidence: 'documented' } as const;

function file(
  events: readonly EventEntry[],
  complete: readonly string[] = [],
  more: Partial<CaseRecord> = {},
) {
  return { request: { dateOfService: on }, events, complete, ...more };
}

const visits: Selection = { events: ['visit'], conditions: {}, grade: 'plain' };
const sugar: Selection = { events: ['sugar'], conditions: {}, grade: 'plain' };
const visit = (day?: string): EventEntry => ({
  event: 'visit',
  ...sure,
  ...(day === undefined ? {} : { on: day }),
});
const measured = (value: number, day?: string, unit = 'mg/dL'): EventEntry => ({
  event: 'sugar',
  value,
  unit,
  ...sure,
  ...(day === undefined ? {} : { on: day }),
});

function count(of: Selection, least: number, record: CaseRecord, distinct: Counted['distinct'] = 'entry') {
  return counted({ kind: 'counted', of, least, distinct }, record).truth;
}

describe('a count', () => {
  it('over an incomplete history is never not met: "never" is unknown', () => {
    expect(count(visits, 1, file([]))).toBe('unknown');
    expect(count(visits, 1, file([], ['visit']))).toBe('not-met');
    expect(count(visits, 1, file([], ['sugar']))).toBe('unknown');
    expect(count(visits, 1, file([visit('2024-01-01')]))).toBe('met');
  });

  it('by day takes two on one day for one, and undated ones for any day', () => {
    const twice = file([visit('2024-01-01'), visit('2024-01-01')], ['visit']);
    expect([count(visits, 2, twice), count(visits, 2, twice, 'day')]).toEqual(['met', 'not-met']);
    const undated = file([visit('2024-01-01'), visit()], ['visit']);
    expect([count(visits, 2, undated), count(visits, 2, undated, 'day')]).toEqual(['met', 'unknown']);
    expect(count(visits, 1, file([visit(), visit()], ['visit']), 'day')).toBe('met');
    expect(count(visits, 3, file([visit(), visit()], ['visit']), 'day')).toBe('not-met');
  });

  it('leaves out what is dated after the date of service', () => {
    expect(count(visits, 1, file([visit('2024-06-04')], ['visit']))).toBe('not-met');
    expect(count(visits, 1, file([visit('2024-06-03')], ['visit']))).toBe('met');
  });

  it('asks for a record, a source and a circumstance, and takes their lack for unknown', () => {
    const documented: Selection = { ...visits, grade: 'documented' };
    const entry = (more: Partial<EventEntry>) => file([{ ...visit('2024-01-01'), ...more }], ['visit']);
    expect(count(documented, 1, entry({ evidence: 'reported' }))).toBe('unknown');
    expect(count(visits, 1, entry({ evidence: 'reported' }))).toBe('met');
    expect(count(visits, 1, entry({ evidence: 'absent' }))).toBe('not-met');
    const claimed: Selection = { ...visits, shownBy: ['claim'] };
    expect(count(claimed, 1, entry({ shownBy: 'claim' }))).toBe('met');
    // Another paper is no proof that there is no claim.
    expect(count(claimed, 1, entry({ shownBy: 'record' }))).toBe('unknown');
    const inPerson: Selection = { ...visits, conditions: { inPerson: true } };
    expect(count(inPerson, 1, entry({ conditions: { inPerson: false } }))).toBe('not-met');
    expect(count(inPerson, 1, entry({}))).toBe('unknown');
  });

  it('compares a value with the bounds of its own unit, and a unit without bounds with none', () => {
    const high: Selection = {
      ...sugar,
      bounds: [
        { unit: 'mg/dL', below: 54 },
        { unit: 'mmol/L', below: 3 },
      ],
    };
    expect(count(high, 1, file([measured(2.9, on, 'mmol/L')], ['sugar']))).toBe('met');
    expect(count(high, 1, file([measured(3, on, 'mmol/L')], ['sugar']))).toBe('not-met');
    expect(count(high, 1, file([measured(2.9, on, 'kg')], ['sugar']))).toBe('unknown');
    expect(count(high, 1, file([{ event: 'sugar', unit: 'mg/dL', ...sure }], ['sugar']))).toBe('unknown');
  });

  it("takes a value as a multiple of the result's own limit", () => {
    const raised: Selection = { ...sugar, relativeTo: 'upper', bounds: [{ unit: '1', least: 3 }] };
    const result = (upper?: number): EventEntry => ({
      ...measured(120, on),
      ...(upper === undefined ? {} : { reference: { upper } }),
    });
    expect(count(raised, 1, file([result(40)], ['sugar']))).toBe('met');
    expect(count(raised, 1, file([result(41)], ['sugar']))).toBe('not-met');
    expect(count(raised, 1, file([result()], ['sugar']))).toBe('unknown');
    expect(count(raised, 1, file([result(0)], ['sugar']))).toBe('unknown');
  });
});

describe('a window', () => {
  const within = (from: number, to: number, inclusive = true): Selection => ({
    ...visits,
    window: {
      anchor: 'dates.order',
      from: { count: from, unit: 'months', inclusive },
      to: { count: to, unit: 'months', inclusive },
    },
  });
  const asked = (selection: Selection, day: string, order?: string) =>
    count(selection, 1, file([visit(day)], ['visit'], order === undefined ? {} : { dates: { order } }));

  it('counts from its anchor, both ends included or not', () => {
    expect(asked(within(-6, 0), '2023-12-01', '2024-06-01')).toBe('met');
    expect(asked(within(-6, 0), '2023-11-30', '2024-06-01')).toBe('not-met');
    expect(asked(within(-6, 0), '2024-06-01', '2024-06-01')).toBe('met');
    expect(asked(within(-6, 0), '2024-06-02', '2024-06-01')).toBe('not-met');
    expect(asked(within(-6, 0, false), '2023-12-01', '2024-06-01')).toBe('not-met');
    expect(asked(within(-6, 0, false), '2024-06-01', '2024-06-01')).toBe('not-met');
  });

  it('takes the last day of a month for a day that it lacks', () => {
    expect(asked(within(-6, 0), '2023-02-28', '2023-08-31')).toBe('met');
    expect(asked(within(-6, 0), '2023-02-27', '2023-08-31')).toBe('not-met');
    expect(asked(within(-3, 0), '2024-02-29', '2024-05-31')).toBe('met');
    expect(asked(within(-3, 0), '2024-02-28', '2024-05-31')).toBe('not-met');
  });

  it('counted from a day that stands for "never" or "always" stays on its side', () => {
    const after: Selection = {
      ...visits,
      window: { anchor: 'dates.order', from: { count: 0, unit: 'days', inclusive: false } },
    };
    const until: Selection = {
      ...visits,
      window: { anchor: 'dates.order', to: { count: 1, unit: 'months', inclusive: true } },
    };
    const verdicts = (order: string) => [after, until].map((each) => asked(each, '2024-01-01', order));
    expect(verdicts('9999-12-31')).toEqual(['not-met', 'met']);
    expect(verdicts('0001-01-01')).toEqual(['met', 'not-met']);
    expect(asked(within(-36, -24), '2024-01-01', '0001-01-01')).toBe('not-met');
  });

  it('is unknown without its anchor or the day', () => {
    expect(asked(within(-6, 0), '2024-01-01')).toBe('unknown');
    expect(count(within(-6, 0), 1, file([visit()], ['visit'], { dates: { order: on } }))).toBe('unknown');
  });
});

describe('a reading', () => {
  const read = (which: Reading['which'], record: CaseRecord, minimum = 1) =>
    reading(
      { kind: 'reading', of: sugar, which, minimum, bounds: [{ unit: 'mg/dL', most: 100 }] },
      kernel,
      record,
    ).truth;

  it('of an incomplete history may not be the latest, or the earliest', () => {
    expect(read('latest', file([measured(90, '2024-01-01')]))).toBe('unknown');
    expect(read('latest', file([measured(90, '2024-01-01')], ['sugar']))).toBe('met');
    expect(read('latest', file([], ['sugar']))).toBe('not-met');
  });

  it('is the latest or the earliest; two on that day must agree, and an undated one may be it', () => {
    const two = file([measured(120, '2024-01-01'), measured(90, '2024-02-01')], ['sugar']);
    expect([read('latest', two), read('earliest', two)]).toEqual(['met', 'not-met']);
    const tied = file([measured(120, '2024-02-01'), measured(90, '2024-02-01')], ['sugar']);
    expect(read('latest', tied)).toBe('unknown');
    expect(read('latest', file([measured(120), measured(90, '2024-02-01')], ['sugar']))).toBe('unknown');
    expect(read('latest', file([measured(95), measured(90, '2024-02-01')], ['sugar']))).toBe('met');
  });

  it('that is open may be the latest: what it may be must agree with what surely is', () => {
    const doubtful: EventEntry = { event: 'sugar', value: 120, unit: 'mg/dL', on: '2024-03-01' };
    expect(read('latest', file([doubtful, measured(90, '2024-02-01')], ['sugar']))).toBe('unknown');
    expect(read('latest', file([{ ...doubtful, value: 80 }, measured(90, '2024-02-01')], ['sugar']))).toBe(
      'met',
    );
    expect(read('latest', file([doubtful], ['sugar']))).toBe('not-met');
    expect(read('latest', file([{ ...doubtful, value: 80 }], ['sugar']))).toBe('unknown');
  });

  it('of each must be within bounds, and one that surely is not settles it', () => {
    const each = [measured(90, '2024-01-01'), measured(95, '2024-02-01')];
    expect(read('every', file(each, ['sugar']), 2)).toBe('met');
    expect(read('every', file(each, ['sugar']), 3)).toBe('not-met');
    expect(read('every', file(each), 2)).toBe('unknown');
    expect(read('every', file([...each, measured(101, '2024-03-01')]), 2)).toBe('not-met');
  });

  it('of the mean is taken in the first unit', () => {
    expect(read('mean', file([measured(90, '2024-01-01'), measured(110, '2024-01-02')], ['sugar']), 2)).toBe(
      'met',
    );
    expect(read('mean', file([measured(90, '2024-01-01'), measured(111, '2024-01-02')], ['sugar']), 2)).toBe(
      'not-met',
    );
    expect(
      read('mean', file([measured(5, '2024-01-01', 'mmol/L'), measured(110, '2024-01-02')], ['sugar'])),
    ).toBe('met');
    expect(read('mean', file([measured(90, '2024-01-01')], ['sugar']), 2)).toBe('not-met');
    expect(read('mean', file([measured(90, '2024-01-01'), { event: 'sugar', ...sure }], ['sugar']))).toBe(
      'unknown',
    );
  });
});

describe('a change', () => {
  const rise: Change = {
    kind: 'change',
    of: { ...sugar, events: ['sugar', 'weight'] },
    baseline: {
      ...sugar,
      events: ['sugar', 'weight'],
      window: { anchor: 'dates.start', to: { count: 0, unit: 'days', inclusive: false } },
    },
    as: 'difference',
    bounds: { least: 3 },
  };
  const later = (events: readonly EventEntry[], complete = ['sugar', 'weight']) =>
    change(rise, kernel, file(events, complete, { dates: { start: '2024-03-01' } })).truth;
  const weight = (value: number, day: string): EventEntry => ({
    event: 'weight',
    value,
    unit: 'kg',
    on: day,
    ...sure,
  });

  it('compares with the same instrument as at baseline', () => {
    expect(later([measured(10, '2024-02-01'), measured(13, '2024-05-01')])).toBe('met');
    expect(later([measured(10, '2024-02-01'), weight(13, '2024-05-01')])).toBe('not-met');
    expect(later([measured(10, '2024-02-01'), weight(13, '2024-05-01')], ['sugar'])).toBe('unknown');
    expect(
      later([
        measured(10, '2024-02-01'),
        measured(12, '2024-05-01'),
        weight(1, '2024-02-01'),
        weight(4, '2024-05-01'),
      ]),
    ).toBe('met');
  });

  it('takes the last value before the anchor for the baseline, the day itself left out', () => {
    expect(later([measured(1, '2024-01-01'), measured(10, '2024-02-29'), measured(12, '2024-05-01')])).toBe(
      'not-met',
    );
    expect(later([measured(1, '2024-02-29'), measured(10, '2024-03-01'), measured(12, '2024-05-01')])).toBe(
      'met',
    );
  });

  it('in percent is of the baseline; of 0 it is unknown', () => {
    const fall = (from: number, to: number) =>
      change(
        { ...rise, as: 'percent', bounds: { most: -30 } },
        kernel,
        file([measured(from, '2024-02-01'), measured(to, '2024-05-01')], ['sugar', 'weight'], {
          dates: { start: '2024-03-01' },
        }),
      ).truth;
    expect([fall(100, 70), fall(100, 71), fall(0, 1)]).toEqual(['met', 'not-met', 'unknown']);
  });
});

describe('a run of days', () => {
  const adherence: Run = {
    kind: 'run',
    of: {
      ...sugar,
      bounds: [{ unit: 'mg/dL', least: 4 }],
      window: {
        anchor: 'dates.start',
        from: { count: 0, unit: 'days', inclusive: true },
        to: { count: 89, unit: 'days', inclusive: true },
      },
    },
    days: 30,
    percent: 70,
  };
  const day = (place: number) => new Date(Date.UTC(2024, 0, 8 + place)).toISOString().slice(0, 10);
  const nights = (places: readonly number[], complete = ['sugar'], dateOfService = '2024-06-03') =>
    run(adherence, {
      request: { dateOfService },
      events: places.map((place) => measured(4, day(place))),
      complete,
      dates: { start: '2024-01-08' },
    }).truth;
  const range = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

  it('needs 21 of some 30 days in a row', () => {
    expect(nights(range(40, 21))).toBe('met');
    expect(nights(range(40, 20))).toBe('not-met');
    expect(nights(range(40, 20), [])).toBe('unknown');
    // Twenty-one nights, the last of them on the thirty-first day from the first.
    expect(nights([...range(10, 20), 40])).toBe('not-met');
    expect(nights([...range(10, 20), 39])).toBe('met');
  });

  it('lies whole within the window, and not after the date of service', () => {
    expect(nights(range(69, 21))).toBe('met');
    expect(nights(range(70, 21))).toBe('not-met');
    expect(nights(range(0, 21), ['sugar'], day(28))).toBe('not-met');
    expect(nights(range(0, 21), ['sugar'], day(29))).toBe('met');
  });
});

describe('an amount', () => {
  const asked = (
    value: number | undefined,
    unit: string | undefined,
    weights: readonly number[],
    complete = ['weight'],
  ) => {
    const leaf: Amount = {
      kind: 'amount',
      unit: 'mg',
      bounds: { most: 5 },
      perValueOf: { event: 'weight', roundedUpTo: 100 },
    };
    const quantity = { ...(value === undefined ? {} : { value }), ...(unit === undefined ? {} : { unit }) };
    return amount(leaf, kernel, {
      request: { dateOfService: on, quantity },
      events: weights.map((each, place) => ({
        event: 'weight',
        value: each,
        unit: 'kg',
        on: `2024-0${place + 1}-01`,
        ...sure,
      })),
      complete,
    }).truth;
  };

  it('is so much for each kilogram of the latest weight, rounded up to whole packages', () => {
    expect([
      asked(400, 'mg', [70]),
      asked(401, 'mg', [70]),
      asked(400, 'mg', [80]),
      asked(401, 'mg', [80]),
    ]).toEqual(['met', 'not-met', 'met', 'not-met']);
    expect([asked(500, 'mg', [80, 81]), asked(500, 'mg', [81, 80])]).toEqual(['met', 'not-met']);
  });

  it('is unknown without the quantity, in another unit, or where the weights may not be all', () => {
    expect([
      asked(undefined, 'mg', [70]),
      asked(400, '{kit}', [70]),
      asked(400, 'mg', [70], []),
      asked(400, 'mg', []),
    ]).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  });
});
