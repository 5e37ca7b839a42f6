import { codeFrameColumns } from '@babel/code-frame';
import type { CompiledPolicy, Position } from '../compiled-policy.ts';
import type { Diagnostic, Place } from '../errors.ts';
import type { Finding } from './analysis.ts';

/** A finding as a diagnostic, with its place: where the first of its clauses stands, or else the policy. */
export function diagnosticOf(
  { code, severity, clauses: [own = ''], message, remedy }: Finding,
  placeOf: (clause: string) => Place | undefined,
): Diagnostic {
  return { code, severity, message, remedy, ...placeOf(own) };
}

/** Diagnostics and findings together: what a finding tells of a place with a proof, no diagnostic tells as well. */
export function withFindings(
  diagnostics: readonly Diagnostic[],
  findings: readonly Diagnostic[],
): readonly Diagnostic[] {
  const keyOf = ({ code, position }: Diagnostic) => `${code} ${JSON.stringify(position)}`;
  const told = new Set(findings.map(keyOf));
  return [...diagnostics.filter((diagnostic) => !told.has(keyOf(diagnostic))), ...findings];
}

/** Where clauses stand, and how it looks there; `textOf` gives the text of a file of the project, where it can be read. */
export function placesIn(
  { positions }: CompiledPolicy,
  textOf: (file: string) => string | undefined,
): (clause: string) => Place | undefined {
  const [first] = positions.values();
  return (clause) => {
    const position = positions.get(clause) ?? positions.get('indication') ?? first;
    return position === undefined ? undefined : { position, frame: frameAt(position, textOf) };
  };
}

function frameAt({ file, line, column }: Position, textOf: (file: string) => string | undefined): string {
  const text = textOf(file);
  return text === undefined
    ? ''
    : codeFrameColumns(
        text,
        { start: { line, column } },
        { linesAbove: 2, linesBelow: 2, highlightCode: false },
      );
}
