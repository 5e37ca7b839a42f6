import { outline } from '../../../../dsl/policy/outline.ts';
import { clausesOf } from '../../../../dsl/policy/outline-clause.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluator } from '../../../../compiler/emit/evaluator/evaluator.ts';
import { wordsOf } from '../../../../compiler/emit/evaluator/prune.ts';
import { loadEvaluator } from '../../../../compiler/load-evaluator.ts';
import { alemtuzumab } from '../../../../policies/ip0213-alemtuzumab/policy.ts';
import { compiledByHand, compiledIp0213 } from '../../../support/compiled-ip0213.ts';
import { evaluatorText } from '../../../support/evaluators.ts';
import { hostile, hostilePolicy } from '../../../support/hostile-policy.ts';
import { anyLeaf } from '../../../support/random-leaves.ts';
import { kernelOf } from '../../../support/random-policy.ts';
import { strictMessagesOf } from '../../../support/strict-check.ts';

const text = evaluator(compiledIp0213);

describe('the text of an evaluator', () => {
  it('imports nothing, asks for nothing of a platform, and says where it comes from', () => {
    const words = wordsOf(text.replaceAll('as const', ''));
    for (const word of [
      'import',
      'require',
      'process',
      'Date',
      'random',
      'globalThis',
      'any',
      'as',
      'eval',
    ]) {
      expect([word, words.has(word)]).toEqual([word, false]);
    }
    expect(text.split('\n').slice(0, 2)).toEqual([
      '// Generated from policies/ip0213-alemtuzumab/policy.ts by Triplicate: do not edit.',
      `// Digest ${compiledIp0213.digest}`,
    ]);
  });

  it('is the same bytes each time', () => expect(evaluator(compiledIp0213)).toBe(text));

  it('has one line a clause in decide, with its id beside it', () => {
    for (const [index, { id }] of compiledIp0213.kernel.clauses.entries()) {
      const lines = text.split('\n').filter((line) => line.includes(`clauses[${index}] = `));
      expect(lines).toHaveLength(1);
      expect(lines[0]?.endsWith(` // ${id}`)).toBe(true);
    }
  });

  it('prints no function that its leaves do not need', () => {
    const kernel = {
      ...compiledIp0213.kernel,
      clauses: [],
      printed: [],
      exclusions: { kind: 'any', of: [] },
    } as const;
    const { reauthorization: _, dosing: __, ...rest } = kernel;
    const small = evaluatorText({ ...rest, criteria: { kind: 'all', of: [] }, regimens: [] });
    expect(small).not.toMatch(/drug|diagnos|finding|judgement|isAged|monthLength/i);
    expect(strictMessagesOf({ small })).toEqual({ small: [] });
  });

  it('passes the strict compiler, and its facts are those of the policy', { timeout: 60_000 }, () => {
    const check = `
import type { FactsOf } from '../../dsl/facts.ts';
import type { Determination as Shape } from '../../dsl/kernel/determination.ts';
import type { alemtuzumab } from '../../policies/ip0213-alemtuzumab/policy.ts';
import type { Determination, Facts } from './ip0213.ts';
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Deep<T> = T extends object ? { [Key in keyof T]: Deep<T[Key]> } : T;
export const facts: Equal<Deep<Facts>, Deep<FactsOf<typeof alemtuzumab>>> = true;
export const determination: Equal<Deep<Determination>, Deep<Shape>> = true;
`;
    expect(strictMessagesOf({ ip0213: text, check })).toEqual({ ip0213: [], check: [] });
  });

  it('passes the strict compiler for random policies', { timeout: 120_000 }, () => {
    const kernels = fc.sample(kernelOf(anyLeaf), { numRuns: 25, seed: 7 });
    const small = fc.sample(kernelOf(anyLeaf, 1), { numRuns: 25, seed: 8 });
    const modules = Object.fromEntries(
      [...kernels, ...small].map((kernel, index) => [`random${index}`, evaluatorText(kernel)]),
    );
    const complaints = Object.entries(strictMessagesOf(modules)).filter(([, found]) => found.length > 0);
    expect(complaints).toEqual([]);
  });

  it('is broken by no text of an author', { timeout: 60_000 }, async () => {
    const compiled = compiledByHand(hostilePolicy());
    const hostileText = evaluator({ ...compiled, source: `a\n*/${hostile}`, digest: hostile });
    expect(strictMessagesOf({ hostileText })).toEqual({ hostileText: [] });
    expect(hostileText).not.toMatch(/<\/script|[\u202e\u200f]/);
    const module = await loadEvaluator(hostileText);
    expect(module.policy.title).toBe(hostile);
    expect(module.clauses.map(({ text: wording }) => wording).join()).toContain(hostile.slice(0, 20));
    const determination = module.determine({ request: { dateOfService: '2024-06-03' } });
    expect(determination.outcome).toBe('pended');
  });
});

