import { relative } from 'node:path';
import { generate, type Generation } from '../compiler/generate.ts';
import { createCompiler, type Compilation } from '../compiler/pipeline.ts';
import { diagnosticsCount, diagnosticsText } from '../compiler/report/diagnostics.ts';
import { counted } from '../compiler/report/text.ts';
import { staleText, writtenText } from '../compiler/report/written.ts';
import { watchPolicies } from '../compiler/watch.ts';
import { isUpToDate } from '../compiler/write/write-outputs.ts';
import { showProgress } from './progress.ts';
import { hasColour } from './terminal.ts';

interface GenerateOptions {
  readonly check?: boolean;
  readonly watch?: boolean;
}

/** `triplicate generate [policy] [--check] [--watch]`: returns the exit code. */
export async function generateCommand(
  root: string,
  only: string | undefined,
  options: GenerateOptions,
): Promise<number> {
  const { check = false, watch = false } = options;
  const compiler = createCompiler(only === undefined ? { root } : { root, only });
  const once = async (): Promise<number> => {
    const endProgress = await showProgress(check ? 'Checking' : 'Compiling');
    const compilation = await compiler.compile().finally(endProgress);
    return print(await write(root, compilation, only, check), check);
  };
  const code = await once();
  return watch ? await keepWatching(root, once) : code;
}

function write(
  root: string,
  compilation: Compilation,
  only: string | undefined,
  check: boolean,
): Promise<Generation> {
  return generate(root, compilation, only === undefined ? { check } : { check, only });
}

function print({ diagnostics, written, policies }: Generation, check: boolean): number {
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

async function keepWatching(root: string, once: () => Promise<number>): Promise<number> {
  const watch = watchPolicies(root, async () => {
    const began = performance.now();
    await once().catch((error: unknown) => {
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
