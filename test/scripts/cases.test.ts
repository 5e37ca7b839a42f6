import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoCase, demoPolicy, project, repository, triplicate, type Project } from '../support/project.ts';

let at: Project;
const expected = (outcome: string) => ({
  about: 'A made-up case.',
  expected: { outcome, layer: 'policy', clauses: { age: 'met' } },
  ...demoCase,
});
beforeAll(() => {
  at = project({
    'policies/demo/policy.ts': demoPolicy(),
    'policies/demo/cases/right.json': JSON.stringify(expected('approved')),
  });
  triplicate(at.root, ['generate', '--no-prove']);
});
afterAll(() => at.remove());

test('prints each case, the outcomes and what no case has shown', () => {
  const { code, out, err } = triplicate(at.root, ['cases']);
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toMatch(/^demo: 1 case, 1 ok, 0 differ$/m);
  expect(out).toMatch(/right +approved +ok/);
  expect(out).toMatch(/age +1 +0 +0/);
  expect(out).toMatch(/age: not met, unknown/);
  expect(out).toMatch(/5 criteria, 0 of them left to a reviewer's judgement\./);
});

test('says where a case differs, and exits 1', () => {
  at.write('policies/demo/cases/wrong.json', JSON.stringify(expected('denied')));
  const { code, out } = triplicate(at.root, ['cases', 'demo']);
  expect(code).toBe(1);
  expect(out).toMatch(/wrong +approved +differs\n +- outcome is approved, expected denied/);
  expect(out).toMatch(/^demo: 2 cases, 1 ok, 1 differ$/m);
});

test('counts the criteria that are left to a judgement', () => {
  at.write(
    'policies/judged/policy.ts',
    demoPolicy(18, 'DEMO2')
      .replace('import { disablingRelapse', 'import { beneficialResponse, disablingRelapse')
      .replace('age: ageAtLeast(18)', 'age: ageAtLeast(18), response: beneficialResponse'),
  );
  at.write(
    'policies/judged/cases/one.json',
    JSON.stringify({
      ...expected('pended'),
      judgements: { 'beneficial-response': { papers: 'documented' } },
    }),
  );
  expect(triplicate(at.root, ['generate', '--no-prove']).err).not.toMatch(/error/);
  expect(triplicate(at.root, ['cases', 'judged']).out).toMatch(
    /^ +6 criteria, 1 of them left to a reviewer's judgement\.$/m,
  );
});

test('a policy that is not there is said so', () => {
  expect(triplicate(at.root, ['cases', 'dem'])).toMatchObject({
    code: 1,
    err: expect.stringContaining("'demo'"),
  });
});

test("all of the repository's cases are decided as worked out by hand, and leave no clause unshown", () => {
  const { code, out } = triplicate(repository, ['cases']);
  expect(out).toMatch(/^ip0213-alemtuzumab: \d+ cases, \d+ ok, 0 differ$/m);
  expect(out).toContain('Each clause is shown met, not met and unknown.');
  expect(code).toBe(0);
});
