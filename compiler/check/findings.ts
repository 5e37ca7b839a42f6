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
