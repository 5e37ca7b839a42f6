import { describe, expect, it } from 'vitest';
import type { CaseRecord, EventEntry } from '../../../../dsl/kernel/case.ts';
import type { Selection } from '../../../../dsl/kernel/expression.ts';
import { event, glucose, leafUnderTest, on, request, whole, yearBack } from './leaf-under-test.ts';

describe('windows', () => {
  const counted = (window: Selection['window']) =>
    leafUnderTest({
      kind: 'counted',
      of: { ...glucose, ...(window && { window }) },
      least: 1,
      distinct: 'entry',
    });
  const months = (count: number, inclusive = true) => ({ count, unit: 'months', inclusive }) as const;
  const days = (count: number, inclusive = true) => ({ count, unit: 'days', inclusive }) as const;

  it.each([
    ['2023-06-03', 'met'],
    ['2023-06-02', 'not-met'],
    [on, 'met'],
    // After the date of service it does not count.
    ['2024-06-04', 'not-met'],
    [undefined, 'unknown'],
  ])('an entry of %s, in the last twelve months: %s', async (day, expected) =>
    expect(await counted(yearBack).status(whole(event(100, day)))).toBe(expected),
  );

  it.each([
    // Six months before 31 August 2024 is the month's last day, 29 February.
    ['2024-08-31', -6, '2024-02-29', 'met'],
    ['2024-08-31', -6, '2024-02-28', 'not-met'],
    ['2024-03-31', -1, '2024-02-29', 'met'],
    ['2024-03-30', -13, '2023-02-28', 'met'],
    ['2024-01-15', -1, '2023-12-15', 'met'],
    ['2024-01-15', -1, '2023-12-14', 'not-met'],
    ['2025-02-28', -12, '2024-02-28', 'met'],
    ['2025-02-28', -12, '2024-02-27', 'not-met'],
  ])('served on %s, %d months: an entry of %s is %s', async (dateOfService, count, day, expected) => {
    const leaf = counted({ anchor: 'dateOfService', from: months(count) });
    expect(await leaf.status({ ...whole(event(100, day)), request: { ...request, dateOfService } })).toBe(
      expected,
    );
  });

  it('days are counted over the ends of months and leap days', async () => {
    const leaf = counted({ anchor: 'dates.order', from: days(31), to: days(91) });
    const at = (day: string) => leaf.status({ ...whole(event(100, day)), dates: { order: '2024-02-01' } });
    expect(await at('2024-03-02')).toBe('not-met');
    expect(await at('2024-03-03')).toBe('met');
    expect(await at('2024-05-02')).toBe('met');
    expect(await at('2024-05-03')).toBe('not-met');
  });

  it('leave out a day that is not inclusive, on either side', async () => {
    const leaf = counted({ anchor: 'dates.order', from: days(-2, false), to: days(0, false) });
    const at = (day: string) => leaf.status({ ...whole(event(100, day)), dates: { order: '2024-03-01' } });
    expect(await Promise.all(['2024-02-28', '2024-02-29', '2024-03-01'].map(at))).toEqual([
      'not-met',
      'met',
      'not-met',
    ]);
  });

  it('without an anchor that is on file are open, and ask for it', async () => {
    const leaf = counted({ anchor: 'dates.order', to: days(0, false) });
    expect(await leaf.status(whole(event(100, '2024-01-01')))).toBe('unknown');
    expect(await leaf.settles(whole(event(100, '2024-01-01')))).toEqual(['The date of the order']);
    expect(await leaf.status(whole())).toBe('not-met');
  });

  it('with neither side are no window', async () => {
    expect(await counted({ anchor: 'dates.order' }).status(whole(event(100, undefined)))).toBe('met');
  });

  it('are told in words', async () => {
    const inside = { ...whole(event(100, undefined)), complete: [] };
    const told = async (window: NonNullable<Selection['window']>) =>
      (await counted(window).settles({ ...inside, dates: { order: '2024-01-01' } })).at(-1);
    const history = 'Further entries of blood glucose ';
    const complete = ', or the word that the list of them is complete';
    expect(await told(yearBack)).toBe(
      `${history}from 12 months before the date of service to the date of service${complete}`,
    );
    expect(await told({ anchor: 'dates.order', to: days(0, false) })).toBe(
      `${history}before the order${complete}`,
    );
    expect(await told({ anchor: 'dates.order', from: days(1) })).toBe(
      `${history}from 1 day after the order${complete}`,
    );
    expect(await told({ anchor: 'dates.order', from: days(0, false), to: months(1, false) })).toBe(
      `${history}after the order and before 1 month after the order${complete}`,
    );
  });
});

