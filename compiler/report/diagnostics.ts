import type { Diagnostic } from '../errors.ts';
import { counted, harmless, paint } from './text.ts';

/** Diagnostics for a person: where, what and why, a code frame, and what to write instead. */
export function diagnosticsText(diagnostics: readonly Diagnostic[], inColour = false): string {
  const colours = paint(inColour);
  const one = ({ code, severity, message, remedy, position, frame }: Diagnostic) => {
    const place = position === undefined ? '' : `${position.file}:${position.line}:${position.column}: `;
    const kind = severity === 'error' ? colours.red(`error ${code}`) : colours.yellow(`warning ${code}`);
    return [
      `${colours.bold(harmless(place))}${kind}: ${harmless(message)}`,
      // A warning fails nothing: it is told shortly.
      ...(frame === undefined || frame === '' || severity === 'warning' ? [] : [frame]),
      ...(remedy === '' ? [] : [`  ${colours.cyan('Remedy:')} ${harmless(remedy)}`]),
    ].join('\n');
  };
  return diagnostics.map((diagnostic) => `${one(diagnostic)}\n`).join('\n');
}

/** How many errors and warnings there are, in words; empty where there are none. */
export function diagnosticsCount(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  return [
    ...(errors === 0 ? [] : [counted(errors, 'error')]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
  ].join(', ');
}
