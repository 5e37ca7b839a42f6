import type { Position } from './position.ts';

/** What the compiler has to say about a policy. */
export interface Diagnostic {
  /** Stable: `TRI1..` reading, `TRI2..` types, `TRI3..` what a builder refuses, `TRI4..` checks, `TRI5..` cases, `TRI9..` our own faults. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to write instead. */
  readonly remedy: string;
  readonly position?: Position;
  /** The source around the position, with line numbers and a mark. */
  readonly frame?: string;
}

/** An error fails the run; a warning is most likely a mistake; a note should be known, and is often meant. */
export type Severity = 'error' | 'warning' | 'note';

/** Where something stands in the source, and how it looks there. */
export interface Place {
  readonly position: Position;
  readonly frame: string;
}

/** Makes one message. */
export function error(code: string, place: Place | undefined, message: string, remedy: string): Diagnostic {
  return { code, severity: 'error', message, remedy, ...place };
}

/** As an error, but it fails nothing. */
export function warning(code: string, place: Place | undefined, message: string, remedy: string): Diagnostic {
  return { ...error(code, place, message, remedy), severity: 'warning' };
}

/** As a warning, of what is often meant. */
export function note(code: string, place: Place | undefined, message: string, remedy: string): Diagnostic {
  return { ...error(code, place, message, remedy), severity: 'note' };
}

/** Each diagnostic once, by file, line, column and code; what has no place comes first. By code unit: the same in every locale. */
export function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyed = diagnostics.map((diagnostic) => {
    const { file = '', line = 0, column = 0 } = diagnostic.position ?? {};
    return {
      diagnostic,
      file,
      line,
      column,
      key: JSON.stringify([file, line, column, diagnostic.code, diagnostic.message]),
    };
  });
  return [...new Map(keyed.map((entry) => [entry.key, entry])).values()]
    .sort(
      (first, second) =>
        byCodeUnit(first.file, second.file) ||
        first.line - second.line ||
        first.column - second.column ||
        byCodeUnit(first.diagnostic.code, second.diagnostic.code) ||
        byCodeUnit(first.diagnostic.message, second.diagnostic.message),
    )
    .map(({ diagnostic }) => diagnostic);
}

/** Compares by code unit, as no locale does. */
export function byCodeUnit(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
