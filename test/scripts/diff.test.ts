import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoCase, demoPolicy, filesBelow, project, triplicate, type Project } from '../support/project.ts';

let at: Project;

const git = (...args: readonly string[]) =>
  execFileSync(
    'git',
    ['-C', at.root, '-c', 'user.name=Nobody', '-c', 'user.email=nobody@example.org', ...args],
    {
      stdio: 'pipe',
    },
  );
const diff = (...args: readonly string[]) => triplicate(at.root, ['diff', ...args]);
const born = (birthDate: string) =>
  JSON.stringify({ ...demoCase, patient: { birthDate }, about: 'A made-up case.' });

beforeAll(() => {
  at = project({
    'policies/demo/policy.ts': demoPolicy(18),
    'policies/other/policy.ts': demoPolicy(21, 'DEMO2'),
    'cohort/old-enough.json': born('1980-02-29'),
    'cohort/seventeen.json': born('2007-01-01'),
    'cohort/sixteen.json': born('2008-01-01'),
    'cohort/too-early.json': JSON.stringify({
      ...demoCase,
      request: { ...demoCase.request, dateOfService: '2023-06-03' },
    }),
    'broken/no-json.json': '{ "request": ',
    'broken/misspelled.json': JSON.stringify({ ...demoCase, pateint: {} }),
    'empty/readme.txt': 'No case.',
  });
  git('init', '--quiet', '--initial-branch=main');
  git('add', 'policies');
  git('commit', '--quiet', '-m', 'Eighteen years');
  git('tag', 'v1');
  at.write('policies/demo/policy.ts', 'export const broken = ;');
  git('commit', '--quiet', '-am', 'Broken');
  git('tag', 'v2');
  at.write('policies/demo/policy.ts', demoPolicy(17));
  git('commit', '--quiet', '-am', 'Seventeen years');
}, 120_000);
afterAll(() => at.remove());

describe('triplicate diff', () => {
  test('compares two revisions, and leaves the project and the temporary folder as they were', () => {
    const before = filesBelow(join(at.root, 'policies'));
    const { code, out, err } = diff('demo@v1', 'demo');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('# DEMO1 A demonstration: what changed\n');
    expect(out).toContain('The older version is demo@v1 (DEMO1, effective 2024-01-01)');
    expect(out).toContain(
      '- **A.** Looser: no request fares worse by this clause than before, and some fare better.',
    );
    expect(out).toContain('Before: “18 years of age or older”');
    expect(out).toContain('Now: “17 years of age or older”');
    expect(out).toContain('(17 years old)');
    expect(filesBelow(join(at.root, 'policies'))).toEqual(before);
    expect(git('status', '--porcelain', '--', 'policies').toString()).toBe('');
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('triplicate-diff-'))).toEqual([]);
  });

  test('prints JSON, compares by module, and counts whose outcome changes among cases', () => {
    const { code, out, err } = diff(
      join(at.root, 'policies/demo/policy.ts') + '@v1',
      join(at.root, 'policies/demo/policy.ts'),
      '--json',
      '--cohort',
      join(at.root, 'cohort'),
    );
    expect(err).toBe('');
    expect(code).toBe(0);
    const log: unknown = JSON.parse(out);
    expect(log).toMatchObject({
      verdict: 'different',
      comparedFrom: '2024-01-01',
      outcomes: expect.arrayContaining([
        expect.objectContaining({
          from: 'denied',
          to: 'approved',
          example: expect.objectContaining({ case: expect.objectContaining({ request: expect.anything() }) }),
        }),
      ]),
      cohort: {
        cases: 3,
        unchanged: 2,
        tooEarly: ['too-early.json'],
        flips: [{ from: 'denied', to: 'approved', cases: ['seventeen.json'] }],
        refused: [],
      },
    });
  });

  test('tells the files of a cohort that are no cases, as decide does', () => {
    const { code, out, err } = diff('demo', 'demo', '--cohort', join(at.root, 'broken'));
    expect(code).toBe(1);
    expect(err).toContain('misspelled.json is no case that can be decided:\n  - ');
    expect(err).toContain("'patient'");
    expect(err).toContain('no-json.json is no case that can be decided:\n  - ');
    expect(out).toContain('Both versions come to the same outcome for every request.');
    expect(out).toContain('Every clause is the same, word for word.');
  });

  test.each([
    [
      'a policy that is not there',
      ['dmeo', 'demo'],
      "'dmeo' can't be compared:\n\nerror TRI102: There is no policy 'dmeo'. Did you mean 'demo'?\n  Remedy: Name a policy by its folder below policies/, as ip0213-alemtuzumab.\n",
    ],
    [
      'a revision that is not there',
      ['demo@v9', 'demo'],
      "The git repository has no revision 'v9'. Name a commit, a tag or a branch, as HEAD~1 or v1.2.\n",
    ],
    [
      'a revision that would be an option',
      ['demo@--all', 'demo'],
      "The git repository has no revision '--all'. Name a commit, a tag or a branch, as HEAD~1 or v1.2.\n",
    ],
    [
      'no revision',
      ['demo@', 'demo'],
      "'demo@' names no revision: write NAME@REVISION, as ip0213-alemtuzumab@HEAD~1.\n",
    ],
    [
      'a module that is not there',
      ['none.ts', 'demo'],
      'none.ts is not there. Name a policy, or the module that holds it.\n',
    ],
    [
      'a folder of cases that is not there',
      ['demo', 'demo', '--cohort', 'none'],
      'none is not there. Name the folder of the case files.\n',
    ],
  ] as const)('refuses %s', (_, args, message) => {
    expect(diff(...args)).toEqual({ code: 1, out: '', err: message });
  });

  test('refuses a policy that was broken at the revision, and says where', () => {
    const { code, out, err } = diff('demo@v2', 'demo');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/^'demo@v2' can't be compared:\n\npolicies\/demo\/policy\.ts:1:23: error TRI113: /);
  });

  test('refuses a folder without cases', () => {
    expect(diff('demo', 'demo', '--cohort', join(at.root, 'empty')).err).toBe(
      `${join(at.root, 'empty')} holds no case file: cases are files that end in .json.\n`,
    );
  });

  test('says where there is no repository, and no git', () => {
    const outside = project({ 'policies/demo/policy.ts': demoPolicy() });
    try {
      expect(triplicate(outside.root, ['diff', 'demo@v1', 'demo']).err).toBe(
        `${outside.root} is in no git repository, so that there is no revision 'v1' of a policy.\n`,
      );
      expect(triplicate(at.root, ['diff', 'demo@v1', 'demo'], { env: { PATH: '' } }).err).toBe(
        'git is not installed, or not on the PATH: a revision of a policy is read by it.\n',
      );
    } finally {
      outside.remove();
    }
  });
});
