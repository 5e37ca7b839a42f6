import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { CompiledPolicy } from '../../compiler/compiled-policy.ts';
import { bundleOf } from '../../compiler/site/bundles.ts';
import { deskPage } from '../../compiler/site/desk-page.ts';

/** Desks as files in a folder, as they are opened from one. */
export interface DeskFolder {
  /** The address of a policy's desk. */
  readonly add: (policy: CompiledPolicy) => string;
  readonly remove: () => void;
}

/** A folder for desks, with the pages' scripts built once. */
export async function deskFolder(): Promise<DeskFolder> {
  const bundle = await bundleOf('desk');
  const folder = mkdtempSync(join(tmpdir(), 'triplicate-desk-'));
  return {
    add: (policy) => {
      const file = join(folder, `${policy.name}.html`);
      writeFileSync(file, deskPage(policy, bundle));
      return pathToFileURL(file).href;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What a page did that none may: ask a server, break its own policy, fail. */
export function wrongs(page: Page): readonly string[] {
  const found: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) found.push(`request: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') found.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => found.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') found.push(`dialog: ${dialog.message()}`);
    void dialog.accept();
  });
  return found;
}

/** Opens a case through the desk's own file field, and waits until it says so. */
export async function openCase(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('#case-file')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text, 'utf8') });
  await page.getByText(`${name} is open.`).waitFor();
}

/** The determination that the desk shows, as it gives it as JSON. */
export async function shownDetermination(page: Page): Promise<unknown> {
  const json = page.locator('#determination-json');
  if ((await json.count()) === 0) await page.getByText('As JSON', { exact: true }).click();
  return JSON.parse((await json.textContent()) ?? '');
}

/** Gives many files to the desk's own file field, one after the other, and gathers the determinations as JSON. */
export async function determinationsOf(
  page: Page,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<readonly string[]> {
  const [first] = files;
  if (first === undefined) return [];
  await openCase(page, first.name, first.text);
  await shownDetermination(page);
  const shown: unknown = await page.evaluate(`(async () => {
    const field = document.getElementById('case-file');
    const shown = [];
    for (const { name, text } of ${JSON.stringify(files)}) {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type: 'application/json' }));
      field.files = transfer.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      const isOpen = () => [...document.querySelectorAll('[role=status]')].some((each) => each.textContent === name + ' is open.');
      while (!isOpen()) {
        if (document.querySelector('.refused') !== null) throw new Error(name + ' is refused.');
        await new Promise((resolve) => setTimeout(resolve));
      }
      shown.push(document.getElementById('determination-json').textContent);
    }
    return shown;
  })()`);
  if (!Array.isArray(shown)) throw new TypeError('Nothing was gathered.');
  return shown.map(String);
}
