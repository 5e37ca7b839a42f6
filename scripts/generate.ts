import { relative } from 'node:path';
import { isExamined } from '../compiler/examine/examination.ts';
import { examine } from '../compiler/examine/examine.ts';
import { generate, type Generation } from '../compiler/generate.ts';
import { createCompiler, type Compilation } from '../compiler/pipeline.ts';
import { diagnosticsCount, diagnosticsText } from '../compiler/report/diagnostics.ts';
import { counted } from '../compiler/report/text.ts';
import { staleText, unprovedText, writtenText } from '../compiler/report/written.ts';
import { watchPolicies } from '../compiler/watch.ts';
import { isUpToDate } from '../compiler/write/write-outputs.ts';
import { showProgress } from './progress.ts';
import { hasColour } from './terminal.ts';

interface GenerateOptions {
  readonly check?: boolean;
  /** True: take over nothing that was proved before; false: prove nothing; left out: prove what was not. */
  readonly prove?: boolean;
  readonly watch?: boolean;
}

/** `triplicate generate [policy] [--check] [--prove | --no-prove] [--watch]`: returns the exit code. */
export async function generateCommand(
  root: string,
  only: string | undefined,
  options: GenerateOptions,
): Promise<number> {
  const { check = false, prove, watch = false } = options;
  const compiler = createCompiler(only === undefined ? { root } : { root, only });
  const write = async (compilation: Compilation): Promise<number> => {
    const generation = await generate(root, compilation, only === undefined ? { check } : { check, only });
    const code = printGeneration(generation, check);
    const unproved =
      check && prove !== false ? compilation.policies.filter((policy) => !isExamined(policy)) : [];
    if (code !== 0 || unproved.length === 0) return code;
    process.stderr.write(unprovedText(unproved.map(({ name }) => name)));
    return 1;
  };
  const compiled = () => during(check ? 'Checking' : 'Compiling', () => compiler.compile());
  const examined = (compilation: Compilation, isStale?: () => boolean) =>
    during('Proving', () =>
      examine(root, compilation, {
        again: prove === true,
        keptOnly: prove === false || (check && prove !== true),
        ...(isStale === undefined ? {} : { isStale }),
      }),
    );
  const once = async () => write(await examined(await compiled()));
  // What an author waits for is written first, and what the solver finds out follows.
  const inTwoSteps = async (isStale: () => boolean) => {
    const compilation = await compiled();
    const kept = await examine(root, compilation, { keptOnly: true });
    await write(kept);
    if (prove !== false && !kept.policies.every(isExamined))
      await write(await examined(compilation, isStale));
  };
  const code = await once();
  return watch ? await keepWatching(root, inTwoSteps) : code;
}

async function during<Result>(label: string, work: () => Promise<Result>): Promise<Result> {
  const endProgress = await showProgress(label);
  return await work().finally(endProgress);
}

/** Prints what a run came to; returns its exit code. */
export function printGeneration({ diagnostics, written, policies }: Generation, check = false): number {
  if (diagnostics.length > 0) {
    process.stderr.write(
      `${diagnosticsText(diagnostics, hasColour(process.stderr))}\n${diagnosticsCount(diagnostics)}.\n`,
    );
  }
  if (written === undefined) {
    process.stderr.write('Nothing was written.\n');
    return 1;
  }
  if (!check) {
    process.stdout.write(writtenText(written, policies));
    return 0;
  }
  if (isUpToDate(written)) {
    process.stdout.write(`generated/ is up to date: ${counted(written.unchanged, 'file')}.\n`);
    return 0;
  }
  process.stderr.write(staleText(written));
  return 1;
}

/** Does work whenever a policy changes, until the process is told to end. */
export async function keepWatching(
  root: string,
  work: (isStale: () => boolean) => Promise<void>,
): Promise<number> {
  const watch = watchPolicies(root, async (isStale) => {
    const began = performance.now();
    await work(isStale).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    });
    process.stdout.write(`Done in ${Math.round(performance.now() - began)} ms; watching for changes.\n`);
  });
  await watch.ready;
  process.stdout.write(
    `Watching ${relative(process.cwd(), root) || 'this folder'} for changes; end with Ctrl-C.\n`,
  );
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await watch.close();
  return 0;
}
