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
 * policy of 300 criteria and in a real browser: from the input event until the outcome and its reasons are drawn and laid
 * out, and until the lists below are, which follow after a frame. Prints the median and the extremes in milliseconds, for a
 * case with 400 events and for one of which nothing is known.
 */

const strokes = 200;
const warmUp = 20;
const names: Readonly<Record<string, string>> = {
  clock: 'until the determination is drawn, by the clock',
  outcome: 'until the determination is drawn, of the processor',
  all: 'until its lists are drawn too, of the processor',
};
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
  /** Types a month, and waits until the new determination is drawn; milliseconds. */
  const stroke = async (month: string): Promise<number> =>
    Number(
      await page.evaluate(`(async () => {
        const field = document.getElementById('f-request.dateOfService');
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '2024-${month}-28');
        const began = performance.now();
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(0);
        });
        void document.body.offsetHeight;
        return performance.now() - began;
      })()`),
    );
  /** A person's next stroke comes after some frames: what the page draws after the outcome is drawn in these. */
  const frames = () =>
    page.evaluate(
      'new Promise((resolve) => { let left = 4; const next = () => (left-- > 0 ? requestAnimationFrame(next) : setTimeout(resolve)); next(); })',
    );
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
    const measured = { clock: new Array<number>(), outcome: new Array<number>(), all: new Array<number>() };
    for (let count = 0; count < strokes; count += 1) {
      const before = await busy();
      const clock = await stroke(String((count % 12) + 1).padStart(2, '0'));
      const outcome = (await busy()) - before;
      await frames();
      const all = (await busy()) - before;
      if (count < warmUp) continue;
      measured.clock.push(clock);
      measured.outcome.push(outcome);
      measured.all.push(all);
    }
    process.stdout.write(`${name}\n`);
    for (const [what, times] of Object.entries(measured)) {
      const sorted = times.toSorted((first, second) => first - second);
      const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)]?.toFixed(1) ?? '';
      process.stdout.write(
        `  ${names[what] ?? what}: median ${at(0.5)}, least ${at(0)}, ninth tenth ${at(0.9)}, greatest ${at(1)} ms\n`,
      );
    }
  }
} finally {
  await close();
  rmSync(root, { recursive: true, force: true });
}