describe('the module', () => {
  it('tells what it decides by', async () => {
    const module = await loadEvaluator(text);
    expect(module.policy).toEqual({
      number: 'IP0213',
      title: 'Alemtuzumab',
      effective: '2024-03-01',
      products: ['lemtrada'],
      digest: compiledIp0213.digest,
    });
    expect(module.clauseCount).toBe(compiledIp0213.kernel.clauses.length);
    expect([...module.outcomes].sort()).toEqual([
      'approved',
      'denied',
      'modified',
      'notApplicable',
      'pended',
    ]);
    expect(module.clauses).toEqual(
      compiledIp0213.kernel.clauses.map(({ id, number, text: wording }) => ({ id, number, text: wording })),
    );
  });

  it('lists the clauses of a determination as they are printed', async () => {
    const { determine } = await loadEvaluator(text);
    const { clauses } = determine({ request: { dateOfService: '2024-06-03' } });
    expect(clauses.map(({ id }) => id)).toEqual(clausesOf(outline(alemtuzumab)).map(({ id }) => id));
  });

  it('asks for two bits of an elapsed interval once: equal leaves are one', async () => {
    const { leafCount } = await loadEvaluator(text);
    // Three layers; A; B.a, B.b; C.i.a, C.i.b; C.ii; C.iii.a-d; C.iv; D twice; Dosing: two regimens, prior course,
    // interval; the response; use, CIS, concurrent use, HIV, non-relapsing forms; the kind of request.
    expect(leafCount).toBe(3 + 1 + 2 + 2 + 1 + 4 + 1 + 2 + 4 + 1 + 5 + 1);
  });

  it('refuses buffers that are too short', async () => {
    const { decide, encode, leafCount, clauseCount } = await loadEvaluator(text);
    expect(() => encode({ request: { dateOfService: '2024-06-03' } }, new Uint8Array(leafCount - 1))).toThrow(
      RangeError,
    );
    expect(() => decide(new Uint8Array(leafCount), new Uint8Array(clauseCount - 1))).toThrow(RangeError);
    expect(() => decide(new Uint8Array(leafCount - 1), new Uint8Array(clauseCount))).toThrow(RangeError);
  });

  it('keeps nothing of one case for the next, however many entries it has', async () => {
    const { determine } = await loadEvaluator(text);
    const record = {
      request: { dateOfService: '2024-06-03', product: 'lemtrada' },
      drugs: [],
      drugsComplete: true,
    };
    const before = JSON.stringify(determine(record));
    const entry = {
      agent: 'Strange',
      outcome: 'failure',
      evidence: 'documented',
      source: 'supplied',
    } as const;
    const diagnosis = { condition: 'cis', evidence: 'documented', on: '2020-01-01' } as const;
    determine({
      ...record,
      drugs: Array.from({ length: 500 }, (_, index) => ({ ...entry, agent: `Strange ${index}` })),
      diagnoses: Array.from({ length: 500 }, () => diagnosis),
    });
    expect(JSON.stringify(determine(record))).toBe(before);
  });
});
