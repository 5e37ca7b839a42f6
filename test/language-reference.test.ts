import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluator } from '../compiler/emit/evaluator/evaluator.ts';
import type { Reference } from '../compiler/language-reference/reference-text.ts';
import { loadEvaluator } from '../compiler/load-evaluator.ts';
import { meaningOf } from '../dsl/kernel/meaning.ts';
import { formattedReference, referenceFile } from '../scripts/language-reference.ts';
import { statusNames } from './support/evaluators.ts';

let reference: Reference;
beforeAll(async () => {
  reference = await formattedReference();
});

/** A case that says nothing but the day. */
const silent = { request: { dateOfService: '2024-06-03' } };

describe('the reference of the language', () => {
  test('is what the docstrings and the compiler say today: npm run docs writes it anew', () => {
    expect(readFileSync(referenceFile, 'utf8')).toBe(reference.text);
  });

  test('has an example and a meaning for every builder', () => {
    const without = reference.builders.filter(
      ({ examples, meaning }) => meaning === '' || examples.length === 0 || examples.includes(''),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
    expect(reference.builders.length).toBeGreaterThan(60);
  });

  test('says of every builder that throws when it does', () => {
    const silentThrowers = reference.builders.filter(
      ({ throws, thrown }) => thrown.length > 0 && throws.length === 0,
    );
    expect(silentThrowers.map(({ name }) => name)).toEqual([]);
  });

  test('has every example compiled, and printed but where it only declares', () => {
    expect([...reference.compiled.keys()].sort()).toEqual(reference.examples.map(({ name }) => name).sort());
    const unprinted = reference.examples.filter(
      ({ name, policy }) => policy.printedIn !== 'nowhere' && reference.compiled.get(name)?.printed === '',
    );
    expect(unprinted.map(({ name }) => name)).toEqual([]);
  });

  test('shows under each builder that its example calls it', () => {
    const strays = reference.examples.filter(
      ({ builder, source }) => !new RegExp(`\\b${builder}\\(`).test(source),
    );
    expect(strays.map(({ builder }) => builder)).toEqual([]);
  });

  test('says of every kind of node what it asks and why it is needed, and reaches each by an example', () => {
    const { nodes, compiled } = reference;
    expect(nodes.filter(({ meaning, why }) => meaning === '' || why === '')).toEqual([]);
    expect(nodes.map(({ kind }) => kind)).toContain('trials');
    const reached = new Set([...compiled.values()].flatMap((example) => example.nodes));
    expect(nodes.map(({ kind }) => kind).filter((kind) => !reached.has(kind))).toEqual([]);
  });

  test('lists the refusals that types and builders have', () => {
    const { builders } = reference;
    const of = (wanted: string) => builders.find(({ name }) => name === wanted);
    expect(of('documented')?.typeRefusals.join()).toContain('Documentation can only be asked');
    expect(of('documented')?.thrown.map(({ code }) => code)).toEqual(['not-documentable']);
    expect(of('ageAtLeast')?.thrown.map(({ code }) => code)).toEqual(['age']);
    expect(of('mg')?.thrown).toEqual([]);
    // TRI399 is for a refusal that has no number of its own.
    const thrown = builders.flatMap((builder) => builder.thrown);
    expect(thrown.filter(({ diagnostic }) => diagnostic === 'TRI399')).toEqual([]);
  });
});

describe('an example, of a case that says nothing,', () => {
  test('is unknown in every criterion: what a case leaves out is never met and never not met', () => {
    const known = reference.examples.flatMap(({ name }) => {
      const compiled = reference.compiled.get(name)?.compiled;
      if (compiled === undefined) return [`${name} is not compiled`];
      return [...meaningOf(compiled.kernel, silent).clauses]
        .filter(([id, { truth }]) => id.startsWith('example') && truth !== 'unknown')
        .map(([id]) => `${name}: ${id}`);
    });
    expect(known).toEqual([]);
  });

  test('is decided by its evaluator as the reference interpreter decides it', async () => {
    for (const { name } of reference.examples) {
      const compiled = reference.compiled.get(name)?.compiled;
      if (compiled === undefined) continue;
      const module = await loadEvaluator(evaluator(compiled));
      const leaves = new Uint8Array(module.leafCount);
      const statuses = new Uint8Array(module.clauseCount);
      module.encode(silent, leaves);
      const outcome = module.outcomes[module.decide(leaves, statuses)];
      const meaning = meaningOf(compiled.kernel, silent);
      expect(outcome, name).toBe(meaning.outcome);
      const decided = module.clauses.map(({ id }, index) => [id, statusNames[statuses[index] ?? 2]]);
      expect(Object.fromEntries(decided), name).toEqual(
        Object.fromEntries([...meaning.clauses].map(([id, { truth }]) => [id, truth])),
      );
    }
  });
});
