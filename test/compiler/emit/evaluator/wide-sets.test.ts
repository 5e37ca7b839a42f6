import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agents, Leaf } from '../../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../../dsl/kernel/kernel.ts';
import { meaningOf } from '../../../../dsl/kernel/meaning.ts';
import { evaluatorOf, evaluatorText } from '../../../support/evaluators.ts';
import { randomCase } from '../../../support/random-case.ts';
import { anyLeaf } from '../../../support/random-leaves.ts';
import { randomTables } from '../../../support/random-vocabulary.ts';

/** Sets of more agents than a word has bits, and the agents that make no difference to a policy. */

const filler = Array.from({ length: 30 }, (_, index) => `substance-${index + 3}`);
const widen = ({ ingredients, open }: Agents): Agents => ({
  ingredients: [...new Set([...filler, ...ingredients])],
  open,
});

function policyOf(expression: Leaf, tables = randomTables): Kernel {
  return {
    number: 'W1',
    title: 'Wide',
    effective: '2020-01-01',
    products: ['own'],
    clauses: [{ id: 'asked', number: 'A', text: 'What is asked', section: 'medicalNecessity', expression }],
    printed: ['asked'],
    criteria: { kind: 'clause', id: 'asked' },
    repeatsCriteria: true,
    exclusions: { kind: 'any', of: [] },
    regimens: [],
    durations: {},
    tables,
  };
}

describe('a wide set of agents', () => {
  it(
    'is told as the reference tells it, the second word of bits as the first',
    { timeout: 60_000 },
    async () => {
      const leaves = fc.sample(anyLeaf, { numRuns: 400, seed: 11 }).flatMap((leaf): Leaf[] => {
        if (leaf.kind === 'trials') return [{ ...leaf, agents: widen(leaf.agents) }];
        if (leaf.kind !== 'reason') return [];
        const { otherThan, ...rest } = leaf;
        const wide = { ...rest, agents: widen(leaf.agents) };
        return [otherThan === undefined ? wide : { ...wide, otherThan: widen(otherThan) }];
      });
      const records = fc.sample(randomCase, { numRuns: 60, seed: 12 });
      expect(leaves.length).toBeGreaterThan(50);
      expect(
        evaluatorText(policyOf(leaves.find((leaf) => 'otherThan' in leaf) ?? leaves[0] ?? fail())),
      ).toContain('bit1');
      for (const leaf of leaves) {
        const { determine } = await evaluatorOf(policyOf(leaf));
        for (const record of records) {
          const [clause] = determine(record).clauses;
          const meaning = meaningOf(policyOf(leaf), record).clauses.get('asked');
          expect({ leaf, record, status: clause?.status, review: clause?.needsReview }).toEqual({
            leaf,
            record,
            status: meaning?.truth,
            review: meaning?.review,
          });
        }
      }
    },
  );
});

describe('agents that make no difference', () => {
  const agents: Agents = { ingredients: ['substance-0', 'substance-1'], open: true };
  const leaf: Leaf = { kind: 'reason', reasons: ['failure'], agents, otherThan: agents, grade: 'plain' };

  it('are known by their names, and take no room in the tables', () => {
    const widest = (text: string) =>
      Math.max(...[...text.matchAll(/const table\d+ = .*/g)].map(([line]) => line.length));
    const more = Array.from({ length: 200 }, (_, index) => ({
      id: `more-${index}`,
      name: `more ${index}`,
      similar: [],
    }));
    const grown = { ...randomTables, ingredients: [...randomTables.ingredients, ...more] };
    const text = evaluatorText(policyOf(leaf, grown));
    expect(text).toContain("'more 199'");
    expect(widest(text)).toBe(widest(evaluatorText(policyOf(leaf))));
  });

  it('are no strangers to an open set', async () => {
    const { determine } = await evaluatorOf(
      policyOf({ ...leaf, otherThan: { ingredients: ['substance-0'], open: false } }),
    );
    const failed = (agent: string) =>
      ({ agent, outcome: 'failure', evidence: 'documented', source: 'supplied' }) as const;
    const status = (agent: string) => {
      const drugs = [failed('Brand Zero'), failed(agent)];
      const request = { dateOfService: '2024-06-03', product: 'own' };
      const { clauses, warnings } = determine({ request, drugs, drugsComplete: true });
      return [clauses[0]?.status, warnings.map(({ code }) => code)];
    };
    expect(status('substance-20')).toEqual(['not-met', []]);
    expect(status('Strange')).toEqual(['unknown', ['unknown-agent']]);
  });
});

function fail(): never {
  throw new Error('There is no leaf about two agents.');
}
