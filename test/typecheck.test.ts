import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { repository } from './support/project.ts';

test('the project, its policies, what it generated and its pages pass the strict type check', () => {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'typecheck'], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
});
