import type { ts } from 'ts-morph';
import type { Diagnostic } from '../errors.ts';
import type { ImportOf } from './imports.ts';
import type { ModuleValue } from './module-value.ts';

/** A module as it was loaded. */
export interface LoadedModule {
  readonly text: string;
  readonly source: ts.SourceFile;
  readonly imports: readonly ImportOf[];
  readonly isBroken: boolean;
}

/** A module as it was read, kept until something that it rests on changes. */
export interface ModuleState extends LoadedModule {
  /** What it holds; nothing where it can't be read. */
  readonly value: ModuleValue | undefined;
  /** What it was read with: while that is the same, so is the module. */
  readonly basis: readonly unknown[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether TypeScript was asked about it, and these are all; else they are what the reading failed by. */
  readonly isDiagnosed: boolean;
}

/** The modules whose values a module uses. */
export function targets(imports: readonly ImportOf[] | undefined): readonly string[] {
  return (imports ?? []).flatMap(({ target, isForTypes }) =>
    target.kind === 'module' && !isForTypes ? [target.path] : [],
  );
}
