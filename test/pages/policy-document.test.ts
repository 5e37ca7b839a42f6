import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { CompiledPolicy } from '../../compiler/compiled-policy.ts';
import { policyHtml } from '../../compiler/emit/criteria/policy-html.ts';
import { examine } from '../../compiler/examine/examine.ts';
import { compile } from '../../compiler/pipeline.ts';
import { changesPage } from '../../compiler/site/changes-page.ts';
import { compiledByHand } from '../support/compiled-ip0213.ts';
import { hostilePolicy } from '../support/hostile-policy.ts';
import { describeInBrowser } from '../support/browser.ts';
import { repository } from '../support/project.ts';
import { readPdf } from '../support/read-pdf.ts';
import { violations } from '../support/violations.ts';

describeInBrowser('the documents in a browser', ({ open }) => {
  let policies: readonly CompiledPolicy[] = [];
  /** Every page by its name: the policies, as they stand in the site, and what changed. */
  const pages = new Map<string, string>();
  beforeAll(async () => {
    const compiled = await compile({ root: repository });
    ({ policies } = await examine(repository, compiled, { keptOnly: true }));
    for (const policy of policies) {
      pages.set(policy.name, policyHtml(policy, { site: true, changes: '../changes/log.html' }));
      const [earlier] = policy.earlier ?? [];
      if (earlier?.changes === undefined) continue;
      // As of a policy with versions that none of ours has: what a reader chooses among is looked at as well.
      const [older, newer] = [earlier, { name: policy.name, effective: policy.kernel.effective }];
      const others = [1, 2, 3].map((day) => ({ name: `before-${day}`, effective: `2001-01-0${day}` }));
      const pairs = [older, ...others].map((each) => ({ older: each, newer }));
      pages.set(`${policy.name}: changes`, changesPage(earlier.changes.log, pairs));
    }
  }, 120_000);

  it('are of every policy, and of what changed in three', () => {
    expect(pages.size).toBe(policies.length + 3);
  });

  /** Looks at each page in one of its own: a page lets the styles of none but itself apply, whatever is set in it later. */
  async function findings(
    find: (page: Page) => Promise<unknown>,
    {
      size,
      names = [...pages.keys()],
    }: {
      readonly size?: { readonly width: number; readonly height: number };
      readonly names?: readonly string[];
    } = {},
  ): Promise<ReadonlyMap<string, unknown>> {
    const found = new Map<string, unknown>();
    for (const name of names) {
      const page = await open(size);
      await page.setContent(pages.get(name) ?? '');
      found.set(name, await find(page));
      await page.close();
    }
    return found;
  }

  const each = (value: unknown) => new Map([...pages.keys()].map((name) => [name, value]));

  it('have nothing that axe finds, in light', async () => {
    expect(await findings((page) => violations(page, axe.source))).toEqual(each([]));
  }, 240_000);

  it('have nothing that axe finds, in dark', async () => {
    // The dark scheme gives the colours that the style sheet names other values, so that what is drawn on what hangs on the
    // kinds of elements within each other alone: a page in which none of them is new shows no colours beside each other that
    // another does not show.
    const known = new Set<string>();
    const bySize = [...pages].sort(([, one], [, other]) => other.length - one.length).map(([name]) => name);
    const found = await findings(
      async (page) => {
        const kinds: unknown =
          await page.evaluate(`[...new Set([...document.querySelectorAll('body *')].map((element) => {
          const path = [];
          for (let at = element; at !== null; at = at.parentElement)
            path.push(at.tagName + [...at.attributes].flatMap(({ name, value }) =>
              name === 'class' || name === 'style' || name === 'hidden' ? '[' + name + '=' + value + ']' : []).join(''));
          return path.join(' < ');
        }))]`);
        if (!Array.isArray(kinds)) throw new TypeError('No elements were told.');
        const before = known.size;
        for (const kind of kinds) known.add(String(kind));
        if (known.size === before) return [];
        await page.emulateMedia({ colorScheme: 'dark' });
        return await violations(page, axe.source, 'of colours');
      },
      { names: bySize },
    );
    expect(found).toEqual(each([]));
  }, 240_000);

  it('scroll in one direction alone at the width of a phone', async () => {
    const widths = await findings((page) => page.evaluate('document.documentElement.scrollWidth'), {
      size: { width: 320, height: 640 },
    });
    expect(widths).toEqual(each(320));
  }, 120_000);

  it('lead the keyboard to the policy first, and to a clause by its id or its number', async () => {
    const page = await open();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setContent(pages.get('ip0213-alemtuzumab') ?? '');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the policy');
    for (const id of ['course.aggressive', 'C.iii']) {
      await page.evaluate('scrollTo(0, 0)');
      await page.evaluate(`location.hash = ${JSON.stringify(`#${id}`)}`);
      await expect
        .poll(() => page.evaluate('document.getElementById("course.aggressive").getBoundingClientRect().top'))
        .toBeLessThan(100);
    }
  });

  it('keep the marks of the clauses when they are copied', async () => {
    const page = await open();
    await page.setContent(pages.get('ip0213-alemtuzumab') ?? '');
    const copied: unknown = await page.evaluate(
      'getSelection().selectAllChildren(document.getElementById("course.aggressive")); getSelection().toString()',
    );
    expect(String(copied).replace(/\s+/g, ' ')).toMatch(
      /^iii\. Treatment of .*: a\. Demonstration .* d\. Documentation of cognitive impairment/,
    );
  });

  it('run nothing that an author writes', async () => {
    const page = await open();
    const said: string[] = [];
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => said.push(dialog.message())));
    page.on('console', (message) => said.push(message.text()));
    await page.setContent(policyHtml(compiledByHand(hostilePolicy())));
    expect(await page.getByText('${alert(1)}').count()).toBeGreaterThan(5);
    expect(await page.evaluate('getComputedStyle(document.body).maxInlineSize')).toBe('1216px');
    expect(said).toEqual([]);
  });

  it.each([
    ['Letter', 612, 792],
    // A4 in whole hundredths of an inch, as the browser has it.
    ['A4', 596, 843],
  ] as const)('are on paper of %s as well, within its margins', async (format, width, height) => {
    const page = await open();
    await page.setContent(pages.get('ip0213-alemtuzumab') ?? '');
    const { sheets } = await readPdf(await page.pdf({ format, tagged: true, outline: true }));
    expect(sheets.length).toBeGreaterThan(3);
    for (const [place, { size, words }] of sheets.entries()) {
      expect(size).toEqual([width, height]);
      // Joined letters stand apart in what a reader of PDF gets.
      const text = words
        .map(({ text: word }) => word)
        .join('')
        .replace(/\s+/g, '');
      expect(text).toContain(`Page${place + 1}of${sheets.length}`);
      expect(text).toContain('Effective3/1/2024');
      expect(text).not.toContain('Allpolicies');
      for (const { left, right } of words) {
        expect(left).toBeGreaterThan(53);
        expect(right).toBeLessThan(width - 53);
      }
    }
  });
});
