import type { ts } from 'ts-morph';
import * as errors from '../errors.ts';
import type { Diagnostic } from '../errors.ts';
import type { Finding } from './findings.ts';
import { targets, type LoadedModule, type ModuleState } from './module-state.ts';
import { nodePlace, type NameOf } from './place.ts';
import { deepest } from './scan.ts';
import { mergedFindings, syntaxFindings, typeFindings } from './type-findings.ts';

/** What is wrong with a module that was read. */
export function diagnose(
  state: ModuleState,
  states: ReadonlyMap<string, ModuleState>,
  program: ts.Program,
  nameOf: NameOf,
): readonly Diagnostic[] {
  const { source, value, imports, diagnostics } = state;
  if (value === undefined) return diagnostics;
  try {
    const syntax = program.getSyntacticDiagnostics(source);
    if (syntax.length > 0) return diagnosticsOf(syntaxFindings(syntax, source, nameOf));
    // With an import missing, what TypeScript says of the rest follows from that.
    const isWhole = targets(imports).every((path) => {
      const part = states.get(path);
      return part?.value !== undefined && program.getSyntacticDiagnostics(part.source).length === 0;
    });
    const types = isWhole ? typeFindings(program.getSemanticDiagnostics(source), source, nameOf) : [];
    return diagnosticsOf(mergedFindings(value.findings, value.echoes, types));
  } catch (error) {
    return [surprise(source, error, nameOf)];
  }
}

/** What is wrong with a module before its types are checked: what can't be parsed, and what the reader refuses. */
export function diagnoseDraft(
  { source, value, diagnostics }: ModuleState,
  program: ts.Program,
  nameOf: NameOf,
): readonly Diagnostic[] {
  if (value === undefined) return diagnostics;
  return diagnosticsOf([
    ...syntaxFindings(program.getSyntacticDiagnostics(source), source, nameOf),
    ...value.findings,
  ]);
}

/** What reading or checking a module failed by. */
export function surprise(source: ts.SourceFile, error: unknown, nameOf: NameOf): Diagnostic {
  const place = nodePlace(source.statements[0] ?? source, nameOf);
  // Chains without brackets, as a.b.c..., can be deep as well.
  if (error instanceof RangeError) return errors.tooDeep(place, deepest);
  return errors.internal(place, error instanceof Error ? error.message : String(error));
}

function diagnosticsOf(findings: readonly Finding[]): readonly Diagnostic[] {
  return findings.map(({ diagnostic }) => diagnostic);
}

/** Where a circle of imports closes. */
export function circleDiagnostic(
  circle: readonly string[],
  texts: ReadonlyMap<string, LoadedModule>,
  nameOf: NameOf,
): Diagnostic {
  const [last = '', first = ''] = circle.slice(-2);
  const closing = texts
    .get(last)
    ?.imports.find(({ target }) => target.kind === 'module' && target.path === first);
  return errors.circularImport(
    closing === undefined ? undefined : nodePlace(closing.node, nameOf),
    circle.map(nameOf),
  );
}