describe('an entry', () => {
  const above = {
    ...glucose,
    bounds: [
      { unit: 'mg/dL', above: 126 },
      { unit: 'mmol/L', least: 7 },
    ],
  };
  const leaf = leafUnderTest({ kind: 'counted', of: above, least: 1, distinct: 'entry' });

  it.each<[string, EventEntry, string]>([
    ['on the bound that is left out', event(126, on), 'not-met'],
    ['above it', event(126.1, on), 'met'],
    ['on the bound that is within, in another unit', event(7, on, { unit: 'mmol/L' }), 'met'],
    ['in a unit without bounds', event(200, on, { unit: 'g/L' }), 'unknown'],
    ['without a value', event(undefined, on), 'unknown'],
    ['absent', event(200, on, { evidence: 'absent' }), 'not-met'],
    ['reported', event(200, on, { evidence: 'reported' }), 'met'],
    ['of another kind', event(200, on, { event: 'weight' }), 'not-met'],
    ['of a kind that the vocabulary lacks', event(200, on, { event: 'strange' }), 'not-met'],
  ])('%s', async (_title, entry, expected) => expect(await leaf.status(whole(entry))).toBe(expected));

  it('asks for the value, the unit, the evidence', async () => {
    const { evidence: _, ...ungraded } = event(200, on);
    expect(await leaf.facts(whole(event(undefined, on)))).toEqual(['events[0].value', 'events[0].unit']);
    expect(await leaf.facts(whole(event(200, on, { unit: 'g/L' })))).toEqual(['events[0].unit']);
    expect(await leaf.facts(whole(ungraded))).toEqual(['events[0].evidence']);
    expect(await leaf.facts({})).toEqual(['complete']);
  });

  it('is warned of in a unit that it is not measured in, and dated after the date of service', async () => {
    expect(await leaf.warnings(whole(event(200, on, { unit: 'g/L' }), event(200, '2024-06-04')))).toEqual([
      'unit-not-known events[0] (blood glucose) is not measured in g/L; its value is set aside.',
      'dated-after-service events[1] (blood glucose) is dated after the date of service and does not count.',
    ]);
  });

  it('must have the conditions, either way', async () => {
    const fasting = leafUnderTest({
      kind: 'counted',
      of: { ...glucose, conditions: { fasting: true } },
      least: 1,
      distinct: 'entry',
    });
    const without = leafUnderTest({
      kind: 'counted',
      of: { ...glucose, conditions: { fasting: false } },
      least: 1,
      distinct: 'entry',
    });
    const states = [
      { conditions: { fasting: true } },
      { conditions: { fasting: false } },
      { conditions: {} },
      {},
    ];
    const read = (one: typeof fasting) =>
      Promise.all(states.map((more) => one.status(whole(event(1, on, more)))));
    expect(await read(fasting)).toEqual(['met', 'not-met', 'unknown', 'unknown']);
    expect(await read(without)).toEqual(['not-met', 'met', 'unknown', 'unknown']);
    expect(await fasting.settles(whole(event(1, on)))).toEqual([
      'Whether the blood glucose of 1 mg/dL on 2024-06-03 was fasting',
    ]);
  });

  it('is open without the proof that is asked for, of whatever another says', async () => {
    const claimed = leafUnderTest({
      kind: 'counted',
      of: { ...glucose, shownBy: ['claim', 'laboratory'], grade: 'documented' },
      least: 1,
      distinct: 'entry',
    });
    expect(await claimed.status(whole(event(1, on, { shownBy: 'laboratory' })))).toBe('met');
    expect(await claimed.status(whole(event(1, on, { shownBy: 'record' })))).toBe('unknown');
    expect(await claimed.facts(whole(event(1, on, { evidence: 'reported' })))).toEqual([
      'events[0].shownBy',
      'events[0].evidence',
    ]);
  });

  it('is held against its own limit', async () => {
    const doubled = leafUnderTest({
      kind: 'counted',
      of: { ...glucose, bounds: [{ unit: '1', above: 2 }], relativeTo: 'upper' },
      least: 1,
      distinct: 'entry',
    });
    expect(await doubled.status(whole(event(81, on, { reference: { upper: 40 } })))).toBe('met');
    expect(await doubled.status(whole(event(80, on, { reference: { upper: 40 } })))).toBe('not-met');
    expect(await doubled.status(whole(event(80, on, { reference: { upper: 0 } })))).toBe('unknown');
    expect(await doubled.facts(whole(event(80, on, { reference: { lower: 1 } })))).toEqual([
      'events[0].reference',
    ]);
  });
});

