import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '../compiler/generate.ts';
import { createCompiler } from '../compiler/pipeline.ts';
import { changeSynthetic, writeSynthetic } from './synthetic.ts';

/**
 * Generation in a process of its own: `generation.ts <count>`. Prints the time of a cold run and of the run after one
 * change (a warm compiler, as `--watch` has it), what the change rewrote, and the peak of memory.
 */

const count = Number(process.argv[2] ?? '1');
const root = mkdtempSync(join(tmpdir(), 'triplicate-bench-'));
try {
  writeSynthetic(root, count);
  const compiler = createCompiler({ root });
  const timed = async () => {
    const began = performance.now();
    const before = process.cpuUsage();
    const { diagnostics, written } = await generate(root, await compiler.compile());
    if (written === undefined)
      throw new Error(diagnostics.find(({ severity }) => severity === 'error')?.message);
    const { user, system } = process.cpuUsage(before);
    const processor = (user + system) / 1000;
    return {
      milliseconds: performance.now() - began,
      processor,
      files: written.missing.length + written.stale.length,
    };
  };
  const cold = await timed();
  const changes: (typeof cold)[] = [];
  for (let change = 1; change <= 5; change += 1) {
    changeSynthetic(root, Math.floor(count / 2), 18 + change);
    changes.push(await timed());
  }
  const changed = changes.sort((first, second) => first.milliseconds - second.milliseconds)[2];
  process.stdout.write(
    JSON.stringify({ count, cold, changed, peakMegabytes: process.resourceUsage().maxRSS / 1024 }),
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}
