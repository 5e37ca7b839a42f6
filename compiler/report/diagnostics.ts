import type { Diagnostic } from '../errors.ts';
import { counted, harmless, paint } from './text.ts';

/** Diagnostics for a person: where, what and why, a code frame, and what to write instead. */
export function diagnosticsText(diagnostics: readonly Diagnostic[], inColour = false): string {
  const colours = paint(inColour);
  const one = ({ code, severity, message, remedy, position, frame }: Diagnostic) => {
    const place = position === undefined ? '' : `${position.file}:${position.line}:${position.column}: `;
    const colour = { error: colours.red, warning: colours.yellow, note: colours.cyan }[severity];
    const kind = colour(`${severity} ${code}`);
    return [
      `${colours.bold(harmless(place))}${kind}: ${harmless(message)}`,
      // What fails nothing is told shortly.
      ...(frame === undefined || frame === '' || severity !== 'error' ? [] : [frame]),
      ...(remedy === '' ? [] : [`  ${colours.cyan('Remedy:')} ${harmless(remedy)}`]),
    ].join('\n');
  };
  return diagnostics.map((diagnostic) => `${one(diagnostic)}\n`).join('\n');
}

/** How many errors, warnings and notes there are, in words; empty where there are none. */
export function diagnosticsCount(diagnostics: readonly Pick<Diagnostic, 'severity'>[]): string {
  return (['error', 'warning', 'note'] as const)
    .flatMap((kind) => {
      const count = diagnostics.filter(({ severity }) => severity === kind).length;
      return count === 0 ? [] : [counted(count, kind)];
    })
    .join(', ');
}
