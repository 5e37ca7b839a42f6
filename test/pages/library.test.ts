import axe from 'axe-core';
import { beforeAll, expect, it } from 'vitest';
import { compile } from '../../compiler/pipeline.ts';
import { bundleOf } from '../../compiler/site/bundles.ts';
import { libraryPage } from '../../compiler/site/library-page.ts';
import { describeInBrowser } from '../support/browser.ts';
import { repository } from '../support/project.ts';
import { violations } from '../support/violations.ts';

describeInBrowser('the index of the library in a browser', ({ open }) => {
  let text = '';
  beforeAll(async () => {
    const [{ policies }, bundle] = await Promise.all([compile({ root: repository }), bundleOf('library')]);
    text = libraryPage(policies, bundle);
  });

  it('finds a policy by drug, by condition and by code, and says how many it found', async () => {
    const page = await open();
    await page.setContent(text);
    const shown = () => page.locator('#policies > li:visible h2').allTextContents();
    const all = await shown();
    expect(all.length).toBeGreaterThan(10);
    for (const [words, title] of [
      ['spinraza', 'Nusinersen'],
      ['multiple sclerosis IP0213', 'Alemtuzumab'],
      ['g35.c1', 'Alemtuzumab'],
      ['J0202', 'Alemtuzumab'],
    ] as const) {
      await page.getByLabel(/^Find a policy/).fill(words);
      const found = await shown();
      expect([words, found.length > 0 && found.length < all.length]).toEqual([words, true]);
      for (const each of found) expect(each).toContain(title);
      expect(await page.getByRole('status').textContent()).toBe(`${found.length} of ${all.length} policies.`);
    }
    await page.getByLabel(/^Find a policy/).fill('nothing of the kind');
    expect(await shown()).toEqual([]);
    expect(await page.getByText('No policy names all of these words').isVisible()).toBe(true);
    await page.getByLabel(/^Find a policy/).fill('');
    expect(await shown()).toEqual(all);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const page = await open();
    await page.emulateMedia({ colorScheme });
    await page.setContent(text);
    expect(await violations(page, axe.source, colorScheme === 'light' ? 'all' : 'of colours')).toEqual([]);
  });

  it('scrolls in one direction alone at the width of a phone', async () => {
    const page = await open({ width: 320, height: 640 });
    await page.setContent(text);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });
});
