import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../../compiler/generate.ts';
import { compile, type Compilation } from '../../../compiler/pipeline.ts';
import { diagnosticsText } from '../../../compiler/report/diagnostics.ts';
import { triplicate } from '../../support/project.ts';
import { copyTo, temporaryFolder } from './fixtures.ts';

const bad = join(import.meta.dirname, 'bad');
const entries = readdirSync(bad)
  .filter((name) => !name.endsWith('.expected.txt'))
  .sort();
const modules = entries.filter((name) => name.endsWith('.ts'));
const projects = entries.filter((name) => statSync(join(bad, name)).isDirectory());

describe('one bad module', () => {
  const { root, remove } = temporaryFolder();
  let compilation: Compilation;
  beforeAll(async () => {
    for (const name of modules) copyTo(join(bad, name), join(root, 'policies', name));
    compilation = await compile({ root });
  });
  afterAll(remove);

  it.each(modules)('%s is refused', async (name) => {
    const own = compilation.diagnostics.filter(({ position }) => position?.file === `policies/${name}`);
    const [, codes = ''] = /^\/\/ expects (.*)/.exec(readFileSync(join(bad, name), 'utf8')) ?? [];
    const found = own.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect([...new Set(found)].sort()).toEqual(codes.split(' ').sort());
    await expect(diagnosticsText(own)).toMatchFileSnapshot(join(bad, name.replace(/ts$/, 'expected.txt')));
  });

  it("shows no stack trace, and nothing of ours as the author's fault", () => {
    const text = diagnosticsText(compilation.diagnostics);
    expect(text).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(text).not.toContain('TRI900');
  });

  it('writes nothing', async () => {
    expect((await generate(root, compilation)).written).toBeUndefined();
    expect(readdirSync(root)).toEqual(['policies']);
  });

  it('ends the command with an error, in plain lines', () => {
    const { code, out, err } = triplicate(root, ['generate', '--no-prove']);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('policies/loop.ts:5:1: error TRI130');
    expect(err).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(readdirSync(root)).toEqual(['policies']);
  });

  it('is told in the order of files, lines and columns, each error once', () => {
    const keys = compilation.diagnostics.map(({ position, code, message }) => ({
      file: position?.file ?? '',
      line: position?.line ?? 0,
      column: position?.column ?? 0,
      code,
      message,
    }));
    const sorted = [...keys].sort((a, b) =>
      a.file < b.file
        ? -1
        : a.file > b.file
          ? 1
          : a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    );
    expect(keys).toEqual(sorted);
    expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(keys.length);
  });
});

describe('a bad project', () => {
  it.each(projects)('%s is refused', async (name) => {
    const { root, remove } = temporaryFolder();
    copyTo(join(bad, name), root);
    const { diagnostics } = await compile({ root });
    remove();
    const found = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect([...new Set(found)].sort()).toEqual(
      readFileSync(join(bad, name, 'expects.txt'), 'utf8')
        .trim()
        .split(' ')
        .sort(),
    );
    await expect(diagnosticsText(diagnostics)).toMatchFileSnapshot(join(bad, `${name}.expected.txt`));
  });
});
