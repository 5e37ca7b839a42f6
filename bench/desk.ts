import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createCompiler } from '../compiler/pipeline.ts';
import { browserRemedy, findBrowser, openBrowser } from '../scripts/browser.ts';
import { bundleOf } from '../compiler/site/bundles.ts';
import { deskPage } from '../compiler/site/desk-page.ts';
import { criteriaCount, largeCase, largePolicy } from './large-example.ts';

/**
 * `npx tsx bench/desk.ts`: how long the reviewer's desk takes from a keystroke to a new determination on the screen, for a
 * policy of 300 criteria and in a real browser: from the input event until the page is drawn and laid out again. Prints
 * the median and the extremes of a clock, and the processor time of the page's thread, in milliseconds, for a case with 400 events and for one of which nothing is known.
 */

const strokes = 200;
const program = findBrowser();
if (program === undefined) throw new Error(`There is no Chromium here. ${browserRemedy}`);

const root = mkdtempSync(join(tmpdir(), 'triplicate-bench-'));
const { context, close } = await openBrowser(program);
try {
  mkdirSync(join(root, 'policies', 'large'), { recursive: true });
  writeFileSync(join(root, 'policies', 'large', 'policy.ts'), largePolicy());
  const {
    policies: [policy],
  } = await createCompiler({ root }).compile();
  if (policy === undefined) throw new Error('The large policy does not compile.');
  const text = deskPage(policy, await bundleOf('desk'));
  const file = join(root, 'desk.html');
  writeFileSync(file, text);

  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  const paint: unknown = await page.evaluate(
    "performance.getEntriesByName('first-contentful-paint')[0].startTime",
  );
  process.stdout.write(
    `${criteriaCount} criteria: ${Math.round(gzipSync(text).length / 1000)} kB gzipped, first contentful paint ${Math.round(Number(paint))} ms\n`,
  );
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  /** Milliseconds for which the page's thread had the processor: on a shared machine, less than what a clock shows. */
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const { request, ...facts } = largeCase();
  for (const [name, record] of [
    ['400 events', { request, ...facts }],
    ['nothing known', { request }],
  ] as const) {
    await page.locator('#case-file').setInputFiles({
      name: 'case.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(record)),
    });
    await page.getByText('case.json is open.').waitFor();
    const before = await busy();
    const times: unknown = await page.evaluate(`(async () => {
      const field = document.getElementById('f-request.dateOfService');
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
      const times = [];
      for (let stroke = 0; stroke < ${strokes}; stroke += 1) {
        const month = String((stroke % 12) + 1).padStart(2, '0');
        set.call(field, '2024-' + month + '-28');
        const began = performance.now();
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(0);
        });
        void document.body.offsetHeight;
        times.push(performance.now() - began);
      }
      return times.slice(20).sort((first, second) => first - second);
    })()`);
    const each = ((await busy()) - before) / strokes;
    if (!Array.isArray(times)) throw new Error('The page was not timed.');
    const at = (part: number) => Number(times[Math.floor((times.length - 1) * part)]).toFixed(1);
    process.stdout.write(
      `${name}: median ${at(0.5)}, least ${at(0)}, ninth tenth ${at(0.9)}, greatest ${at(1)} ms; processor time ${each.toFixed(1)} ms\n`,
    );
  }
} finally {
  await close();
  rmSync(root, { recursive: true, force: true });
}
