import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { repository } from './support/project.ts';

test('the project, its policies and what it generated pass the strict type check', () => {
  const { status, stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc'], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});
