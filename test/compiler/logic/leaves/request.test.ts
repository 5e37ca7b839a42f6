import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseRecord } from '../../../../dsl/kernel/case.ts';
import type { Leaf } from '../../../../dsl/kernel/expression.ts';
import { askedOf, asking, compare, comparedIn, type Compared } from '../../../support/asking.ts';
import { randomCase } from '../../../support/random-case.ts';
import { anyLeaf } from '../../../support/random-leaves.ts';
import { propertySeed } from '../../../support/seed.ts';

/** The questions that one fact answers, or the diagnoses of one disease. */
const kinds: readonly Leaf['kind'][] = [
  'threshold',
  'choice',
  'affirmed',
  'classified',
  'finding',
  'judgement',
  'regimen',
];

/** A case without histories, which these questions do not read. */
const plainCase = randomCase.map((record): CaseRecord => ({ ...record, drugs: [], events: [] }));

describe.each(kinds)('%s', (kind) => {
  test('means as logic what it means to the interpreter', () => {
    const so: Compared = { answers: new Map(), skipped: 0 };
    const leaf = anyLeaf.filter((each) => each.kind === kind);
    const records = fc.array(plainCase, { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(fc.tuple(leaf, leaf, leaf), records, (leaves, each) => {
        const asked = askedOf(asking(leaves), { drugs: 0, events: 0 });
        for (const record of each) compare(asked, record, so);
      }),
      { seed: propertySeed, numRuns: 80 },
    );
    expect(comparedIn(so)).toBeGreaterThan(3_000);
    expect(so.answers.size).toBe(kind === 'judgement' ? 4 : 3);
  });
});
