import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { demoPolicy, filesBelow, project, start, triplicate } from '../support/project.ts';

const policies = 12;
const texts = (age: number) =>
  Object.fromEntries(
    Array.from({ length: policies }, (_, index) => [
      `policies/p${index}/policy.ts`,
      demoPolicy(age, `DEMO${index}`),
    ]),
  );

test('killed at any moment, each file is whole, old or new, and the next run mends', async () => {
  const at = project(texts(18));
  try {
    const outputs = () => {
      expect(triplicate(at.root, ['generate', '--no-prove']).code).toBe(0);
      return filesBelow(join(at.root, 'generated'));
    };
    const write = (age: number) => Object.entries(texts(age)).forEach(([path, text]) => at.write(path, text));
    const old = outputs();
    write(21);
    const began = performance.now();
    const young = outputs();
    const whole = performance.now() - began;
    let interrupted = 0;
    for (let turn = 0; turn < 8; turn += 1) {
      write(turn % 2 === 0 ? 18 : 21);
      // What the run before left behind would be taken for this one's lock.
      rmSync(join(at.root, 'generated/.lock'), { recursive: true, force: true });
      const run = start(at.root, ['generate', '--no-prove']);
      const ended = new Promise<NodeJS.Signals | null>((resolve) =>
        run.once('exit', (_, signal) => resolve(signal)),
      );
      // Most of a run is reading; files are written at its end, so most kills aim there.
      await (turn < 6 ? firstWrite(at.root, turn) : wait((whole * (turn - 5)) / 3));
      run.kill('SIGKILL');
      if ((await ended) === 'SIGKILL') interrupted += 1;
      for (const [path, text] of filesBelow(join(at.root, 'generated'))) {
        const leftover = !old.has(path);
        if (!leftover) expect([old.get(path), young.get(path)]).toContain(text);
      }
      const missing = [...old.keys()].filter((path) => !filesBelow(join(at.root, 'generated')).has(path));
      expect(missing).toEqual([]);
    }
    expect(interrupted).toBeGreaterThan(0);
    write(21);
    expect(outputs()).toEqual(young);
    expect(readdirSync(join(at.root, 'generated')).filter((name) => name.startsWith('.'))).toEqual([]);
  } finally {
    at.remove();
  }
}, 400_000);

/** Waits until a run has begun to write: its lock is there. */
async function firstWrite(root: string, turn: number): Promise<void> {
  for (let tries = 0; tries < 4000; tries += 1) {
    if (readdirSync(join(root, 'generated')).includes('.lock')) break;
    await wait(2);
  }
  await wait(turn * 3);
}

test('a full disk is one clear line, and what was there stays whole', (context) => {
  const at = project({ 'policies/demo/policy.ts': demoPolicy() });
  const folder = join(at.root, 'generated');
  try {
    mkdirSync(folder);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder], { stdio: 'ignore' });
    } catch {
      context.skip('no small file system can be mounted here');
    }
    try {
      const { code, err } = triplicate(at.root, ['generate', '--no-prove']);
      expect(code).toBe(1);
      expect(err).toMatch(/the disk is full\. Every file is whole/);
      expect(err).not.toMatch(/^\s+at /m);
      const kept = filesBelow(folder);
      for (const text of kept.values()) expect(text.length).toBeGreaterThan(0);
    } finally {
      execFileSync('umount', [folder]);
    }
  } finally {
    rmSync(at.root, { recursive: true, force: true });
  }
});
