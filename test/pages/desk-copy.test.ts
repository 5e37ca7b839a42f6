import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { compiledIp0213 } from '../support/compiled-ip0213.ts';
import { deskFolder, shownDetermination, wrongs, type DeskFolder } from '../support/desk.ts';

describeInBrowser('what the desk copies', ({ open, context }) => {
  let folder: DeskFolder | undefined;
  let address = '';
  beforeAll(async () => {
    folder = await deskFolder();
    address = folder.add(compiledIp0213);
    await context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  afterAll(() => folder?.remove());

  const openDesk = async (name: string) => {
    const page = await open();
    await page.goto(address);
    await page.bringToFront();
    await page.getByLabel('Worked case').selectOption(name);
    await page.getByRole('button', { name: 'Load' }).click();
    await page.evaluate("navigator.clipboard.writeText('what was there before')");
    return page;
  };
  const copied = async (page: Page, button: string): Promise<string> => {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('status').getByText('Copied.').waitFor();
    return String(await page.evaluate('navigator.clipboard.readText()'));
  };
  /** All that the letter shows, a block a line. */
  const shownLetter = async (page: Page) =>
    await page
      .getByRole('article', { name: 'Draft letter' })
      .locator('h3, h4, p, li')
      .evaluateAll((all) => all.map((each) => each.textContent ?? ''));

  it.each([
    ['turns-seventeen-a-day-after-date-of-service', '\n  - A: '],
    ['double-dose-modified-to-first-course', '\n  - Dosing.A: '],
    ['hiv-unknown-pended', 'Whether the patient has human immunodeficiency virus (HIV) infection'],
  ])('is the letter of %s, whole and with the numbers of its clauses', async (name, numbered) => {
    const page = await openDesk(name);
    const wrong = wrongs(page);
    await page.getByLabel('Member').fill('A. Member <b>');
    const text = await copied(page, 'Copy the letter');
    const lines = text.split('\n').flatMap((line) => (line === '' ? [] : [line.replace(/^ {2}- /, '')]));
    expect(lines).toEqual(await shownLetter(page));
    expect(text).toContain(numbered);
    expect(text).toContain('Member: A. Member <b>');
    expect(text.startsWith('DRAFT for a reviewer to sign. Not sent.\n\n')).toBe(true);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('is the determination with the number and the wording of every clause', async () => {
    const page = await openDesk('turns-seventeen-a-day-after-date-of-service');
    const text = await copied(page, 'Copy as JSON');
    const determination: unknown = JSON.parse(text);
    expect(determination).toEqual(await shownDetermination(page));
    expect(determination).toMatchObject({ outcome: 'denied', reasons: [{ number: 'A' }] });
    for (const { number, text: wording } of compiledIp0213.kernel.clauses)
      for (const part of [number, wording]) expect(text).toContain(JSON.stringify(part));
    await page.close();
  });

  it('arrives the older way too, where the newer is not allowed', async () => {
    const page = await openDesk('hiv-documented-denied');
    await page.evaluate(
      "Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('not allowed')) })",
    );
    const text = await copied(page, 'Copy the letter');
    expect(text).toContain('Exclusion: Applies: Human Immunodeficiency Virus (HIV) Infection');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Copy the letter');
    await page.close();
  });

  it('is said where it is not copied', async () => {
    const page = await openDesk('hiv-documented-denied');
    await page.evaluate(`(() => {
      Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('not allowed')) });
      document.execCommand = () => false;
    })()`);
    await page.getByRole('button', { name: 'Copy the letter' }).click();
    await page.getByText('The browser does not let it be copied: select the text instead.').waitFor();
    await page.close();
  });
});
