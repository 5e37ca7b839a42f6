import type { Diagnostic } from './errors.ts';
import { outputsOf, type Compilation } from './pipeline.ts';
import { writeOutputs, type WriteOptions, type WriteReport } from './write/write-outputs.ts';

/** What a run of the compiler came to. */
export interface Generation {
  readonly diagnostics: readonly Diagnostic[];
  /** How many policies were compiled. */
  readonly policies: number;
  /** Left out where there are errors: then nothing is written. */
  readonly written?: WriteReport;
}

/** Writes what was compiled to `generated/`, unless there is an error anywhere: what is there then stays as it is. */
export async function generate(
  root: string,
  { policies, diagnostics }: Compilation,
  options: WriteOptions = {},
): Promise<Generation> {
  const result = { diagnostics, policies: policies.length };
  if (diagnostics.some(({ severity }) => severity === 'error')) return result;
  return { ...result, written: await writeOutputs(`${root}/generated`, outputsOf(policies), options) };
}
