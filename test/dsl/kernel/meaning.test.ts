import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExpectedDetermination } from '../../../compiler/compiled-policy.ts';
import type { CaseRecord, DrugEntry } from '../../../dsl/kernel/case.ts';
import { meaningOf } from '../../../dsl/kernel/meaning.ts';
import { elaborate } from '../../../dsl/policy/elaborate.ts';
import { alemtuzumab } from '../../../policies/ip0213-alemtuzumab/policy.ts';

const kernel = elaborate(alemtuzumab);
const folder = resolve(import.meta.dirname, '../../../policies/ip0213-alemtuzumab/cases');
type Worked = CaseRecord & { readonly expected: ExpectedDetermination; readonly about: string };
const cases: readonly (readonly [string, Worked])[] = readdirSync(folder)
  .sort()
  .map((file) => [file, JSON.parse(readFileSync(resolve(folder, file), 'utf8'))]);

describe('the meaning of IP0213, against cases worked out from its text', () => {
  it('has at least 40 of them, each saying that it is made up', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    for (const [, { about }] of cases) expect(about).toMatch(/^A made-up case: /);
  });

  it.each(cases)('%s', (_file, record) => {
    const meaning = meaningOf(kernel, record);
    const { outcome, layer, clauses, needsReview } = record.expected;
    expect({ outcome: meaning.outcome, layer: meaning.layer }).toEqual({ outcome, layer });
    for (const [id, status] of Object.entries(clauses)) {
      expect([id, meaning.clauses.get(id)?.truth]).toEqual([id, status]);
    }
    for (const id of needsReview ?? []) expect([id, meaning.clauses.get(id)?.review]).toEqual([id, true]);
  });
});

describe('criterion C.i', () => {
  const named = ['dimethyl fumarate', 'fingolimod'];
  const others = ['cladribine', 'teriflunomide', 'siponimod'];
  const outcomes = ['failure', 'none', 'unknown'] as const;

  it('is met by a distinct pair and by nothing less, whatever the history (reading B-7)', () => {
    const entry = fc.record({
      agent: fc.constantFrom(...named, ...others),
      outcome: fc.constantFrom(...outcomes),
      evidence: fc.constantFrom('documented', 'reported', 'absent'),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), fc.boolean(), (entries, complete) => {
        const drugs: DrugEntry[] = entries.map((one) => ({ ...one, source: 'supplied', to: '2023-01-01' }));
        const meaning = meaningOf(kernel, {
          request: { dateOfService: '2024-06-03' },
          drugs,
          drugsComplete: complete,
        });
        // By hand: the best reason of each agent, and the best of all pairs of distinct agents.
        const worth = (agent: string) =>
          Math.max(
            complete ? 0 : 1,
            ...entries
              .filter((one) => one.agent === agent && one.evidence !== 'absent')
              .map(({ outcome, evidence }) =>
                outcome === 'none' ? 0 : outcome === 'unknown' || evidence === 'reported' ? 1 : 2,
              ),
          );
        const pairs = named.flatMap((first) =>
          [...named, ...others, 'ozanimod']
            .filter((other) => other !== first)
            .map((other) => Math.min(worth(first), worth(other))),
        );
        expect(meaning.clauses.get('course.stepTherapy')?.truth).toBe(
          ['not-met', 'unknown', 'met'][Math.max(...pairs)],
        );
      }),
      { numRuns: 2000 },
    );
  });
});
