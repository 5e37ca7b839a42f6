import {
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isUpToDate, writeOutputs } from '../../../compiler/write/write-outputs.ts';
import { filesBelow, project, type Project } from '../../support/project.ts';

let at: Project;
let folder: string;
beforeEach(() => {
  at = project({});
  folder = join(at.root, 'generated');
});
afterEach(() => at.remove());

const outputs = [
  { path: 'one/criteria.md', text: '# One\n' },
  { path: 'one/evaluator.ts', text: 'export {};\n' },
  { path: 'two/criteria.md', text: '# Two ∀ \u{1F600}\n' },
  { path: 'index.ts', text: 'export {};\n' },
];
const asFiles = new Map(outputs.map(({ path, text }) => [path, text]));

test('writes what is missing, and then finds nothing to do', async () => {
  const first = await writeOutputs(folder, outputs);
  expect(first.missing).toEqual(['index.ts', 'one/criteria.md', 'one/evaluator.ts', 'two/criteria.md']);
  expect(new Map([...filesBelow(folder)].sort())).toEqual(new Map([...asFiles].sort()));
  const second = await writeOutputs(folder, outputs);
  expect(second).toEqual({ missing: [], stale: [], extra: [], unchanged: 4 });
});

test('does not touch a file whose bytes are right', async () => {
  await writeOutputs(folder, outputs);
  const before = new Date('2020-01-01T00:00:00Z');
  for (const { path } of outputs) utimesSync(join(folder, path), before, before);
  const report = await writeOutputs(folder, [
    { path: 'one/criteria.md', text: '# Changed\n' },
    ...outputs.slice(1),
  ]);
  expect(report.stale).toEqual(['one/criteria.md']);
  const touched = outputs.filter(({ path }) => statSync(join(folder, path)).mtimeMs !== before.getTime());
  expect(touched.map(({ path }) => path)).toEqual(['one/criteria.md']);
});

test('names what is missing, stale and extra with check, and touches nothing', async () => {
  await writeOutputs(folder, outputs.slice(1));
  writeFileSync(join(folder, 'one/evaluator.ts'), 'edited by hand\n');
  at.write('generated/three/criteria.md', 'a policy that is gone\n');
  const before = filesBelow(folder);
  const report = await writeOutputs(folder, outputs, { check: true });
  expect(report).toEqual({
    missing: ['one/criteria.md'],
    stale: ['one/evaluator.ts'],
    extra: ['three/criteria.md'],
    unchanged: 2,
  });
  expect(isUpToDate(report)).toBe(false);
  expect(filesBelow(folder)).toEqual(before);
});

test('removes extra files, leftovers of killed runs and folders that held them', async () => {
  await writeOutputs(folder, outputs);
  at.write('generated/gone/deep/evaluator.ts', 'x');
  at.write('generated/one/criteria.md.3141592653', '# On');
  const report = await writeOutputs(folder, outputs);
  expect(report.extra).toEqual(['gone/deep/evaluator.ts', 'one/criteria.md.3141592653']);
  expect(new Map([...filesBelow(folder)].sort())).toEqual(new Map([...asFiles].sort()));
  expect(() => statSync(join(folder, 'gone'))).toThrow();
});

test('with one policy, leaves everything outside its folder alone', async () => {
  at.write('generated/two/criteria.md', 'old');
  at.write('generated/one/extra.txt', 'extra');
  const report = await writeOutputs(folder, outputs, { only: 'one' });
  expect(report).toEqual({
    missing: ['one/criteria.md', 'one/evaluator.ts'],
    stale: [],
    extra: ['one/extra.txt'],
    unchanged: 0,
  });
  expect(readFileSync(join(folder, 'two/criteria.md'), 'utf8')).toBe('old');
});

test('replaces a link instead of writing through it', async () => {
  at.write('elsewhere.md', 'mine\n');
  mkdirSync(join(folder, 'one'), { recursive: true });
  symlinkSync(join(at.root, 'elsewhere.md'), join(folder, 'one/criteria.md'));
  const report = await writeOutputs(folder, outputs);
  expect(report.stale).toEqual(['one/criteria.md']);
  expect(readFileSync(join(at.root, 'elsewhere.md'), 'utf8')).toBe('mine\n');
  expect(readFileSync(join(folder, 'one/criteria.md'), 'utf8')).toBe('# One\n');
});

test('mends a file where a folder belongs, and a folder where a file belongs', async () => {
  at.write('generated/one', 'a file\n');
  at.write('generated/two/criteria.md/inner.txt', 'x');
  await writeOutputs(folder, outputs);
  expect(new Map([...filesBelow(folder)].sort())).toEqual(new Map([...asFiles].sort()));
});

test('says in one line that it cannot write, and loses nothing', async () => {
  at.write('generated', 'a file where the folder belongs\n');
  await expect(writeOutputs(folder, outputs)).rejects.toThrow(/^generated: .*file.*\. Every file is whole/);
  expect(readFileSync(folder, 'utf8')).toBe('a file where the folder belongs\n');
});

test('two writers at once leave what each of them would', async () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    path: `p${index}/criteria.md`,
    text: `${index}\n`,
  }));
  await Promise.all([writeOutputs(folder, many), writeOutputs(folder, many), writeOutputs(folder, many)]);
  expect(filesBelow(folder).size).toBe(60);
  expect(isUpToDate(await writeOutputs(folder, many, { check: true }))).toBe(true);
});

test('the lock of a run that was killed holds up the next for a moment only', async () => {
  mkdirSync(join(folder, '.lock'), { recursive: true });
  await writeOutputs(folder, outputs);
  expect(new Map([...filesBelow(folder)].sort())).toEqual(new Map([...asFiles].sort()));
});

test('a lock that was left behind is cleared away even where nothing is to be written', async () => {
  await writeOutputs(folder, outputs);
  mkdirSync(join(folder, '.lock'));
  await writeOutputs(folder, outputs);
  expect(existsSync(join(folder, '.lock'))).toBe(false);
});