describe('counting', () => {
  it('days: entries without a date may lie on one, or each on its own', async () => {
    const leaf = leafUnderTest({ kind: 'counted', of: glucose, least: 2, distinct: 'day' });
    expect(await leaf.status(whole(event(1, on), event(2, on)))).toBe('not-met');
    expect(await leaf.status(whole(event(1, on), event(2, '2024-06-02')))).toBe('met');
    expect(await leaf.status(whole(event(1, undefined), event(2, undefined)))).toBe('unknown');
    expect(await leaf.status(whole(event(1, undefined)))).toBe('not-met');
    expect(await leaf.facts(whole(event(1, on), event(2, undefined)))).toEqual(['events[1].on']);
  });

  it('never, over a history that is not whole, is open', async () => {
    const leaf = leafUnderTest({
      kind: 'counted',
      of: { ...glucose, events: ['relapse', 'glucose'] },
      least: 1,
      distinct: 'entry',
    });
    expect(await leaf.status(whole())).toBe('not-met');
    expect(await leaf.status({ complete: ['relapse'] })).toBe('unknown');
    expect(await leaf.settles({ complete: ['relapse'] })).toEqual([
      'Further entries of blood glucose, or the word that the list of them is complete',
    ]);
  });

  it('goes through a long list, and keeps nothing of it', async () => {
    const leaf = leafUnderTest({ kind: 'counted', of: glucose, least: 100, distinct: 'entry' });
    const long = Array.from({ length: 100 }, () => event(1, on));
    expect(await leaf.status(whole(...long))).toBe('met');
    expect(await leaf.status(whole(...long.slice(1)))).toBe('not-met');
    expect(await leaf.status(whole())).toBe('not-met');
  });
});

