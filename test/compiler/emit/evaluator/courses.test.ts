import { describe, expect, it } from 'vitest';
import type { DrugEntry } from '../../../../dsl/kernel/case.ts';
import type { Trials } from '../../../../dsl/kernel/expression.ts';
import { course, drugs, leafUnderTest, on, request, yearBack } from './leaf-under-test.ts';

describe('concurrent use for the same indication', () => {
  const leaf = leafUnderTest({
    kind: 'concurrent',
    agents: { ingredients: ['one'], open: false },
    sameIndication: true,
  });
  const taken = (indication: string | undefined, asked: string | undefined) => ({
    ...drugs(course('one', { to: on, ...(indication && { indication }) })),
    request: { ...request, ...(asked && { indication: asked }) },
  });
  it.each([
    ['ASTHMA', 'asthma', 'met'],
    ['hives', 'asthma', 'not-met'],
    ['other', 'asthma', 'not-met'],
    [undefined, 'asthma', 'unknown'],
    ['asthma', undefined, 'unknown'],
  ])('taken for %s, asked for %s: %s', async (indication, asked, expected) =>
    expect(await leaf.status(taken(indication, asked))).toBe(expected),
  );
  it('asks for what it is taken for', async () => {
    expect(await leaf.facts(taken(undefined, 'asthma'))).toEqual(['drugs[0].indication']);
    expect(await leaf.facts(taken('asthma', undefined))).toEqual(['request.indication']);
  });
});

