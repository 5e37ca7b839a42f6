import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { outputs } from '../../compiler/emit/outputs.ts';
import { compile, outputsOf } from '../../compiler/pipeline.ts';
import { compiledByHand, outputText, projectRoot } from '../support/compiled-ip0213.ts';
import { alemtuzumab } from '../../policies/ip0213-alemtuzumab/policy.ts';

const committed = (file: string) => readFileSync(path.join(projectRoot, 'generated', file), 'utf8');

/** What is committed under `generated/` is the snapshot: there is no second copy of it to keep. */
describe('generated/', () => {
  test('holds what the compiler makes of the policies, byte for byte', async () => {
    const { policies, diagnostics } = await compile({ root: projectRoot });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const made = outputsOf(policies);
    expect(made.map((output) => output.path)).toEqual(
      expect.arrayContaining(['index.ts', ...outputs.map(({ name }) => `ip0213-alemtuzumab/${name}`)]),
    );
    for (const output of made)
      expect([output.path, output.text === committed(output.path)]).toEqual([output.path, true]);
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
    for (const { name } of outputs) {
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