describe('a reading', () => {
  const reading = (which: 'latest' | 'earliest' | 'every' | 'mean', minimum = 1) =>
    leafUnderTest({
      kind: 'reading',
      of: glucose,
      which,
      bounds: [
        { unit: 'mg/dL', least: 100 },
        { unit: 'mmol/L', least: 5 },
      ],
      minimum,
    });

  it.each<[string, 'latest' | 'earliest', EventEntry[], string]>([
    ['the latest decides', 'latest', [event(90, '2024-01-01'), event(110, '2024-02-01')], 'met'],
    ['the earliest decides', 'earliest', [event(90, '2024-01-01'), event(110, '2024-02-01')], 'not-met'],
    ['two of one day that agree', 'latest', [event(110, on), event(111, on)], 'met'],
    ['two of one day that disagree', 'latest', [event(110, on), event(90, on)], 'unknown'],
    ['one without a date may be the latest', 'latest', [event(110, on), event(90, undefined)], 'unknown'],
    ['one without a date that agrees', 'latest', [event(110, on), event(120, undefined)], 'met'],
    [
      'a later one of which it is not said how it is known',
      'latest',
      [event(110, '2024-01-01'), { event: 'glucose', value: 90, unit: 'mg/dL', on }],
      'unknown',
    ],
    [
      'one that may not count, alone',
      'latest',
      [{ event: 'glucose', value: 110, unit: 'mg/dL', on }],
      'unknown',
    ],
    [
      'one that may not count, alone, and would not do',
      'latest',
      [{ event: 'glucose', value: 90, unit: 'mg/dL', on }],
      'not-met',
    ],
    ['none', 'latest', [], 'not-met'],
  ])('%s', async (_title, which, events, expected) =>
    expect(await reading(which).status(whole(...events))).toBe(expected),
  );

  it('asks for what is open of the last alone', async () => {
    expect(await reading('latest').facts({ events: [event(110, on)] })).toEqual(['complete']);
    expect(await reading('latest').facts(whole(event(90, '2024-01-01'), event(undefined, on)))).toEqual([
      'events[1].value',
      'events[1].unit',
    ]);
    expect(await reading('latest').facts(whole(event(110, on), event(90, on)))).toEqual([
      'events[0].value',
      'events[1].value',
    ]);
  });

  it('of every one needs so many, and none that is out of bounds', async () => {
    const every = reading('every', 2);
    expect(await every.status(whole(event(110, on), event(120, on)))).toBe('met');
    expect(await every.status(whole(event(110, on), event(90, on)))).toBe('not-met');
    expect(await every.status(whole(event(110, on)))).toBe('not-met');
    expect(await every.status({ events: [event(90, on)] })).toBe('not-met');
    expect(await every.status({ events: [event(110, on), event(110, on)] })).toBe('unknown');
  });

  it('of the mean converts units, and needs all to be there', async () => {
    const mean = reading('mean', 2);
    // 6 mmol/L are 108 mg/dL.
    expect(await mean.status(whole(event(92, on), event(6, on, { unit: 'mmol/L' })))).toBe('met');
    expect(await mean.status(whole(event(91.9, on), event(6, on, { unit: 'mmol/L' })))).toBe('not-met');
    expect(await mean.status(whole(event(200, on), event(undefined, on)))).toBe('unknown');
    expect(await mean.status(whole(event(200, on)))).toBe('not-met');
    expect(await mean.status({ events: [event(200, on), event(200, on)] })).toBe('unknown');
  });
});

describe('a change', () => {
  const base = { anchor: 'dates.order', to: { count: 0, unit: 'days', inclusive: true } } as const;
  const after = { anchor: 'dates.order', from: { count: 0, unit: 'days', inclusive: false } } as const;
  const scores: Selection = { events: ['score-a', 'score-b'], conditions: {}, grade: 'plain' };
  const score = (kind: string, value: number, day: string) => event(value, day, { event: kind, unit: '1' });
  const change = (as: 'difference' | 'percent', bounds: { least?: number; most?: number }) =>
    leafUnderTest({
      kind: 'change',
      of: { ...scores, window: after },
      baseline: { ...scores, window: base },
      as,
      bounds,
    });
  const ordered = (...events: readonly EventEntry[]) => ({
    ...whole(...events),
    dates: { order: '2024-01-01' },
  });

  it('is told of one instrument, from the baseline that was last', async () => {
    const leaf = change('difference', { least: 3 });
    expect(
      await leaf.status(
        ordered(
          score('score-a', 1, '2023-05-01'),
          score('score-a', 4, '2023-12-01'),
          score('score-a', 7, '2024-02-01'),
        ),
      ),
    ).toBe('met');
    expect(
      await leaf.status(ordered(score('score-a', 1, '2023-12-01'), score('score-b', 9, '2024-02-01'))),
    ).toBe('not-met');
    expect(
      await leaf.status(ordered(score('score-b', 1, '2024-01-01'), score('score-b', 4, '2024-01-02'))),
    ).toBe('met');
  });

  it('as a percentage of the baseline, of which 0 has none', async () => {
    const leaf = change('percent', { most: -25 });
    expect(
      await leaf.status(ordered(score('score-a', 20, '2023-12-01'), score('score-a', 15, '2024-02-01'))),
    ).toBe('met');
    expect(
      await leaf.status(ordered(score('score-a', 20, '2023-12-01'), score('score-a', 15.1, '2024-02-01'))),
    ).toBe('not-met');
    expect(
      await leaf.facts(ordered(score('score-a', 0, '2023-12-01'), score('score-a', 15, '2024-02-01'))),
    ).toEqual(['events[0].value']);
  });

  it('is open without the day of the order or the whole history', async () => {
    const leaf = change('difference', { least: 3 });
    const events = [score('score-a', 1, '2023-12-01'), score('score-a', 5, '2024-02-01')];
    expect(await leaf.facts(whole(...events))).toEqual(['dates.order']);
    expect(await leaf.facts({ events, dates: { order: '2024-01-01' } })).toEqual(['complete']);
  });
});

