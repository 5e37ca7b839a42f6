import axe from 'axe-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { CompiledPolicy } from '../../compiler/compiled-policy.ts';
import { policyHtml } from '../../compiler/emit/criteria/policy-html.ts';
import { examine } from '../../compiler/examine/examine.ts';
import { compile } from '../../compiler/pipeline.ts';
import { changesPage } from '../../compiler/site/changes-page.ts';
import { policyPdf } from '../../compiler/site/policy-pdf.ts';
import { compiledByHand } from '../support/compiled-ip0213.ts';
import { hostilePolicy } from '../support/hostile-policy.ts';
import { describeInBrowser } from '../support/browser.ts';
import { repository } from '../support/project.ts';
import { violations } from '../support/violations.ts';

describeInBrowser('the documents in a browser', ({ open, context }) => {
  let policies: readonly CompiledPolicy[] = [];
  /** Every page by its name: the policies, as they stand in the site, and what changed. */
  const pages = new Map<string, string>();
  beforeAll(async () => {
    const compiled = await compile({ root: repository });
    ({ policies } = await examine(repository, compiled, { keptOnly: true }));
    for (const policy of policies) {
      pages.set(policy.name, policyHtml(policy, { site: true, changes: '../changes/log.html' }));
      const log = policy.earlier?.changes?.log;
      if (log !== undefined) pages.set(`${policy.name}: changes`, changesPage(log));
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
    const text = pages.get('ip0213-alemtuzumab') ?? '';
    const pdf = await readPdf(await policyPdf(context(), text, format));
    expect(pdf.sheets.length).toBeGreaterThan(3);
    for (const { size, words } of pdf.sheets) {
      expect(size).toEqual([width, height]);
      for (const { left, right } of words) {
        expect(left).toBeGreaterThan(53);
        expect(right).toBeLessThan(width - 53);
      }
    }
  });

  it('have bookmarks, tags, a title, a language and words on paper', async () => {
    const text = pages.get('ip0213-alemtuzumab') ?? '';
    const bytes = await policyPdf(context(), text, 'Letter');
    const { bookmarks, isTagged, title, language, sheets, roles } = await readPdf(bytes);
    expect(bookmarks).toEqual(
      expect.arrayContaining(['Alemtuzumab', 'Medical Necessity Criteria', 'Multiple Sclerosis', 'Appendix']),
    );
    expect(isTagged).toBe(true);
    expect(title).toBe('IP0213 Alemtuzumab, effective 2024-03-01');
    expect(language).toBe('en');
    for (const role of ['H1', 'H2', 'H3', 'L', 'LI', 'Table', 'TH', 'Caption', 'Link'])
      expect(roles).toContain(role);
    const words = sheets.map((sheet) => sheet.words.map(({ text: word }) => word).join(' '));
    const all = words.join(' ').replace(/\s+/g, ' ');
    expect(all).toContain('iii. Treatment of highly-active');
    for (const [place, sheet] of words.entries()) {
      expect(sheet.replace(/\s+/g, ' ')).toContain(`Page ${place + 1} of ${words.length}`);
      expect(sheet).toContain('Effective 3/1/2024');
    }
    expect(all).not.toContain('All policies');
    expect(Buffer.from(await policyPdf(context(), text, 'Letter')).equals(Buffer.from(bytes))).toBe(true);
  });
});

/** What a reader of PDF finds in one. */
async function readPdf(bytes: Uint8Array) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const [outline, marks, { info }] = [
    await pdf.getOutline(),
    await pdf.getMarkInfo(),
    await pdf.getMetadata(),
  ];
  const sheets = [];
  const roles = new Set<string>();
  for (let place = 1; place <= pdf.numPages; place += 1) {
    const page = await pdf.getPage(place);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    collectRoles(await page.getStructTree(), roles);
    sheets.push({
      size: [Math.round(width), Math.round(height)],
      words: items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [
              {
                text: item.str,
                left: Number(item.transform[4]),
                right: Number(item.transform[4]) + item.width,
              },
            ]
          : [],
      ),
    });
  }
  await loading.destroy();
  return {
    bookmarks: titlesOf(outline),
    isTagged: marks?.['Marked'] === true,
    title: valueOf(info, 'Title'),
    language: valueOf(info, 'Language'),
    sheets,
    roles: [...roles],
  };
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

function titlesOf(bookmarks: readonly Bookmark[]): readonly string[] {
  return bookmarks.flatMap(({ title, items }) => [title, ...titlesOf(items)]);
}

function collectRoles(node: unknown, roles: Set<string>): void {
  const role = valueOf(node, 'role');
  if (typeof role === 'string') roles.add(role);
  const children = valueOf(node, 'children');
  if (Array.isArray(children)) for (const child of children) collectRoles(child, roles);
}

function valueOf(record: unknown, key: string): unknown {
  return new Map(Object.entries(Object(record))).get(key);
}
