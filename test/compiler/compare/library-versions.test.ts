import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ChangeLog } from '../../../compiler/compare/change-log.ts';
import { changeLogMarkdown } from '../../../compiler/compare/change-log-markdown.ts';
import { decidingPolicy, type DecidingPolicy } from '../../../compiler/compare/witness.ts';
import { readCases, validateCase } from '../../../compiler/cases.ts';
import { factsSchemaOf } from '../../../compiler/emit/facts-schema/facts-schema.ts';
import type { Policy } from '../../../dsl/policy/policy.ts';
import { meaningOf } from '../../../dsl/kernel/meaning.ts';
import { bcbsndAlemtuzumab2023 } from '../../../policies/bcbsnd-alemtuzumab-2023/policy.ts';
import { bcbsndAlemtuzumab2024 } from '../../../policies/bcbsnd-alemtuzumab-2024/policy.ts';
import { bcbsndNusinersen2022 } from '../../../policies/bcbsnd-nusinersen-2022/policy.ts';
import { bcbsndNusinersen2024 } from '../../../policies/bcbsnd-nusinersen-2024/policy.ts';
import { uhcXolair2023 } from '../../../policies/uhc-xolair-2023/policy.ts';
import { uhcXolair2024 } from '../../../policies/uhc-xolair-2024/policy.ts';
import { projectRoot } from '../../support/compiled-ip0213.ts';
import { changeOf, compared, flipsOf, versionOf } from '../../support/versions.ts';

const pairs: readonly (readonly [older: string, newer: string, before: Policy, after: Policy])[] = [
  ['bcbsnd-alemtuzumab-2023', 'bcbsnd-alemtuzumab-2024', bcbsndAlemtuzumab2023, bcbsndAlemtuzumab2024],
  ['bcbsnd-nusinersen-2022', 'bcbsnd-nusinersen-2024', bcbsndNusinersen2022, bcbsndNusinersen2024],
  ['uhc-xolair-2023', 'uhc-xolair-2024', uhcXolair2023, uhcXolair2024],
];

interface Compared {
  readonly log: ChangeLog;
  readonly versions: readonly [DecidingPolicy, DecidingPolicy];
}

const found = new Map<string, Compared>();

beforeAll(async () => {
  for (const [older, newer, before, after] of pairs) {
    const [from, to] = [versionOf(before, older), versionOf(after, newer)];
    found.set(older, {
      log: await compared(from, to),
      versions: [await decidingPolicy(from.compiled), await decidingPolicy(to.compiled)],
    });
  }
}, 1_800_000);

function comparedOf(older: string): Compared {
  const known = found.get(older);
  if (known === undefined) throw new Error(`${older} was not compared.`);
  return known;
}

/** The changes of outcome that the cases of two versions show, which their authors worked out by hand. */
function knownFlips(older: string, newer: string, from: string): readonly string[] {
  const casesOf = (name: string) => readCases(join(projectRoot, 'policies', name, 'cases')).cases;
  const after = new Map(casesOf(newer).map((file) => [file.name, file]));
  const flips = casesOf(older).flatMap(({ name, expected }) => {
    const now = after.get(name);
    // A request from before the newer version is not one that both may decide.
    if (now === undefined || now.record.request.dateOfService < from) return [];
    return expected.outcome === now.expected.outcome ? [] : [`${expected.outcome} > ${now.expected.outcome}`];
  });
  return [...new Set(flips)].sort();
}

