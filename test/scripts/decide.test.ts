import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoCase, demoPolicy, project, triplicate, type Project } from '../support/project.ts';

let at: Project;
beforeAll(() => {
  at = project({
    'policies/demo/policy.ts': demoPolicy(),
    'approved.json': JSON.stringify(demoCase),
    'pended.json': JSON.stringify({ ...demoCase, findings: {} }),
    'denied.json': JSON.stringify({ ...demoCase, patient: { birthDate: '2010-01-01' } }),
    'misspelled.json': JSON.stringify({ ...demoCase, pateint: {}, findings: { 'hiv-infektion': 'absent' } }),
    'no-day.json': JSON.stringify({
      ...demoCase,
      request: { ...demoCase.request, dateOfService: '2024-02-30' },
    }),
    'broken.json': '{ "request": ',
    'empty.json': '',
    'list.json': '[]',
  });
  expect(triplicate(at.root, ['generate', '--no-prove']).err).not.toMatch(/error/);
});
afterAll(() => at.remove());

const decide = (...args: readonly string[]) => triplicate(at.root, ['decide', ...args]);
const file = (name: string) => join(at.root, name);

describe('triplicate decide', () => {
  test('prints a determination for a person', () => {
    const { code, out, err } = decide('demo', file('approved.json'));
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/^APPROVED by the policy$/m);
    expect(out).toMatch(/✓ met +A +18 years of age or older/);
    expect(out).toContain('For up to 6 months.');
    expect(out).toMatch(/Policy DEMO1, effective 2024-01-01, digest\s+[0-9a-f]{64}/);
    expect(out).toContain('supports a coverage decision and does not replace one');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(out).not.toContain('\u001b[');
  });

  test('lists what would settle a pended case, with its clause', () => {
    const { code, out } = decide('demo', file('pended.json'));
    expect(code).toBe(0);
    expect(out).toMatch(/^PENDED/m);
    expect(out).toMatch(/\[ \] \[B\S*\] findings\.disabling-relapse: \S/);
    expect(out).toMatch(/\[ \] \[B\S*\] findings\.mri-highly-active: \S/);
    expect(out).toMatch(/^Ask first\n {2}\[ \] \[B\S*\] findings\./m);
    expect(out).toMatch(/^The fewest facts that could still approve it\n {2}\[ \] \[B\S*\] findings\./m);
  });

  test('prints the nearest path to approval of a denied case', () => {
    const { code, out } = decide('demo', file('denied.json'));
    expect(code).toBe(0);
    expect(out).toMatch(/^DENIED/m);
    expect(out).toMatch(/^Nearest path to approval\n {2}- Can change: \[A\] .*\d{4}-\d{2}-\d{2} on\./m);
  });

  test('prints JSON with --json, and reads standard input', () => {
    const { code, out } = triplicate(at.root, ['decide', 'demo', '-', '--json'], {
      input: JSON.stringify(demoCase),
    });
    expect(code).toBe(0);
    const determination: unknown = JSON.parse(out);
    expect(determination).toMatchObject({
      outcome: 'approved',
      layer: 'policy',
      policy: { number: 'DEMO1' },
    });
  });

  test.each([
    ['a policy that is not there', ['dmeo', 'approved.json'], /'dmeo'.*Did you mean 'demo'/],
    ['a file that is not there', ['demo', 'none.json'], /none\.json is not there/],
    ['a folder', ['demo', 'policies'], /it is a folder/],
    ['no JSON', ['demo', 'broken.json'], /no JSON/],
    ['nothing', ['demo', 'empty.json'], /empty/],
    ['a list', ['demo', 'list.json'], /no object/],
    ['a key that no case has', ['demo', 'misspelled.json'], /pateint.*Did you mean 'patient'/],
    [
      'an id that the vocabulary lacks',
      ['demo', 'misspelled.json'],
      /findings\.hiv-infektion.*Did you mean 'hiv-infection'/,
    ],
    ['a day that is none', ['demo', 'no-day.json'], /request\.dateOfService.*2024-02-30/],
  ] as const)('refuses %s', (_, [policy, name], message) => {
    const { code, out, err } = decide(policy, file(name));
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('says what to do where the generated files are not of this version, or not there', () => {
    const path = 'generated/demo/facts.schema.json';
    const schema = readFileSync(file(path), 'utf8');
    at.write(path, schema.replace('2020-12', '2030-01'));
    expect(decide('demo', file('approved.json'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('does not know'),
    });
    rmSync(file(path));
    expect(decide('demo', file('approved.json'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('Run `triplicate generate`'),
    });
    at.write(path, schema);
    expect(decide('demo', file('approved.json')).code).toBe(0);
  });
});
