import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong with a page, a line each: the rule, and where. `source` is axe's own text. */
export async function violations(page: Page, source: string): Promise<readonly string[]> {
  // Run by the browser's debugger, it is no script of the page's, which the page's policy would not let run.
  const found: Pick<AxeResults, 'violations'> = await page.evaluate(
    `${source}; axe.run().then(({ violations }) => ({ violations }))`,
  );
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
