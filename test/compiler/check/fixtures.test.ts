import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../../compiler/check/finding.ts';
import { compile, type Compilation } from '../../../compiler/pipeline.ts';
import { findingsText } from '../../../compiler/report/findings.ts';
import { analysing } from '../../support/analysed.ts';
import { copyTo, temporaryFolder } from '../read/fixtures.ts';

/** What is found in each bad policy, as its author sees it, and that nothing is found in the good one beside it. */
const analyse = analysing();
const folder = (kind: string) => join(import.meta.dirname, kind);
const namesIn = (kind: string) =>
  readdirSync(folder(kind))
    .filter((name) => name.endsWith('.ts'))
    .sort();

async function told(
  { policies, diagnostics, placeOf }: Compilation,
  name: string,
): Promise<{ readonly codes: readonly string[]; readonly text: string }> {
  const source = `policies/${name}`;
  const policy = policies.find((each) => each.source === source);
  const own = diagnostics.filter(({ position }) => position?.file === source);
  if (policy === undefined) throw new Error(`${name} does not compile: ${own[0]?.message ?? ''}`);
  const findings: readonly Finding[] = await analyse(policy);
  const codes = [...findings, ...own].map(({ code }) => code);
  const place = (clause: string) => placeOf(policy.name, clause);
  return {
    codes: [...new Set(codes)].sort(),
    text: findingsText(policy.name, policy.kernel.tables, { findings, diagnostics: own }, place),
  };
}

describe.each(['bad', 'good'])('a %s policy', (kind) => {
  const { root, remove } = temporaryFolder();
  let compilation: Compilation;
  beforeAll(async () => {
    for (const name of namesIn(kind)) copyTo(join(folder(kind), name), join(root, 'policies', name));
    compilation = await compile({ root });
  });
  afterAll(remove);

  it.each(namesIn(kind))('%s is told of as it is', { timeout: 60_000 }, async (name) => {
    const { codes, text } = await told(compilation, name);
    const [, expected = ''] = /^\/\/ expects (.*)/.exec(readFileSync(join(folder(kind), name), 'utf8')) ?? [];
    expect(codes).toEqual(expected === '' ? [] : expected.split(' '));
    if (kind === 'bad')
      await expect(text).toMatchFileSnapshot(join(folder(kind), name.replace(/ts$/, 'expected.txt')));
  });
});

it('each bad policy has a good one beside it', () => {
  expect(namesIn('good')).toEqual(namesIn('bad'));
});
