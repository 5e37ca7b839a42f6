import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { demoPolicy, project, start } from '../support/project.ts';

test('watches: writes what changed, survives an error half typed, and ends cleanly', async () => {
  const at = project({ 'policies/demo/policy.ts': demoPolicy() });
  const run = start(at.root, ['generate', '--no-prove', '--watch']);
  let said = '';
  run.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  run.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => run.once('exit', (code) => resolve(code)));
  const until = async (test: () => boolean) => {
    for (let tries = 0; tries < 1200 && !test(); tries += 1) await wait(50);
    expect(test(), said).toBe(true);
  };
  const criteria = () => readFileSync(join(at.root, 'generated/demo/criteria.md'), 'utf8');
  try {
    await until(() => said.includes('Watching'));
    expect(criteria()).toContain('18 years of age');
    at.write('policies/demo/policy.ts', demoPolicy().slice(0, 300));
    await until(() => /error TRI\d+/.test(said));
    expect(criteria()).toContain('18 years of age');
    at.write('policies/demo/policy.ts', demoPolicy(23));
    await until(() => criteria().includes('23 years of age'));
    run.kill('SIGINT');
    expect(await ended).toBe(0);
  } finally {
    run.kill('SIGKILL');
    at.remove();
  }
});
