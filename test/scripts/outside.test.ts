import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoCase, demoPolicy, project, repository } from '../support/project.ts';

test('packed and installed in an empty folder, it compiles a policy there and decides by it', () => {
  const at = project({
    'package.json': JSON.stringify({ name: 'outside', private: true, type: 'module' }),
    'policies/demo.ts': demoPolicy(),
    'case.json': JSON.stringify(demoCase),
  });
  const run = (command: string, args: readonly string[], cwd = at.root) =>
    execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const packed: unknown = JSON.parse(
      run('npm', ['pack', '--json', '--pack-destination', at.root], repository).replace(/^[^[]*/, ''),
    );
    const [{ filename, files }] = packed as [{ filename: string; files: { path: string }[] }]; // oxlint-disable-line typescript/consistent-type-assertions -- npm's documented shape
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'NOTICE',
        'README.md',
        'dist/scripts/triplicate.js',
        'dist/dsl/index.d.ts',
      ]),
    );
    expect(paths.filter((path) => /^(test|bench|generated)\//.test(path))).toEqual([]);
    run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`]);
    const out = run('npx', ['--no-install', 'triplicate', 'generate']);
    expect(out).toMatch(/wrote +generated\/demo\/evaluator\.ts/);
    expect(existsSync(join(at.root, 'generated/demo/facts.schema.json'))).toBe(true);
    expect(readFileSync(join(at.root, 'generated/demo/criteria.md'), 'utf8')).toContain(
      '18 years of age or older',
    );
    expect(run('npx', ['--no-install', 'triplicate', 'generate', '--check'])).toMatch(/up to date/);
    expect(run('npx', ['--no-install', 'triplicate', 'decide', 'demo', 'case.json'])).toMatch(/^APPROVED/);
  } finally {
    at.remove();
  }
}, 300_000);
