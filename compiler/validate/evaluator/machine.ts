import type { ts } from 'ts-morph';
import type { Read } from './read.ts';
import type { Code, Path, Scope, Value } from './value.ts';

/** What reads the emitted text: its parts call each other through it. */
export interface Machine {
  readonly read: Read;
  /** The names at the top of the module. */
  readonly top: Scope;
  /** Values of functions on dates, each checked for every day: nothing where the arguments are constants. */
  readonly summaries: ReadonlyMap<string, (values: readonly Value[]) => Value | undefined>;
  readonly evaluate: (node: ts.Expression, scope: Scope, path: Path) => Value;
  /** What a function gives back, and what it writes on the way. */
  readonly run: (code: Code, values: readonly Value[], path: Path) => Value;
}
