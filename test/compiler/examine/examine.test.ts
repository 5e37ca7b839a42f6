import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../../compiler/digest.ts';
import { examine } from '../../../compiler/examine/examine.ts';
import { generate } from '../../../compiler/generate.ts';
import { compile, type Compilation } from '../../../compiler/pipeline.ts';
import { demoPolicy, project, type Project } from '../../support/project.ts';

/** One small policy, examined once and written. */
let at: Project;
let examined: Compilation;

const file = (name: string) => join(at.root, 'generated/demo', name);

beforeAll(async () => {
  at = project({ 'policies/demo.ts': demoPolicy() });
  examined = await examine(at.root, await compile({ root: at.root }), { mutants: true });
  await generate(at.root, examined);
}, 120_000);
afterAll(() => at.remove());

/** What is taken over of what was written; whatever is not is left out. */
async function kept() {
  const { policies } = await examine(at.root, await compile({ root: at.root }), { keptOnly: true });
  return policies.map(({ findings, suite, mutation, proof }) => ({ findings, suite, mutation, proof }));
}

describe('an examination', () => {
  test('finds pairs for every clause, proves the evaluator, and is written beside it', () => {
    const [policy] = examined.policies;
    expect(policy?.suite?.notIndependent).toEqual([]);
    expect(policy?.suite?.pairs.length).toBeGreaterThan(0);
    expect(policy?.proof?.claims.map(({ how }) => how.kind)).not.toContain('refuted');
    for (const name of ['analysis.json', 'cases.json', 'mutation.json', 'proof.json'])
      expect(readFileSync(file(name), 'utf8')).toContain(policy?.digest ?? 'no policy');
  });

  test('is taken over as it was while nothing has changed', async () => {
    const [policy] = examined.policies;
    expect(await kept()).toEqual([
      {
        findings: policy?.findings,
        suite: policy?.suite,
        mutation: policy?.mutation,
        proof: policy?.proof,
      },
    ]);
  });

  const nothing = [{ findings: undefined, suite: undefined, mutation: undefined, proof: undefined }];

  test.each(['analysis.json', 'cases.json', 'mutation.json', 'proof.json'])(
    'is not taken over when somebody has changed %s',
    async (name) => {
      const text = readFileSync(file(name), 'utf8');
      const changed =
        name === 'proof.json'
          ? text.replace(/"evaluator": "./, '"evaluator": "x')
          : text.replace('"number"', '"Number"');
      expect(changed).not.toBe(text);
      writeFileSync(file(name), changed);
      expect(await kept()).toEqual(nothing);
      writeFileSync(file(name), text);
      expect(await kept()).not.toEqual(nothing);
    },
  );

  test('is of one kernel: when the policy changes, nothing of it is taken over', async () => {
    const source = join(at.root, 'policies/demo.ts');
    const text = readFileSync(source, 'utf8');
    writeFileSync(source, text.replace('ageAtLeast(18)', 'ageAtLeast(19)'));
    expect(readFileSync(source, 'utf8')).not.toBe(text);
    expect(await kept()).toEqual(nothing);
    writeFileSync(source, text);
  });

  test('tries mutants again where they were tried, by the cases that told them, and nowhere else', async () => {
    const compiled = await compile({ root: at.root });
    const [again] = (await examine(at.root, compiled, { again: true })).policies;
    const [policy] = examined.policies;
    expect([again?.mutation, again?.suite]).toEqual([policy?.mutation, policy?.suite]);
    const bare = project({ 'policies/demo.ts': demoPolicy() });
    try {
      const plain = await examine(bare.root, await compile({ root: bare.root }));
      await generate(bare.root, plain);
      expect(plain.policies.map(({ mutation, proof }) => [mutation, proof !== undefined])).toEqual([
        [undefined, true],
      ]);
      const taken = await examine(bare.root, await compile({ root: bare.root }), { keptOnly: true });
      expect(taken.policies.map(({ proof }) => proof)).toEqual(plain.policies.map(({ proof }) => proof));
    } finally {
      bare.remove();
    }
  }, 120_000);

  test('keeps the mutants of an evaluator that decides by the same text, and of no other', async () => {
    const [policy] = examined.policies;
    const beside = ['mutation.json', 'proof.json'].map((name) => [name, readFileSync(file(name), 'utf8')]);
    const [[, mutants = ''] = [], [, proof = ''] = []] = beside;
    const tried = async () => {
      const [again] = (await examine(at.root, await compile({ root: at.root }))).policies;
      return [again?.mutation, again?.suite?.cases.length];
    };
    const ofAnother = proof.replace(/"evaluator": "./, '"evaluator": "x');
    writeFileSync(file('proof.json'), ofAnother);
    expect(await kept()).toEqual(nothing);
    expect(await tried()).toEqual([policy?.mutation, policy?.suite?.cases.length]);
    const decidesOtherwise = mutants.replace(/"deciding": "./, '"deciding": "x');
    expect(decidesOtherwise).not.toBe(mutants);
    writeFileSync(file('mutation.json'), decidesOtherwise);
    writeFileSync(file('proof.json'), ofAnother.replace(sha256(mutants), sha256(decidesOtherwise)));
    const [mutation, cases] = await tried();
    expect(mutation).toBeUndefined();
    expect(cases).toBeLessThan(policy?.suite?.cases.length ?? 0);
    for (const [name = '', text = ''] of beside) writeFileSync(file(name), text);
    expect(await kept()).not.toEqual(nothing);
  }, 120_000);

  test('ends when the sources have changed, with what is done', async () => {
    const compiled = await compile({ root: at.root });
    const { policies } = await examine(at.root, compiled, { again: true, isStale: () => true });
    expect(policies.map(({ proof }) => proof)).toEqual([undefined]);
  }, 60_000);
});
