import { findBrowser, openBrowser } from '../../scripts/browser.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

/** What a test in a browser may use. */
export interface InBrowser {
  /** A new page. */
  readonly open: (size?: { readonly width: number; readonly height: number }) => Promise<Page>;
  readonly context: () => BrowserContext;
}

const program = findBrowser();

/**
 * Tests in a real Chromium: skipped where the machine has none (test/support/browser-setup.ts says so), save in CI, where
 * they fail.
 */
export function describeInBrowser(name: string, tests: (browser: InBrowser) => void): void {
  describe.skipIf(program === undefined && process.env['CI'] === undefined)(name, () => {
    let opened: Awaited<ReturnType<typeof openBrowser>> | undefined;
    beforeAll(async () => {
      if (program === undefined)
        throw new Error('There is no Chromium on this machine, and CI tests in one.');
      opened = await openBrowser(program);
    });
    afterAll(async () => {
      await opened?.close();
    });
    const context = () => {
      if (opened === undefined) throw new Error('The browser is not open.');
      return opened.context;
    };
    tests({
      context,
      open: async (size = { width: 1280, height: 900 }) => {
        const page = await context().newPage();
        await page.setViewportSize(size);
        return page;
      },
    });
  });
}
