import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CompiledPolicy } from '../../compiler/compiled-policy.ts';
import { decideCase } from '../../compiler/decide-case.ts';
import { loadGenerated } from '../../compiler/generated-policy.ts';
import { compile } from '../../compiler/pipeline.ts';
import { describeInBrowser } from '../support/browser.ts';
import { deskFolder, determinationsOf, wrongs, type DeskFolder } from '../support/desk.ts';
import { repository } from '../support/project.ts';

const names = readdirSync(join(repository, 'generated'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describeInBrowser('the desks of all policies', ({ open }) => {
  let policies: readonly CompiledPolicy[] = [];
  let folder: DeskFolder | undefined;
  beforeAll(async () => {
    [{ policies }, folder] = await Promise.all([compile({ root: repository }), deskFolder()]);
  });
  afterAll(() => folder?.remove());

  it.each(names)(
    '%s: determines each of its cases as decide --json does, and weighs less than 150 kB',
    async (name) => {
      const policy = policies.find((each) => each.name === name);
      if (policy === undefined || folder === undefined) throw new Error(`There is no policy ${name}.`);
      const address = folder.add(policy);
      expect(gzipSync(readFileSync(new URL(address))).length).toBeLessThan(150_000);
      const generated = await loadGenerated(repository, name);
      const page = await open();
      const found = wrongs(page);
      await page.goto(address);
      const folderOfCases = join(repository, 'policies', name, 'cases');
      const files = readdirSync(folderOfCases).filter((file) => file.endsWith('.json'));
      expect(files.length).toBeGreaterThan(0);
      const cases = files.map((name) => ({ name, text: readFileSync(join(folderOfCases, name), 'utf8') }));
      const shown = await determinationsOf(page, cases);
      expect(shown.length).toBe(cases.length);
      for (const [place, { name: label, text }] of cases.entries()) {
        const decided = decideCase(generated, { label, bytes: Buffer.from(text) });
        expect([label, shown[place]]).toEqual([label, JSON.stringify(decided, null, 2)]);
      }
      expect(found).toEqual([]);
      await page.close();
    },
  );
});
