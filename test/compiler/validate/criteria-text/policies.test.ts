import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CompiledPolicy } from '../../../../compiler/compiled-policy.ts';
import { compile } from '../../../../compiler/pipeline.ts';
import {
  compareCriteriaMarkdown,
  compareCriteriaText,
} from '../../../../compiler/validate/criteria-text/criteria-text.ts';
import { projectRoot } from '../../../support/compiled-ip0213.ts';

describe('the published criteria of every policy', () => {
  let policies: readonly CompiledPolicy[] = [];
  beforeAll(async () => {
    ({ policies } = await compile({ root: projectRoot }));
  }, 60_000);
  const printed = (name: string, file: string) =>
    readFileSync(join(projectRoot, 'generated', name, file), 'utf8');

  it('say what the kernel says, in both forms', () => {
    expect(policies).toHaveLength(16);
    for (const { name, kernel } of policies) {
      const ofText = compareCriteriaText(kernel, printed(name, 'criteria.txt'));
      expect([name, ofText.differences]).toEqual([name, []]);
      expect(compareCriteriaMarkdown(kernel, printed(name, 'criteria.md'))).toEqual(ofText);
    }
  });

  it('account for every clause, and for most of them by more than their wording', () => {
    let clauses = 0;
    let byLogic = 0;
    for (const { name, kernel } of policies) {
      const { compared } = compareCriteriaText(kernel, printed(name, 'criteria.txt'));
      expect(new Set(compared.map(({ clause }) => clause))).toEqual(
        new Set(kernel.clauses.map(({ id }) => id)),
      );
      clauses += compared.length;
      byLogic += compared.filter(({ what }) => what.some((each) => each !== 'wording')).length;
    }
    expect(byLogic / clauses).toBeGreaterThan(0.9);
  });

  it('name what was not compared, and why', () => {
    const ip0213 = policies.find(({ name }) => name === 'ip0213-alemtuzumab');
    if (ip0213 === undefined) throw new Error('IP0213 is missing.');
    const { uncompared } = compareCriteriaText(ip0213.kernel, printed(ip0213.name, 'criteria.txt'));
    expect(uncompared.map(({ number, why }) => `${number}: ${why}`)).toEqual([
      'C.i.b: its words name what the logic asks for otherwise than the vocabulary does',
      'C.iii.c: its words name "magnetic resonance imaging (MRI) findings that suggest highly-active or aggressive multiple sclerosis" otherwise than the vocabulary does',
      'C.iv: its words do not state what its logic asks for: 24',
      ...['clinicallyIsolatedSyndrome', 'concurrentUse', 'hivInfection', 'nonRelapsingForms'].map(
        (key) =>
          `'exclusions.${key}': it prints its name and a reason, and what it asks of the file is in neither`,
      ),
    ]);
  });

  it('are read back in time that grows with the number of clauses', () => {
    const [first] = policies;
    if (first === undefined) throw new Error('There is no policy.');
    const slowest = policies.map(({ name, kernel }) => {
      const text = printed(name, 'criteria.txt');
      const times = Array.from({ length: 5 }, () => {
        const start = performance.now();
        compareCriteriaText(kernel, text);
        return performance.now() - start;
      });
      return Math.min(...times);
    });
    // A few milliseconds each; the bound is wide for a machine that does much else.
    expect(Math.max(...slowest)).toBeLessThan(60);
  });
});
