import { cpSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  copyOfPolicies,
  demoPolicy,
  filesBelow,
  project,
  repository,
  start,
  triplicate,
  type Ended,
  type Project,
} from '../support/project.ts';

/** A project as a first run leaves it, which most tests begin from: each has a copy of it. */
const made = project({ 'policies/demo/policy.ts': demoPolicy() });
let first: Ended;
let at: Project;
beforeAll(() => {
  first = triplicate(made.root, ['generate', '--no-prove']);
  expect(first.code).toBe(0);
});
afterAll(made.remove);
beforeEach(() => {
  at = project({});
  cpSync(made.root, at.root, { recursive: true });
});
afterEach(() => at.remove());

const generated = () => filesBelow(join(at.root, 'generated'));

describe('triplicate generate', () => {
  test('analyses and proves what it writes; --check says what is unproved, and --prove does it again', () => {
    expect(triplicate(at.root, ['generate', '--check'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /unproved generated\/demo\nThese are not analysed and proved as they are now: run `triplicate generate`\.\n$/,
      ),
    });
    const proved = triplicate(at.root, ['generate']);
    expect(proved.code).toBe(0);
    expect(proved.out).toMatch(/wrote +generated\/demo\/proof\.json/);
    expect(triplicate(at.root, ['generate', '--check']).code).toBe(0);
    expect(triplicate(at.root, ['generate', '--check', '--prove'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('up to date'),
    });
  });

  test('compiles every policy, and is done the second time', () => {
    expect(first.err).not.toMatch(/error/);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^wrote {4}generated\/demo\/evaluator\.ts$/m);
    expect([...generated().keys()]).toEqual(
      expect.arrayContaining(['demo/criteria.md', 'demo/evaluator.ts', 'demo/facts.schema.json', 'index.ts']),
    );
    const before = new Date('2020-01-01T00:00:00Z');
    for (const path of generated().keys()) utimesSync(join(at.root, 'generated', path), before, before);
    const second = triplicate(at.root, ['generate', '--no-prove']);
    expect(second.code).toBe(0);
    expect(second.out).toMatch(/0 files written/);
    for (const path of generated().keys()) {
      expect(statSync(join(at.root, 'generated', path)).mtimeMs).toBe(before.getTime());
    }
  });

  test('with --check, names missing, stale and extra files, exits 1 and touches nothing', () => {
    expect(triplicate(at.root, ['generate', '--no-prove', '--check']).code).toBe(0);
    rmSync(join(at.root, 'generated/demo/criteria.md'));
    at.write('generated/demo/matrix.md', 'edited\n');
    at.write('generated/gone/evaluator.ts', 'x\n');
    const before = generated();
    const { code, err } = triplicate(at.root, ['generate', '--no-prove', '--check']);
    expect(code).toBe(1);
    expect(err).toMatch(/^missing generated\/demo\/criteria\.md$/m);
    expect(err).toMatch(/^stale {3}generated\/demo\/matrix\.md$/m);
    expect(err).toMatch(/^extra {3}generated\/gone\/evaluator\.ts$/m);
    expect(generated()).toEqual(before);
    expect(triplicate(at.root, ['generate', '--no-prove']).code).toBe(0);
    expect(triplicate(at.root, ['generate', '--no-prove', '--check']).code).toBe(0);
  });

  test('writes nothing where any policy has an error, and shows the place without colours or a stack', () => {
    const before = generated();
    at.write('policies/demo/policy.ts', demoPolicy(21));
    at.write(
      'policies/other/policy.ts',
      demoPolicy(18, 'DEMO2').replace('ageAtLeast(18)', 'ageAtLeast(oops())'),
    );
    const { code, out, err } = triplicate(at.root, ['generate', '--no-prove']);
    expect(code).toBe(1);
    expect(err).toMatch(/policies\/other\/policy\.ts:\d+:\d+: error TRI\d+/);
    expect(err).toContain('ageAtLeast(oops())');
    expect(out + err).not.toContain('\u001b[');
    expect(err).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(generated()).toEqual(before);
  });

  test('one policy alone leaves the others as they are', () => {
    at.write('policies/other/policy.ts', demoPolicy(18, 'DEMO2'));
    triplicate(at.root, ['generate', '--no-prove']);
    at.write('policies/demo/policy.ts', demoPolicy(21));
    at.write('policies/other/policy.ts', demoPolicy(30, 'DEMO2'));
    const before = generated();
    const { code, err } = triplicate(at.root, ['generate', '--no-prove', 'demo']);
    expect(err).not.toMatch(/error/);
    expect(code).toBe(0);
    const changed = [...generated()]
      .filter(([path, text]) => before.get(path) !== text)
      .map(([path]) => path);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every((path) => path.startsWith('demo/'))).toBe(true);
  });

  test('a policy that is not there, and an unknown option, are said so', () => {
    const absent = triplicate(at.root, ['generate', '--no-prove', 'dmo']);
    expect(absent.code).toBe(1);
    expect(absent.err).toMatch(/dmo/);
    const option = triplicate(at.root, ['generate', '--chekc']);
    expect(option.code).toBe(1);
    expect(option.err).toMatch(/unknown option '--chekc'[\s\S]*--check/);
  });

  test('no policy at all is an error', () => {
    for (const folder of ['policies/demo', 'generated']) rmSync(join(at.root, folder), { recursive: true });
    const { code, err } = triplicate(at.root, ['generate', '--no-prove']);
    expect(code).toBe(1);
    expect(err).toMatch(/TRI\d+/);
  });

  test('a folder that cannot be written is one clear line', () => {
    rmSync(join(at.root, 'generated'), { recursive: true });
    writeFileSync(join(at.root, 'generated'), 'a file where the folder belongs\n');
    const { code, err } = triplicate(at.root, ['generate', '--no-prove']);
    expect(code).toBe(1);
    expect(err).toMatch(/^generated: .*\. Every file is whole/m);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('two runs at once do no harm', async () => {
    rmSync(join(at.root, 'generated'), { recursive: true });
    const runs = Array.from({ length: 3 }, () => start(at.root, ['generate', '--no-prove']));
    const codes = await Promise.all(runs.map((run) => new Promise((resolve) => run.once('exit', resolve))));
    expect(codes).toEqual([0, 0, 0]);
    expect(triplicate(at.root, ['generate', '--no-prove', '--check']).code).toBe(0);
  });
});

describe('what is generated', () => {
  test('is the same bytes in another time zone, locale and folder as in the repository', () => {
    const copy = copyOfPolicies('triplicate other ünïcode-');
    try {
      cpSync(join(repository, 'generated'), join(copy.root, 'generated'), { recursive: true });
      expect(
        triplicate(copy.root, ['generate', '--check'], {
          env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
        }),
      ).toMatchObject({ code: 0, out: expect.stringMatching(/^generated\/ is up to date: \d{3} files\.$/m) });
    } finally {
      copy.remove();
    }
  });
});
