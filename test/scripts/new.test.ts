import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withoutLetter } from '../../compiler/pdf/font.ts';
import { filesBelow, project, triplicate, type Project } from '../support/project.ts';

let at: Project;
beforeEach(() => {
  at = project({});
});
afterEach(() => at.remove());

const start = (number: string, title: string) => triplicate(at.root, ['new', number, title]);

describe('triplicate new', () => {
  test('starts a policy that compiles, with a case that passes, and says what comes next', () => {
    const { code, out, err } = start('IP0214', 'A Drug');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('Started policies/ip0214-a-drug/policy.ts');
    expect(out).toContain('npx triplicate generate ip0214-a-drug');
    expect([...filesBelow(at.root).keys()]).toEqual([
      'policies/ip0214-a-drug/cases/every-criterion-met.json',
      'policies/ip0214-a-drug/policy.ts',
    ]);
    expect(triplicate(at.root, ['generate', '--no-prove'])).toMatchObject({ code: 0, err: '' });
    const cases = triplicate(at.root, ['cases', 'ip0214-a-drug']);
    expect(cases.out).toMatch(/^ip0214-a-drug: 1 case, 1 ok, 0 differ$/m);
    expect(cases.code).toBe(0);
  });

  test('refuses a folder that is there, and leaves it as it was', () => {
    start('IP0214', 'A Drug');
    at.write('policies/ip0214-a-drug/policy.ts', 'mine');
    const before = filesBelow(at.root);
    expect(start('ip0214', 'a DRUG')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('policies/ip0214-a-drug is there already'),
    });
    expect(filesBelow(at.root)).toEqual(before);
  });

  test('two of them share nothing', () => {
    start('IP0214', 'A Drug');
    start('IP0215', 'Another Drug');
    expect(triplicate(at.root, ['generate', '--no-prove'])).toMatchObject({ code: 0, err: '' });
  });

  test.each([
    ["it's \\ ` ${process.exit(7)} */ </script> \" '); //", 'quotes'],
    ['X', "\\'"],
    ['漢字 A1', 'ß Ünïcode 𝒳'],
  ])('takes %s %s as text that ends nothing', (number, title) => {
    expect(start(number, title)).toMatchObject({ code: 0, err: '' });
    const [name = ''] = readdirSync(join(at.root, 'policies'));
    expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    const { code, err } = triplicate(at.root, ['generate', '--no-prove']);
    expect(code).toBe(0);
    // All that is told is which of its letters the PDF lacks.
    const lacking = withoutLetter(`${number} ${title}`);
    expect(err.match(/(?:error|warning|note) TRI\d+/g) ?? []).toEqual(lacking.map(() => 'warning TRI418'));
    expect(err === '').toBe(lacking.length === 0);
    const schema = filesBelow(join(at.root, 'generated', name)).get('facts.schema.json') ?? '';
    const { title: printed } = JSON.parse(schema) as { title: string }; // oxlint-disable-line typescript/consistent-type-assertions -- what the emitter writes
    expect(printed).toContain(`${number} ${title}`);
  });

  test.each(['../../escaped', '/etc/passwd', '..', 'C:\\x', 'a/../../../b', '.hidden'])(
    'stays in the folder of policies for %s',
    (title) => {
      expect(start('N1', title).code).toBe(0);
      expect(readdirSync(at.root)).toEqual(['policies']);
      expect(readdirSync(join(at.root, 'policies'))).toHaveLength(1);
      expect(readdirSync(join(at.root, 'policies'))[0]).toMatch(/^n1[a-z0-9-]*$/);
    },
  );

  test.each([
    ['', 'Title', /number is empty/],
    ['N1', '  ', /title is empty/],
    ['N1', 'two\nlines', /line break/],
    ['N1', 'turned \u202e round', /can't be seen/],
    ['N1', 'x'.repeat(201), /more than 200 characters/],
    ['漢', '字', /names no folder/],
    ['in', '', /title is empty/],
  ])('refuses %j %j', (number, title, message) => {
    const { code, out, err } = start(number, title);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
    expect(existsSync(join(at.root, 'policies'))).toBe(false);
  });

  test('leaves no draft, and follows no link that stands in its place', () => {
    mkdirSync(join(at.root, 'policies'));
    mkdirSync(join(at.root, 'elsewhere'));
    symlinkSync(join(at.root, 'elsewhere'), join(at.root, 'policies/n1-a'));
    expect(start('N1', 'A').code).toBe(1);
    expect(start('N1', 'B').code).toBe(0);
    expect(readdirSync(join(at.root, 'elsewhere'))).toEqual([]);
    expect(readdirSync(join(at.root, 'policies')).sort()).toEqual(['n1-a', 'n1-b']);
  });
});
