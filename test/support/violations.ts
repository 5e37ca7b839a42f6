import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** The rules of axe that look at colours: the only ones on which a colour scheme alone may tell otherwise. */
const colourRules = ['color-contrast', 'link-in-text-block'] as const;

/**
 * What axe finds wrong with a page, a line each: the rule, and where. `source` is axe's own text. By its rules of colours
 * alone where all of them were asked of the same page in another colour scheme: the scheme changes nothing but colours.
 */
export async function violations(
  page: Page,
  source: string,
  rules: 'all' | 'of colours' = 'all',
): Promise<readonly string[]> {
  // Nothing but violations is read; where else all is well axe need not write down.
  const options = {
    resultTypes: ['violations'],
    ...(rules === 'all' ? {} : { runOnly: { type: 'rule', values: colourRules } }),
  };
  // Run by the browser's debugger, it is no script of the page's, which the page's policy would not let run.
  const found: Pick<AxeResults, 'violations'> = await page.evaluate(
    `${source}; axe.run(${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
  );
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
