import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { examine } from '../compiler/examine/examine.ts';
import { compile } from '../compiler/pipeline.ts';
import { browserRemedy, findBrowser, openBrowser } from './browser.ts';
import { loadBundles } from '../compiler/site/bundles.ts';
import { siteMaker } from '../compiler/site/site.ts';

// Makes the pictures of the README: the desk with a shipped case in it, as it opens.
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}docs/pictures`;
const program = findBrowser();
if (program === undefined) throw new Error(`There is no Chromium here. ${browserRemedy}`);

const { policies } = await examine(root, await compile({ root }), { keptOnly: true });
const files = siteMaker(await loadBundles())(policies);
const { context, close } = await openBrowser(program);
try {
  await mkdir(folder, { recursive: true });
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 860 });
  const text = await files.find(({ path }) => path === 'ip0213-alemtuzumab/desk.html')?.make();
  await page.setContent(String(text));
  await page.getByLabel('Worked case').selectOption('bafiertam-after-dimethyl-fumarate');
  await page.getByRole('button', { name: 'Load' }).click();
  await page.screenshot({ path: `${folder}/desk.png` });
} finally {
  await close();
}
