import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { largePolicy } from '../../bench/large-example.ts';
import { createCompiler } from '../../compiler/pipeline.ts';
import { describeInBrowser } from '../support/browser.ts';
import { compiledIp0213 } from '../support/compiled-ip0213.ts';
import { deskFolder, openCase, type DeskFolder } from '../support/desk.ts';
import { project } from '../support/project.ts';

/** Points of a letter's margin. */
const margin = 45;

describeInBrowser('the desk on paper', ({ open }) => {
  let folder: DeskFolder | undefined;
  let address = '';
  let largeAddress = '';
  beforeAll(async () => {
    folder = await deskFolder();
    address = folder.add(compiledIp0213);
    const { root, remove } = project({ 'policies/large/policy.ts': largePolicy(120, 12) });
    const {
      policies: [large],
    } = await createCompiler({ root }).compile();
    remove();
    if (large === undefined) throw new Error('The large policy does not compile.');
    largeAddress = folder.add(large);
  }, 60_000);
  afterAll(() => folder?.remove());

  const openDesk = async (name: string) => {
    const page = await open();
    await page.goto(address);
    await page.getByLabel('Worked case').selectOption(name);
    await page.getByRole('button', { name: 'Load' }).click();
    return page;
  };
  const printed = async (page: Page, part?: 'letter' | 'determination') => {
    await page.evaluate('window.print = () => undefined');
    if (part !== undefined) await page.getByRole('button', { name: `Print the ${part}` }).click();
    return await readSheets(await page.pdf({ format: 'Letter' }));
  };

  it('has the letter alone, on one sheet, within its margins', async () => {
    const page = await openDesk('turns-seventeen-a-day-after-date-of-service');
    const sheets = await printed(page, 'letter');
    expect(sheets.map(({ isWithin }) => isWithin)).toEqual([true]);
    const text = sheets[0]?.text ?? '';
    expect(text).toMatch(/^DRAFT for a reviewer to sign\. Not sent\. Denial To: _+ Member: _+/);
    expect(text).toContain('A: Not met: 17 years of age or older');
    expect(text).toMatch(/Reviewer: _+ Signature: _+ Date: _+$/);
    await page.close();
  });

  it('has the determination with its request and every clause, and nothing to press', async () => {
    const page = await openDesk('hiv-documented-denied');
    const sheets = await printed(page, 'determination');
    expect(sheets.filter(({ text, isWithin }) => text === '' || !isWithin)).toEqual([]);
    const text = sheets.map((sheet) => sheet.text).join(' ');
    expect(text).toContain('Request: Lemtrada, date of service 2024-06-03 ✗ Denied by the policy');
    expect(text).toContain('✗ Not met C.i.a dimethyl fumarate');
    expect(text).toContain('Policy IP0213, effective 2024-03-01, digest');
    for (const other of ['What if', 'Print', 'Copy', 'As JSON', 'Kind of request', 'DRAFT', 'Worked case'])
      expect(text).not.toContain(other);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate("getComputedStyle(document.querySelector('button.go')).borderTopStyle")).toBe(
      'none',
    );
    await page.close();
  });

  it('has the form as well where the whole page is printed, without what is only to be pressed', async () => {
    const page = await openDesk('hiv-documented-denied');
    const sheets = await printed(page);
    expect(sheets.filter(({ text, isWithin }) => text === '' || !isWithin)).toEqual([]);
    const text = sheets.map((sheet) => sheet.text).join(' ');
    for (const part of ['Kind of request', 'Denied', 'DRAFT for a reviewer']) expect(text).toContain(part);
    for (const other of [
      'What if',
      'Print',
      'Copy',
      'As JSON',
      'All policies',
      'Worked case',
      'denied is open',
    ])
      expect(text).not.toContain(other);
    await page.close();
  });

  it('has all of a long list, of which the screen shows the first until it is asked for more', async () => {
    const page = await open();
    await page.goto(largeAddress);
    const request = {
      kind: 'initial',
      product: 'service',
      indication: 'condition',
      dateOfService: '2024-12-31',
    };
    await openCase(page, 'case.json', JSON.stringify({ request }));
    const title = (await page.getByRole('heading', { name: /^Missing: \d+ facts$/ }).textContent()) ?? '';
    const count = Number(/\d+/.exec(title)?.[0]);
    expect(count).toBeGreaterThan(100);
    const list = page
      .getByRole('region', { name: 'Determination' })
      .locator('section', { has: page.getByText(title) });
    expect(await list.locator('.missing > li').count()).toBe(40);
    expect(await list.getByRole('button', { name: `Show the other ${count - 40}` }).count()).toBe(1);
    const last = await lastSettled(page);
    const text = (await printed(page, 'determination')).map((sheet) => sheet.text).join(' ');
    expect(text).toContain(last);
    expect(text).not.toContain('Show the other');
    expect(await list.locator('.missing > li').count()).toBe(count);
    await page.close();
  });
});

/** What the last of the missing facts settles, by the determination itself. */
async function lastSettled(page: Page): Promise<string> {
  const found: unknown = await page.evaluate(
    "triplicateEvaluator.determine({ request: { kind: 'initial', product: 'service', indication: 'condition', dateOfService: '2024-12-31' } }).missing.at(-1)",
  );
  const { number, settle } = Object(found);
  return `${String(number)} ${String(settle)}`;
}

/** The words of each sheet, and whether they stand within its margins. */
async function readSheets(bytes: Uint8Array) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const sheets: { readonly text: string; readonly isWithin: boolean }[] = [];
  for (let place = 1; place <= pdf.numPages; place += 1) {
    const sheet = await pdf.getPage(place);
    const [, , width = 0, height = 0] = sheet.view;
    const { items } = await sheet.getTextContent();
    const words = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    sheets.push({
      text: words
        .map(({ str }) => str)
        .join(' ')
        .replace(/\s+/g, ' ')
        // A ligature comes as a piece of its own.
        .replace(/ (f[fil]) /g, '$1')
        .trim(),
      isWithin: words.every(({ transform: [, , , , left, bottom], width: own }) => {
        const [from, low] = [Number(left), Number(bottom)];
        return from >= margin && from + own <= width - margin && low >= 40 && low <= height - 40;
      }),
    });
  }
  await loading.destroy();
  return sheets;
}