describe('courses of drugs', () => {
  const agents = {
    ingredients: ['one', 'two', 'three', 'methotrexate', 'azathioprine', 'classless'],
    open: true,
  };
  const trials = (more: Partial<Trials>) =>
    leafUnderTest({ kind: 'trials', agents, by: 'ingredient', least: 2, grade: 'plain', ...more });

  it.each<[string, DrugEntry[], string]>([
    ['two ingredients', [course('one'), course('three')], 'met'],
    ['two brands of one ingredient', [course('Trex'), course('Trex Bis')], 'not-met'],
    ['two that are alike wait for a reviewer', [course('one'), course('two')], 'unknown, for review'],
    ['a third beside two that are alike', [course('one'), course('two'), course('methotrexate')], 'met'],
    ['a chain of likes is one', [course('one'), course('two'), course('three')], 'unknown, for review'],
    ['a name that the vocabulary lacks', [course('one'), course('Strange')], 'unknown, for review'],
    ['the same name twice is one agent', [course('Strange'), course('STRANGE')], 'not-met'],
    ['a sample does not count', [course('one'), course('methotrexate', { source: 'sample' })], 'not-met'],
    ['one that is not of the set', [course('one'), course('ownine')], 'not-met'],
  ])('%s', async (_title, entries, expected) =>
    expect(await trials({}).status(drugs(...entries))).toBe(expected),
  );

  it('by class or by product', async () => {
    const byClass = trials({ by: 'class' });
    expect(await byClass.status(drugs(course('methotrexate'), course('azathioprine')))).toBe('not-met');
    expect(await byClass.status(drugs(course('methotrexate'), course('one')))).toBe('met');
    expect(await byClass.status(drugs(course('methotrexate'), course('classless')))).toBe(
      'unknown, for review',
    );
    const byProduct = trials({ by: 'product' });
    expect(await byProduct.status(drugs(course('Trex'), course('Trex Bis')))).toBe('met');
    expect(await byProduct.status(drugs(course('Trex'), course('trex')))).toBe('not-met');
  });

  it.each<[string, DrugEntry, string]>([
    ['three months to the day', course('one', { from: '2023-01-15', to: '2023-04-14' }), 'met'],
    ['a day short', course('one', { from: '2023-01-15', to: '2023-04-13' }), 'not-met'],
    ['from a month that is longer', course('one', { from: '2022-11-30', to: '2023-02-27' }), 'met'],
    [
      'an intolerance is not bound',
      course('one', { from: '2023-01-15', to: '2023-01-16', outcome: 'intolerance' }),
      'met',
    ],
    [
      'still taken, and long enough',
      {
        agent: 'one',
        outcome: 'failure',
        evidence: 'documented',
        source: 'supplied',
        from: '2024-03-03',
        current: true,
      },
      'met',
    ],
    [
      'still taken, and begun a day too late',
      {
        agent: 'one',
        outcome: 'failure',
        evidence: 'documented',
        source: 'supplied',
        from: '2024-03-05',
        current: true,
      },
      'not-met',
    ],
    [
      'an end after the date of service is that day',
      course('one', { from: '2024-03-05', to: '2024-12-31' }),
      'not-met',
    ],
    [
      'begun too late whatever its end',
      { agent: 'one', outcome: 'failure', evidence: 'documented', source: 'supplied', from: '2024-05-01' },
      'not-met',
    ],
    [
      'begun early, its end not said',
      { agent: 'one', outcome: 'failure', evidence: 'documented', source: 'supplied', from: '2023-05-01' },
      'unknown',
    ],
    [
      'its beginning not said',
      { agent: 'one', outcome: 'failure', evidence: 'documented', source: 'supplied', to: '2024-05-01' },
      'unknown',
    ],
    [
      'its outcome not said, and long enough',
      { agent: 'one', evidence: 'documented', source: 'supplied', from: '2023-01-15', to: '2023-04-14' },
      'unknown',
    ],
  ])('that lasted: %s', async (_title, entry, expected) => {
    const leaf = trials({
      least: 1,
      reasons: ['failure', 'intolerance'],
      lasting: { count: 3, unit: 'months', binds: ['failure'] },
    });
    expect(await leaf.status(drugs(entry))).toBe(expected);
  });

  it('that lasted so many days, both included', async () => {
    const leaf = trials({ least: 1, lasting: { count: 30, unit: 'days' } });
    expect(await leaf.status(drugs(course('one', { from: '2024-02-01', to: '2024-03-01' })))).toBe('met');
    expect(await leaf.status(drugs(course('one', { from: '2024-02-01', to: '2024-02-29' })))).toBe('not-met');
    expect(
      await leaf.facts(
        drugs({ agent: 'one', outcome: 'failure', evidence: 'documented', source: 'supplied' }),
      ),
    ).toEqual(['drugs[0].from', 'drugs[0].to']);
  });

  it('at a dose that was reached, shown by a claim', async () => {
    const leaf = trials({ least: 1, dose: { unit: 'mg/wk', least: 15 }, shownBy: ['claim'] });
    const dosed = (value: number, unit = 'mg/wk') =>
      course('one', { doseReached: { value, unit }, shownBy: 'claim' });
    expect(await leaf.status(drugs(dosed(15)))).toBe('met');
    expect(await leaf.status(drugs(dosed(14)))).toBe('not-met');
    expect(await leaf.status(drugs(dosed(15, 'mg/d')))).toBe('unknown');
    expect(await leaf.facts(drugs(course('one', { shownBy: 'record' })))).toEqual([
      'drugs[0].doseReached',
      'drugs[0].shownBy',
    ]);
  });

  it('that ended within a window', async () => {
    const leaf = trials({ least: 1, window: yearBack });
    expect(await leaf.status(drugs(course('one', { to: '2023-06-03' })))).toBe('met');
    expect(await leaf.status(drugs(course('one', { to: '2023-06-02' })))).toBe('not-met');
    expect(
      await leaf.facts(
        drugs({
          agent: 'one',
          outcome: 'failure',
          evidence: 'documented',
          source: 'supplied',
          from: '2023-01-01',
        }),
      ),
    ).toEqual(['drugs[0].to']);
  });

  it('of every agent of a set', async () => {
    const closed = { ingredients: ['one', 'three'], open: false };
    const leaf = trials({ agents: closed, least: 'every', reasons: ['contraindication', 'failure'] });
    expect(await leaf.status(drugs(course('one'), course('three')))).toBe('met');
    expect(await leaf.status(drugs(course('one')))).toBe('not-met');
    expect(await leaf.status({ drugs: [course('one')] })).toBe('unknown');
    expect(await leaf.facts({ drugs: [course('one')] })).toEqual(['drugsComplete']);
  });

  it('on so many days in all, of which each counts once', async () => {
    const leaf = trials({ least: 1, totalDays: 60 });
    const first = course('one', { from: '2024-01-01', to: '2024-01-31' });
    expect(await leaf.status(drugs(first, course('two', { from: '2024-01-20', to: '2024-02-29' })))).toBe(
      'met',
    );
    expect(await leaf.status(drugs(first, course('two', { from: '2024-01-20', to: '2024-02-28' })))).toBe(
      'not-met',
    );
    expect(await leaf.status(drugs(first, course('two', { from: '2024-01-05', to: '2024-01-10' })))).toBe(
      'not-met',
    );
    expect(await leaf.status({ drugs: [first] })).toBe('unknown');
    const { to: _, ...open } = course('two', { from: '2024-04-01' });
    expect(await leaf.facts(drugs(first, open))).toEqual(['drugs[1].to']);
  });

  it('warns of a sample that would have counted', async () => {
    const warned = await trials({ reasons: ['failure'] }).warnings(
      drugs(course('one', { source: 'sample' })),
    );
    expect(warned).toEqual([
      'sample-set-aside drugs[0]: one was received as a sample, which satisfies no criterion.',
    ]);
  });
});
