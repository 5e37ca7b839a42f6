import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { demoPolicy, project, start, triplicate } from '../support/project.ts';

test('starts: generates, serves every page, and shows an edit or why it does not compile', async () => {
  const at = project({ 'policies/demo/policy.ts': demoPolicy() });
  const run = start(at.root, ['start', '--port', '0']);
  let said = '';
  run.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  run.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => run.once('exit', (code) => resolve(code)));
  const until = async (test: () => boolean | Promise<boolean>) => {
    for (let tries = 0; tries < 1200 && !(await test()); tries += 1) await wait(50);
    expect(await test(), said).toBe(true);
  };
  try {
    await until(() => /Open http:.*\n(?:.*\n)*Watching/.test(said));
    const address = /Open (\S+)/.exec(said)?.[1] ?? '';
    expect(new URL(address).hostname).toBe('127.0.0.1');
    const get = async (path: string) => (await fetch(new URL(path, address))).text();
    expect(await get('')).toContain('A demonstration');
    for (const page of ['policy', 'matrix', 'desk'])
      expect([page, (await fetch(new URL(`demo/${page}.html`, address))).status]).toEqual([page, 200]);
    expect(await get('demo/policy.html')).toContain('18 years of age');
    at.write('policies/demo/policy.ts', demoPolicy(23));
    await until(async () => (await get('demo/policy.html')).includes('23 years of age'));

    const live = await fetch(new URL('live?page=demo%2Fpolicy.html', address));
    const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const hear = async (pattern: RegExp) => {
      while (!pattern.test(heard)) heard += (await reader?.read())?.value ?? '';
    };
    // What its types refuse alone is shown for the moment until they are checked, as not checked, and then as it was before.
    at.write('policies/demo/policy.ts', demoPolicy(77).replace('title:', "nonsense: 'x', title:"));
    await hear(
      /event: diagnostics\ndata: ".*error.*policies\/demo\/policy\.ts|event: diagnostics\ndata: ".*policies\/demo\/policy\.ts.*error/,
    );
    await hear(/event: diagnostics\ndata: "[^"][^]*event: checked\ndata: true/);
    expect(heard).toMatch(
      /event: checked\ndata: false\n\n[^]*event: changed\n[^]*event: diagnostics\ndata: "[^"]/,
    );
    expect(await get('demo/policy.html')).toContain('23 years of age');
    heard = '';
    at.write('policies/demo/policy.ts', demoPolicy(24));
    await hear(/event: diagnostics\ndata: ""\n\n[^]*event: changed\n/);
    expect(await get('demo/policy.html')).toContain('24 years of age');
    heard = '';
    at.write('policies/demo/policy.ts', demoPolicy(25));
    await hear(/event: checked\ndata: false\n\n[^]*event: changed\n[^]*event: checked\ndata: true\n/);
    expect(heard).not.toContain('event: diagnostics');
    expect(await get('demo/policy.html')).toContain('25 years of age');
    await reader?.cancel();
    run.kill('SIGINT');
    expect(await ended).toBe(0);
  } finally {
    run.kill('SIGKILL');
    at.remove();
  }
});

test('says which port is taken, and refuses what is no port', async () => {
  const at = project({ 'policies/demo/policy.ts': demoPolicy() });
  const run = start(at.root, ['start', '--port', '0']);
  try {
    const port = await new Promise<string>((resolve) => {
      let said = '';
      run.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /Open http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
    });
    const taken = triplicate(at.root, ['start', '--port', port]);
    expect([taken.code, taken.err]).toEqual([
      1,
      `The port ${port} is taken. Name another: triplicate start --port ${Number(port) + 1}\n`,
    ]);
    const wrong = triplicate(at.root, ['start', '--port', '80x']);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('A port is a number from 0 to 65535.');
  } finally {
    run.kill('SIGKILL');
    at.remove();
  }
});
