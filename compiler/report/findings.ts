import type { Tables } from '../../dsl/kernel/kernel.ts';
import { diagnosticOf, withFindings } from '../check/findings.ts';
import type { Finding } from '../check/analysis.ts';
import { caseStory } from '../compare/case-story.ts';
import { sorted, type Diagnostic, type Place } from '../errors.ts';
import { diagnosticsCount, diagnosticsText } from './diagnostics.ts';
import { paint, wrapped } from './text.ts';

/** What was found in a policy, for a person: each finding with its place, why it is so, and the case that shows it. */
export function findingsText(
  name: string,
  tables: Tables,
  told: {
    readonly findings: readonly Finding[];
    /** What is found without questions. */
    readonly diagnostics: readonly Diagnostic[];
  },
  placeOf: (clause: string) => Place | undefined,
  inColour = false,
): string {
  const colours = paint(inColour);
  const proved = told.findings.map((finding) => ({ finding, diagnostic: diagnosticOf(finding, placeOf) }));
  const all = withFindings(
    told.diagnostics,
    proved.map(({ diagnostic }) => diagnostic),
  );
  const count = diagnosticsCount(all);
  const blocks = sorted(all).map((diagnostic) => {
    const finding = proved.find(
      (each) => each.diagnostic.code === diagnostic.code && each.diagnostic.message === diagnostic.message,
    )?.finding;
    const { frame } = diagnostic;
    return [
      diagnosticsText([diagnostic], inColour).trimEnd(),
      ...(diagnostic.severity === 'error' || frame === undefined || frame === '' ? [] : [frame]),
      ...(finding === undefined ? [] : [wrapped('  Why: ', finding.proof)]),
      ...(finding?.witness === undefined
        ? []
        : [wrapped('  Case: ', `made-up; ${caseStory(finding.witness, tables)}`)]),
    ].join('\n');
  });
  return [colours.bold(`${name}: ${count === '' ? 'nothing found' : count}`), ...blocks]
    .join('\n\n')
    .concat('\n');
}
