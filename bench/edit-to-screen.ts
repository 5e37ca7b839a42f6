import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { browserRemedy, findBrowser, openBrowser } from '../scripts/browser.ts';

/**
 * `npx tsx bench/edit-to-screen.ts`: how long it takes from saving a policy until an open page shows it, by the command that
 * serves all shipped policies and in a real browser. Prints milliseconds of each of the edits, the first of which warms up, and
 * on Linux the processor time that the server took until then, which says more where the machine is shared.
 */

const repository = fileURLToPath(new URL('..', import.meta.url));
const edits = 7;
/** An author looks at what is shown before the next edit; meanwhile the files are written. */
const pause = 1000;
const program = findBrowser();
if (program === undefined) throw new Error(`There is no Chromium here. ${browserRemedy}`);

const root = mkdtempSync(join(tmpdir(), 'triplicate-bench-'));
for (const folder of ['policies', 'generated'])
  cpSync(join(repository, folder), join(root, folder), { recursive: true });
const policy = join(root, 'policies/ip0213-alemtuzumab/policy.ts');
const source = readFileSync(policy, 'utf8');

const run = spawn(
  process.execPath,
  ['--import', 'tsx', join(repository, 'scripts/triplicate.ts'), '--root', root, 'start', '--port', '0'],
  { cwd: repository, stdio: ['ignore', 'pipe', 'ignore'] },
);
/** Milliseconds for which the server has had a processor, in steps of ten; NaN where the system does not tell. */
function processorTime(): number {
  const file = `/proc/${run.pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}
const { context, close } = await openBrowser(program);
try {
  const address = await new Promise<string>((resolve) => {
    let said = '';
    run.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /Open (\S+)[^]*Watching/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  let age = 30;
  for (const name of ['policy', 'desk', 'matrix']) {
    const page = await context.newPage();
    await page.goto(`${address}ip0213-alemtuzumab/${name}.html`);
    // The desk shows clauses once a case can be evaluated; what is typed in is kept when the page loads itself again.
    if (name === 'desk') await page.getByLabel('Date of service').fill('2024-06-03');
    const times: number[] = [];
    const busy: number[] = [];
    for (let edit = 0; edit < edits; edit += 1) {
      // Another one each time, so that nothing that is shown already is taken for it.
      age += 1;
      await wait(pause);
      const [began, used] = [performance.now(), processorTime()];
      writeFileSync(policy, source.replace('ageAtLeast(17)', `ageAtLeast(${age})`));
      await page.getByText(`${age} years of age`).first().waitFor();
      times.push(Math.round(performance.now() - began));
      busy.push(processorTime() - used);
    }
    process.stdout.write(`${name}: ${times.join(', ')} ms; processor ${busy.join(', ')} ms\n`);
    await page.close();
  }
} finally {
  await close();
  run.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
}
