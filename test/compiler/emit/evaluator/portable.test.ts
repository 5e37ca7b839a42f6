import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { transform } from 'sucrase';
import { expect, test } from 'vitest';
import { repository } from '../../../support/project.ts';

const folder = join(repository, 'policies/ip0213-alemtuzumab/cases');

test('an evaluator needs nothing beside the language itself: no Node.js, no browser, no clock', () => {
  const text = readFileSync(join(repository, 'generated/ip0213-alemtuzumab/evaluator.ts'), 'utf8');
  expect(text).not.toMatch(/^\s*import\b/m);
  const { code } = transform(text, { transforms: ['typescript', 'imports'] });
  // A context of its own has the language's globals and none of the host's; without Date and random it can't vary.
  const context = createContext({ exports: {} });
  runInContext('delete globalThis.Date; delete Math.random; delete globalThis.Intl;', context);
  runInContext(code, context);
  for (const file of readdirSync(folder)) {
    const record: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const { expected } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const outcome: unknown = runInContext(`exports.determine(${JSON.stringify(record)}).outcome`, context);
    expect([file, outcome]).toEqual([file, expected.outcome]);
  }
});
