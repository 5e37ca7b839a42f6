import { describe, expect, it } from 'vitest';
import { gapsBetween } from '../../../compiler/check/band-gap/bands.ts';
import { compile } from '../../../compiler/pipeline.ts';
import type { Bounds, Expression, Reading, Selection } from '../../../dsl/kernel/expression.ts';
import { smallPolicy, temporaryFolder, writeFiles } from '../read/fixtures.ts';

const selection = (more: Partial<Selection> = {}): Selection => ({
  events: ['ahi'],
  conditions: {},
  grade: 'plain',
  ...more,
});
const counted = (bounds: Bounds, more: Partial<Selection> = {}): Expression => ({
  kind: 'counted',
  of: selection({ bounds: [{ unit: '/h', ...bounds }], ...more }),
  least: 1,
  distinct: 'entry',
});
const reading = (bounds: Bounds, which: Reading['which'] = 'latest'): Expression => ({
  kind: 'reading',
  of: selection(),
  which,
  bounds: [{ unit: '/h', ...bounds }],
  minimum: 1,
});
const age = (bounds: Bounds): Expression => ({
  kind: 'threshold',
  quantity: 'age',
  unit: 'years',
  at: 'dateOfService',
  bounds,
});
const symptom: Expression = { kind: 'finding', finding: 'symptom', grade: 'plain' };
const gaps = (...alternatives: readonly Expression[]) =>
  gapsBetween(alternatives, new Map()).map(({ name, text }) => `${name}: ${text}`);

describe('gaps between alternatives', () => {
  it('are found below a criterion that only one of them adds', () => {
    const mild: Expression = { kind: 'all', of: [counted({ least: 5, most: 14 }), symptom] };
    expect(gaps(mild, counted({ least: 15 }))).toEqual(['ahi: more than 14 /h and less than 15 /h']);
    expect(gaps(counted({ least: 15 }), mild)).toEqual(['ahi: more than 14 /h and less than 15 /h']);
  });

  it('are found through references to clauses', () => {
    const byId = new Map([
      ['low', counted({ most: 55 })],
      ['high', counted({ least: 56, most: 59 })],
    ]);
    const found = gapsBetween(
      [
        { kind: 'clause', id: 'low' },
        { kind: 'clause', id: 'high' },
      ],
      byId,
    );
    expect(found.map(({ text }) => text)).toEqual(['more than 55 /h and less than 56 /h']);
  });

  it('tell which ends belong to the bands', () => {
    expect(gaps(counted({ below: 14 }), counted({ above: 15 }))).toEqual([
      'ahi: 14 /h or more and at most 15 /h',
    ]);
    expect(gaps(counted({ below: 15 }), counted({ above: 15 }))).toEqual(['ahi: exactly 15 /h']);
  });

  it('are none where one band begins as the other ends, or earlier', () => {
    expect(gaps(counted({ least: 5, below: 15 }), counted({ least: 15 }))).toEqual([]);
    expect(gaps(counted({ most: 15 }), counted({ above: 15 }))).toEqual([]);
    expect(gaps(counted({ least: 5, most: 20 }), counted({ least: 15 }))).toEqual([]);
  });

  it('are none where a third alternative, or a wider one, fills them', () => {
    const outer = [counted({ most: 14 }), counted({ least: 15 })];
    expect(gaps(...outer, counted({ above: 14, below: 15 }))).toEqual([]);
    expect(gaps(...outer, counted({ least: 0, most: 100 }))).toEqual([]);
  });

  it('are none between what is measured otherwise', () => {
    const low = counted({ most: 14 });
    expect(gaps(low, counted({ least: 15 }, { events: ['rdi'] }))).toEqual([]);
    expect(gaps(low, counted({ least: 15 }, { conditions: { asleep: true } }))).toEqual([]);
    expect(gaps(low, reading({ least: 15 }))).toEqual([]);
    expect(gaps(reading({ most: 14 }, 'every'), reading({ least: 15 }))).toEqual([]);
    expect(gaps(reading({ most: 14 }), reading({ least: 15 }))).toHaveLength(1);
  });

  it('of ages are counted in full units, and bands of ages may overlap', () => {
    expect(gaps(age({ least: 6, most: 11 }), age({ least: 12 }))).toEqual([]);
    expect(gaps(age({ below: 12 }), age({ least: 12 }))).toEqual([]);
    expect(gaps(age({ least: 6, most: 17 }), age({ least: 12 }))).toEqual([]);
    expect(gaps(age({ least: 6, most: 11 }), age({ least: 18 }))).toEqual([
      'age: more than 11 years and less than 18 years',
    ]);
  });
});

describe('the warning', () => {
  const policy = (more = '') =>
    smallPolicy({
      before: `import { atOrAbove, between, measured, oneOf, quantity } from 'triplicate';
import { apneaHypopneaIndex, daytimeSleepiness } from 'triplicate/vocabulary';`,
      criteria: `allOf({ age: ageAtLeast(17), level: oneOf({
        mild: allOf({ index: measured(apneaHypopneaIndex, between(quantity(5, '/h'), quantity(14, '/h'))), daytimeSleepiness }),
        severe: measured(apneaHypopneaIndex, atOrAbove(quantity(15, '/h'))),
      }) })`,
      more,
    });
  const found = async (text: string) => {
    const folder = temporaryFolder();
    writeFiles(folder.root, { 'policies/one.ts': text });
    const { diagnostics } = await compile({ root: folder.root });
    folder.remove();
    return diagnostics.map(({ code, severity, message }) => `${code} ${severity} ${message}`);
  };

  it('names the gap once, at the group that has it', async () => {
    expect(await found(policy())).toEqual([
      'TRI412 warning The alternatives of B leave a gap: apnea-hypopnea-index of more than 14 /h and less than 15 /h meets none of them.',
    ]);
  });

  it('is silent once the author accepts it there', async () => {
    expect(
      await found(
        policy("accepted: [accept('band-gap', 'level', 'As published.')],").replace(
          'import { atOrAbove',
          'import { accept, atOrAbove',
        ),
      ),
    ).toEqual([]);
  });
});
