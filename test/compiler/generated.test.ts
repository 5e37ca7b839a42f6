import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { outputs } from '../../compiler/emit/outputs.ts';
import { examine } from '../../compiler/examine/examine.ts';
import { compile, outputsOf } from '../../compiler/pipeline.ts';
import { compiledByHand, outputText, projectRoot } from '../support/compiled-ip0213.ts';
import { alemtuzumab } from '../../policies/ip0213-alemtuzumab/policy.ts';

const bytes = (file: string) => readFileSync(path.join(projectRoot, 'generated', file));
const committed = (file: string) => bytes(file).toString('utf8');

/** IP0213 is the first version of its number: nothing changed before it. */
const outputsOfIp0213 = outputs.filter(({ name }) => name !== 'changes.json');

/** What is committed under `generated/` is the snapshot: there is no second copy of it to keep. */
describe('generated/', () => {
  test('holds what the compiler makes of the policies, byte for byte', async () => {
    const compiled = await compile({ root: projectRoot });
    const { policies, diagnostics } = await examine(projectRoot, compiled, { keptOnly: true });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const made = outputsOf(policies);
    expect(made.map((output) => output.path)).toEqual(
      expect.arrayContaining([
        'index.ts',
        'uhc-xolair-2024/changes.json',
        ...outputsOfIp0213.map(({ name }) => `ip0213-alemtuzumab/${name}`),
      ]),
    );
    for (const output of made)
      expect([output.path, bytes(output.path).equals(Buffer.from(output.text))]).toEqual([output.path, true]);
  });

  test('keeps what the solver found out about each policy as it is now, and nothing that is refuted', async () => {
    const compiled = await compile({ root: projectRoot });
    const { policies, diagnostics } = await examine(projectRoot, compiled, { keptOnly: true });
    const found = policies.map(({ name, proof, suite, findings }) => ({
      name,
      refuted: proof?.claims.filter(({ how }) => how.kind === 'refuted') ?? 'unproved',
      isWhole: suite !== undefined && findings !== undefined,
    }));
    expect(found).toEqual(policies.map(({ name }) => ({ name, refuted: [], isWhole: true })));
    expect(diagnostics.filter(({ code }) => code === 'TRI910')).toEqual([]);
  });

  test.each(['criteria.md', 'criteria.txt', 'facts.schema.json'])(
    'reading the policy statically and importing it give the same %s',
    async (name) => {
      expect(await outputText(name, compiledByHand(alemtuzumab))).toBe(
        committed(`ip0213-alemtuzumab/${name}`),
      );
    },
  );

  test('has only line feeds, no trailing space that Markdown does not mean, and one end of line at its end', () => {
    for (const { name } of outputsOfIp0213.filter(({ name: file }) => file !== 'policy.pdf')) {
      const text = committed(`ip0213-alemtuzumab/${name}`);
      expect([name, /\r/.test(text), text.endsWith('\n'), text.endsWith('\n\n')]).toEqual([
        name,
        false,
        true,
        false,
      ]);
    }
  });
});