describe.each(pairs)('%s and %s', (older, newer) => {
  it('show every change of outcome that their cases do', () => {
    const { log } = comparedOf(older);
    const known = knownFlips(older, newer, log.comparedFrom);
    expect(known.length).toBeGreaterThan(1);
    expect(flipsOf(log)).toEqual(expect.arrayContaining([...known]));
    expect(log.verdict).toBe('different');
    expect(log.outcomes.filter(({ example }) => example === undefined)).toEqual([]);
  });

  it('show it by cases that both ways of deciding agree on, small and well formed', () => {
    const { log, versions } = comparedOf(older);
    const examples = [
      ...log.outcomes.flatMap(({ example }) => example ?? []),
      ...log.clauses.flatMap((clause) => clause.examples),
    ];
    expect(examples.length).toBeGreaterThan(4);
    // Made once: what checks cases is compiled anew for each schema.
    const schemas = versions.map(({ compiled }) => factsSchemaOf(compiled.kernel));
    for (const example of examples) {
      const { about, ...record } = example.case;
      const told = [example.older.outcome, example.newer.outcome];
      expect(about).toMatch(/^Made-up: /);
      expect(versions.map(({ evaluator }) => evaluator.determine(record).outcome)).toEqual(told);
      expect(versions.map(({ compiled }) => meaningOf(compiled.kernel, record).outcome)).toEqual(told);
      expect(record.request.dateOfService >= log.comparedFrom).toBe(true);
      for (const schema of schemas) expect(validateCase(schema, example.case)).toEqual([]);
    }
  });

  it('tell of every change of outcome a case from which no entry can be taken', () => {
    const { log, versions } = comparedOf(older);
    for (const { from, to, example } of log.outcomes) {
      if (example === undefined) throw new Error('It has no example.');
      const { about: _about, ...record } = example.case;
      for (const key of Object.keys(record).filter((each) => each !== 'request')) {
        const less = { ...record, [key]: undefined };
        const decided = versions.map(({ compiled }) => meaningOf(compiled.kernel, less).outcome);
        expect([key, decided]).not.toEqual([key, [from, to]]);
      }
    }
  });

  it('print a log without anything that is no word for a reader', () => {
    const text = changeLogMarkdown(comparedOf(older).log);
    expect(text).not.toMatch(/undefined|\[object|NaN|satisfiable/);
    expect(text).toContain('## In short');
  });
});

describe('what is known of the pairs', () => {
  it('uhc-xolair: looser where drugs for another indication are taken, and a dose judged by another policy', () => {
    const { log } = comparedOf('uhc-xolair-2023');
    expect(changeOf(log, 'asthma.course.starting.notCombined')).toMatchObject({
      change: 'meaning',
      direction: 'looser',
    });
    expect(changeOf(log, 'asthma.course.continuing.notCombined')).toMatchObject({
      change: 'meaning',
      direction: 'looser',
    });
    expect(changeOf(log, 'asthma.dose')).toMatchObject({ change: 'meaning', direction: 'different' });
    expect(changeOf(log, 'nasalPolyps')).toMatchObject({ change: 'same' });
    expect(log.clauses.filter(({ change }) => change === 'new' || change === 'gone')).toEqual([]);
    const totals = log.paths.map(({ older, newer, paths }) => [older, newer, paths?.length]);
    expect(totals).toEqual([
      ['61', '61', 61],
      ['2', '2', 2],
      ['3', '3', 3],
      ['1', '1', 1],
    ]);
    const [example] = changeOf(log, 'asthma.course.starting.notCombined').examples;
    expect([example?.older.outcome, example?.newer.outcome]).toEqual(['denied', 'approved']);
  });

  it('bcbsnd-nusinersen: the section for renewals is gone, and nothing else changed', () => {
    const { log } = comparedOf('bcbsnd-nusinersen-2022');
    const changed = log.clauses.filter(({ change }) => change !== 'same');
    expect(changed.map(({ change, older }) => [change, older?.id])).toEqual([
      ['gone', 'reauthorization'],
      ['gone', 'reauthorization.response'],
    ]);
    expect(log.paths.map(({ section, paths }) => [section, paths?.map(({ change }) => change)])).toEqual([
      ['medicalNecessity', ['same', 'same', 'same', 'same']],
      ['reauthorization', ['gone']],
    ]);
    expect(log.terms.map(({ term }) => term)).toEqual([
      'Effective date',
      'Approval, at most',
      'Renewal, at most',
      'What a renewal is asked',
    ]);
  });

  it('bcbsnd-alemtuzumab: prophylaxis is no longer asked for', () => {
    const { log } = comparedOf('bcbsnd-alemtuzumab-2023');
    expect(changeOf(log, 'prophylaxis')).toMatchObject({ change: 'gone', direction: 'looser' });
    expect(log.outcomes.length).toBeGreaterThan(4);
  });

  it('are all pairs of versions that the library has', () => {
    const names = readdirSync(join(projectRoot, 'policies')).filter((name) => /-\d{4}$/.test(name));
    expect(pairs.flatMap(([older, newer]) => [older, newer]).sort()).toEqual(names.sort());
  });
});