describe('a run of days', () => {
  const window = {
    anchor: 'dates.order',
    from: { count: 0, unit: 'days', inclusive: true },
    to: { count: 9, unit: 'days', inclusive: true },
  } as const;
  const leaf = leafUnderTest({ kind: 'run', of: { ...glucose, window }, days: 4, percent: 70 });
  const days = (...numbers: readonly number[]) =>
    numbers.map((number) => event(1, `2024-02-${String(number).padStart(2, '0')}`));
  const status = (events: readonly EventEntry[], more: Partial<CaseRecord> = {}) =>
    leaf.status({ ...whole(...events), dates: { order: '2024-02-01' }, ...more });

  it('needs so many days of one run, which ends with the window', async () => {
    expect(await status(days(1, 2, 4))).toBe('met');
    expect(await status(days(1, 2, 2, 5))).toBe('not-met');
    expect(await status(days(8, 9, 10))).toBe('met');
    // The eleventh lies after the window.
    expect(await status(days(9, 10, 11))).toBe('not-met');
  });

  it('may be completed by entries without a date, or by those that are not listed', async () => {
    expect(await status([...days(1, 2), event(1, undefined)])).toBe('unknown');
    expect(await status(days(1, 2), { complete: [] })).toBe('unknown');
    expect(await status(days(1, 2), { dates: {} })).toBe('unknown');
  });

  it('lies before the date of service, of which the window may leave too few days', async () => {
    const served = { request: { ...request, dateOfService: '2024-02-03' } };
    expect(await status(days(1, 2, 3), served)).toBe('not-met');
    expect(await status([], { ...served, complete: [] })).toBe('not-met');
  });
});

describe('the quantity asked for', () => {
  const asking = (value: number, unit = 'mg') => ({ request: { ...request, quantity: { value, unit } } });
  it('keeps within bounds in its own unit', async () => {
    const leaf = leafUnderTest({ kind: 'amount', unit: 'mg', bounds: { most: 100 } });
    expect(await leaf.status(asking(100))).toBe('met');
    expect(await leaf.status(asking(101))).toBe('not-met');
    expect(await leaf.facts(asking(1, 'g'))).toEqual(['request.quantity']);
  });

  it('grows with the latest weight, in whole packages', async () => {
    const leaf = leafUnderTest({
      kind: 'amount',
      unit: 'mg',
      bounds: { most: 5 },
      perValueOf: { event: 'weight', roundedUpTo: 100 },
    });
    const weighed = (value: number, more: Partial<EventEntry> = {}) =>
      whole(event(value, on, { event: 'weight', unit: 'kg', ...more }));
    expect(await leaf.status({ ...weighed(70), ...asking(400) })).toBe('met');
    expect(await leaf.status({ ...weighed(70), ...asking(401) })).toBe('not-met');
    expect(await leaf.status({ ...weighed(80_100, { unit: 'g' }), ...asking(500) })).toBe('met');
    expect(await leaf.facts({ ...whole(), ...asking(400) })).toEqual(['events']);
    expect(await leaf.facts({ ...weighed(70), request })).toEqual(['request.quantity']);
    expect(await leaf.facts({ ...asking(1) })).toEqual(['complete', 'events']);
  });
});
