import axe from 'axe-core';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CompiledPolicy } from '../../compiler/compiled-policy.ts';
import type { Finding } from '../../compiler/check/finding.ts';
import type { IndependencePair, Suite } from '../../compiler/suite/suite.ts';
import { compile } from '../../compiler/pipeline.ts';
import type { Bundle } from '../../compiler/site/bundle.ts';
import { bundleOf } from '../../compiler/site/bundles.ts';
import { matrixPage } from '../../compiler/site/matrix-page.ts';
import { describeInBrowser } from '../support/browser.ts';
import { compiledByHand } from '../support/compiled-ip0213.ts';
import { hostilePolicy } from '../support/hostile-policy.ts';
import { manyPaths } from '../support/many-paths.ts';
import { repository } from '../support/project.ts';
import { violations } from '../support/violations.ts';

describeInBrowser('the matrix page in a browser', ({ open }) => {
  let folder = '';
  let bundle: Bundle;

  beforeAll(async () => {
    bundle = await bundleOf('matrix');
    folder = await mkdtemp(join(tmpdir(), 'triplicate-matrix-'));
    const project = { root: repository, only: 'ip0213-alemtuzumab' };
    const [ip0213] = (await compile(project)).policies;
    if (ip0213 === undefined) throw new Error('IP0213 does not compile.');
    await write('ip0213', { ...ip0213, suite, findings: [finding] });
    await write('many', manyPaths(14, 10, 10, 10));
    await write('hostile', compiledByHand(hostilePolicy()));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const write = async (name: string, policy: CompiledPolicy) =>
    writeFile(join(folder, `${name}.html`), await matrixPage(policy, bundle));

  /** Opens a page as a file; what it asks for beside itself and what its policy forbids is noted. */
  const opened = async (name: string, size?: { readonly width: number; readonly height: number }) => {
    const page = await open(size);
    const noted: string[] = [];
    const address = pathToFileURL(join(folder, `${name}.html`)).href;
    page.on('request', (request) => {
      if (request.url().replace(/#.*/, '') !== address) noted.push(`asks for ${request.url()}`);
    });
    page.on('console', (message) => noted.push(message.text()));
    page.on('pageerror', ({ message }) => noted.push(message));
    page.on('dialog', (dialog) => {
      noted.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(address);
    return { page, noted };
  };

  const rows = (page: Page) => page.locator('section').first().locator('tbody tr[aria-rowindex]');
  const firstTable = (page: Page) => page.getByRole('table', { name: 'Paths to medical necessity' });

  it('lists the 14 paths of IP0213, each with its clauses in words too', async () => {
    const { page, noted } = await opened('ip0213');
    expect(await rows(page).count()).toBe(14);
    expect(await rows(page).first().getByRole('img', { name: 'met', exact: true }).count()).toBe(5);
    const head = firstTable(page).getByRole('link', { name: 'C.i.a', exact: true });
    const described = await head.getAttribute('aria-describedby');
    expect(await page.locator(`#${described}`).textContent()).toMatch(/^dimethyl fumarate/);
    for (const name of ['Recommended doses', 'Paths to reauthorization', 'Conditions not covered'])
      expect([name, await page.getByRole('table', { name }).count()]).toEqual([name, 1]);
    expect(noted).toEqual([]);
  });

  it('opens what is told of a clause at a click, and gives the focus back at Escape', async () => {
    const { page, noted } = await opened('ip0213');
    const head = firstTable(page).getByRole('link', { name: 'C.ii', exact: true });
    await head.click();
    const panel = page.getByRole('complementary', { name: 'C.ii' });
    const text = await panel.textContent();
    for (const part of [
      'Previous treatment with Kesimpta',
      'drugs',
      'policies/ip0213-alemtuzumab/policy.ts:120:13',
      'generated/ip0213-alemtuzumab/evaluator.ts:129',
      'Met in 62 cases',
      'Asked for in 2 of 14 paths',
      'course-high-efficacy-met',
      'spells ublituximab-xiij here',
    ])
      expect(text).toContain(part);
    expect(await page.evaluate('document.activeElement.id')).toBe('panel-title');
    await page.keyboard.press('Escape');
    expect(await panel.count()).toBe(0);
    expect(await head.evaluate((link) => link === link.ownerDocument.activeElement)).toBe(true);
    expect(noted).toEqual([]);
  });

  it('tells why a clause has no pair, and finds a finding beside its clause', async () => {
    const { page } = await opened('ip0213');
    const pairs = page.getByRole('region', { name: 'What each clause does by itself' }).locator('tbody tr');
    expect(await pairs.count()).toBe(21);
    expect(await pairs.first().textContent()).toBe(
      'A✓ approved: age-met✕ denied: age-not-metpatient.birthDate',
    );
    const table = page.getByRole('table', { name: 'Conditions not covered' });
    expect(await table.getByRole('columnheader', { name: /^X2/ }).textContent()).toContain('with a finding');
    await table.getByRole('link', { name: 'X2' }).click();
    const text = await page.getByRole('complementary').textContent();
    expect(text).toContain('No two cases show it by itself, and that is proved. In every complete case');
    expect(text).toContain('TRI431');
    expect(text).toContain('"dateOfService": "2024-06-03"');
  });

  it('opens a clause from the diagram by the keyboard alone', async () => {
    const { page } = await opened('ip0213');
    const box = page.locator('#decision svg a').nth(1);
    await box.focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('complementary', { name: 'B.a' }).count()).toBe(1);
  });

  it('filters paths and cases by a clause', async () => {
    const { page } = await opened('ip0213');
    await firstTable(page).getByRole('link', { name: 'C.ii', exact: true }).click();
    await page.getByLabel('Show only those that ask for it').check();
    expect(await rows(page).locator('th').allTextContents()).toEqual(['2', '9']);
    await page.getByLabel('Show only those that do not').check();
    expect(await rows(page).count()).toBe(12);
    await page.getByRole('button', { name: /^do not ask for C\.ii/ }).click();
    expect(await rows(page).count()).toBe(14);
    await page.getByRole('button', { name: 'Show the cases where it is Unknown' }).click();
    const cases = page.getByRole('table', { name: 'Worked cases against clauses' });
    expect(await cases.locator('tbody tr').count()).toBe(3);
    await page.getByRole('button', { name: /no longer filter/ }).click();
    await page.getByLabel('Outcome').selectOption('modified');
    const outcomes = await cases.locator('tbody td.outcome').allTextContents();
    expect(new Set(outcomes)).toEqual(new Set(['△ modified']));
    expect(await cases.locator('tfoot tr').first().locator('td').nth(2).textContent()).toBe('137');
  });

  it('groups 14,000 paths, and scrolls them by the keyboard with few of them in the page', async () => {
    const { page, noted } = await opened('many');
    expect(await rows(page).count()).toBe(14);
    expect(await rows(page).first().textContent()).toContain('1,000 paths');
    await page.getByRole('button', { name: 'Open all groups' }).click();
    const table = firstTable(page);
    expect(await table.getAttribute('aria-rowcount')).toBe(String(14_000 + 14 + 1));
    expect(await rows(page).count()).toBeLessThan(120);
    const area = page.getByRole('region', { name: 'Paths to medical necessity' });
    await area.focus();
    await page.keyboard.press('End');
    const last = table.locator(`tr[aria-rowindex="${14_000 + 14 + 1}"]`);
    await last.waitFor();
    expect(await last.locator('th').textContent()).toBe('14,000');
    expect(await last.locator('th').evaluate(isInView)).toBe(true);
    expect(await rows(page).count()).toBeLessThan(120);
    // The heads stay in view.
    expect(await table.locator('thead th').first().evaluate(isInView)).toBe(true);
    await page.keyboard.press('Home');
    await table.locator('tr[aria-rowindex="2"]').waitFor();
    for (let pages = 0; pages < 30; pages += 1) await page.keyboard.press('PageDown');
    expect(await rows(page).count()).toBeLessThan(120);
    expect(noted).toEqual([]);
  });

  it('keeps the keys scrolling when the row that has the focus goes out of the page', async () => {
    const { page } = await opened('many');
    await page.getByRole('button', { name: 'Open all groups' }).click();
    await rows(page).first().getByRole('button').focus();
    await page
      .locator('.scroll-area')
      .first()
      .evaluate((area) => area.scrollTo(0, area.scrollHeight));
    await firstTable(page)
      .locator(`tr[aria-rowindex="${14_000 + 14 + 1}"]`)
      .waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('scroll-area');
  });

  it('filters 14,000 paths by a clause', async () => {
    const { page } = await opened('many');
    await firstTable(page).getByRole('link', { name: 'B.a', exact: true }).click();
    await page.getByLabel('Show only those that ask for it').check();
    const status = page.locator('section').first().getByRole('status');
    expect(await status.textContent()).toBe('1,400 of 14,000 paths in 14 groups');
    await page.getByLabel('Group by').first().selectOption('');
    expect(await firstTable(page).getAttribute('aria-rowcount')).toBe('1401');
  });

  it.each(['ip0213', 'many', 'hostile'])('has nothing that axe finds in light and dark: %s', async (name) => {
    const { page } = await opened(name);
    await page.locator('#matrix-app th a').first().click();
    await page.getByRole('complementary').waitFor();
    // Rows are alike: of the cases a few will do.
    if (name === 'ip0213') await page.getByLabel('Outcome').selectOption('modified');
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    expect(await violations(page, axe.source)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, axe.source, 'of colours')).toEqual([]);
    await page.close();
  });

  it('scrolls in one direction alone at the width of a phone, with the panel open too', async () => {
    const { page } = await opened('ip0213', { width: 320, height: 640 });
    const width = 'document.documentElement.scrollWidth';
    expect(await page.evaluate(width)).toBe(320);
    await page.locator('#matrix-app th a').first().click();
    await page.getByRole('complementary').waitFor();
    expect(await page.evaluate(width)).toBe(320);
    await page.keyboard.press('Escape');
    await page.locator('figcaption summary').first().click();
    expect(await page.evaluate(width)).toBe(320);
  });

  it('shows hostile text and runs none of it', async () => {
    const { page, noted } = await opened('hostile');
    expect(await page.locator('h1').textContent()).toContain('</script> <b>');
    await page.locator('#matrix-app th a').nth(1).click();
    expect(await page.getByRole('complementary').textContent()).toContain('[U+202E]');
    expect(await page.locator('b').count()).toBe(0);
    expect(noted).toEqual([]);
  });
});

/** What the solver might have found, so that no test waits for it. */
const pair = (clause: string, number: string, name: string, fact: string): IndependencePair => ({
  clause,
  number,
  kind: 'unique',
  met: `${name}-met`,
  notMet: `${name}-not-met`,
  outcomes: { met: 'approved', notMet: 'denied' },
  facts: [fact],
});
const suite: Suite = {
  cases: [],
  pairs: [
    pair('age', 'A', 'age', 'patient.birthDate'),
    pair('course.highEfficacy', 'C.ii', 'course-high-efficacy', 'drugs'),
  ],
  withheld: [],
  notIndependent: [
    {
      clause: 'exclusions.clinicallyIsolatedSyndrome',
      number: 'exclusions.clinicallyIsolatedSyndrome',
      status: 'proved',
      why: 'In every complete case where it is met, B.a, B.b settle the outcome, whatever it says.',
      by: ['diagnosis.activeSpms', 'diagnosis.rrms'],
    },
  ],
};
const finding: Finding = {
  check: 'billing',
  code: 'TRI431',
  severity: 'note',
  clauses: ['exclusions.clinicallyIsolatedSyndrome'],
  message: 'No diagnosis code says what it asks for.',
  remedy: 'Add the codes of these states to the vocabulary.',
  proof: 'Of the 9 codes of this disease, none names one of these states.',
  witness: { request: { kind: 'initial', dateOfService: '2024-06-03' } },
  status: 'found',
};

/** What is asked of an element in the browser. */
interface Placed {
  readonly getBoundingClientRect: () => { readonly top: number; readonly bottom: number };
  readonly closest: (selector: string) => Placed | null;
}

function isInView(element: Placed): boolean {
  const area = element.closest('.scroll-area')?.getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  return area !== undefined && top >= area.top - 1 && bottom <= area.bottom + 1;
}
