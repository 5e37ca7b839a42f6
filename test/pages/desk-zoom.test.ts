import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { compiledByHand, compiledIp0213 } from '../support/compiled-ip0213.ts';
import { deskFolder, type DeskFolder } from '../support/desk.ts';
import { hostilePolicy } from '../support/hostile-policy.ts';

/** A window of 1280 by 900 pixels, as a page sees it that is zoomed. */
const zooms = [
  { percent: 200, width: 640, height: 450, deviceScaleFactor: 2 },
  { percent: 400, width: 320, height: 225, deviceScaleFactor: 4 },
] as const;

describeInBrowser('the desk, zoomed', ({ context }) => {
  let folder: DeskFolder | undefined;
  let addresses: readonly string[] = [];
  beforeAll(async () => {
    const desks = await deskFolder();
    folder = desks;
    addresses = [compiledIp0213, compiledByHand(hostilePolicy())].map((policy) => desks.add(policy));
  });
  afterAll(() => folder?.remove());

  describe.each(zooms)('to $percent %', ({ width, height, deviceScaleFactor }) => {
    /** Looks at both desks, with all that is folded opened. */
    const onEach = async (look: (page: Page) => Promise<unknown>): Promise<readonly unknown[]> => {
      const zoomed = await context()
        .browser()
        ?.newContext({ viewport: { width, height }, deviceScaleFactor });
      if (zoomed === undefined) throw new Error('The browser has no windows of other sizes.');
      const found: unknown[] = [];
      for (const address of addresses) {
        const page = await zoomed.newPage();
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await page.goto(address);
        const cases = page.getByLabel('Worked case');
        if ((await cases.count()) > 0) {
          await cases.selectOption('double-dose-modified-to-first-course');
          await page.getByRole('button', { name: 'Load' }).click();
        } else await page.getByLabel('Date of service').fill('2024-06-03');
        for (const summary of await page.locator('.folded > summary').all()) await summary.click();
        found.push(await look(page));
      }
      await zoomed.close();
      return found;
    };

    it('scrolls in one direction alone, with nothing cut off', async () => {
      const found = await onEach((page) =>
        page.evaluate(`(() => {
          const wide = document.documentElement.scrollWidth;
          const isHidden = (each) => each.closest('.visually-hidden, .skip') !== null;
          const cut = [...document.querySelectorAll('main *')].filter((each) => {
            const { overflowX, display } = getComputedStyle(each);
            if (isHidden(each) || display === 'inline' || each.matches('input, select')) return false;
            const { left, right, width } = each.getBoundingClientRect();
            const isOutside = width > 0 && (left < -1 || right > innerWidth + 1);
            return isOutside || (overflowX !== 'visible' && overflowX !== 'auto' && each.scrollWidth > each.clientWidth + 1);
          });
          return [wide, ...cut.map((each) => each.outerHTML.slice(0, 80))];
        })()`),
      );
      expect(found).toEqual([[width], [width]]);
    });

    it('keeps what has the focus clear of the outcome at the foot', async () => {
      const found = await onEach((page) =>
        page.evaluate(`(() => {
          const top = document.querySelector('.bar').getBoundingClientRect().top;
          const under = [];
          for (const each of document.querySelectorAll('#desk-form :is(input, button, select, textarea, summary)')) {
            each.focus();
            if (document.activeElement !== each) continue;
            const { bottom } = each.getBoundingClientRect();
            if (bottom > top + 1) under.push(each.outerHTML.slice(0, 80) + ' ' + bottom + ' ' + top);
          }
          return under;
        })()`),
      );
      expect(found).toEqual([[], []]);
    });
  });
});
