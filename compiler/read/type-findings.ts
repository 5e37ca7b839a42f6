import { ts } from 'ts-morph';
import * as errors from '../errors.ts';
import type { Finding, Stretch } from './findings.ts';
import { placeOf, type NameOf } from './place.ts';

/** What TypeScript says of a module, in the words of a builder's refusal where there are any. */
export function typeFindings(
  diagnostics: readonly ts.Diagnostic[],
  source: ts.SourceFile,
  nameOf: NameOf,
): readonly Finding[] {
  return diagnostics.map(({ start = 0, length = 0, code, messageText }) => {
    const place = placeOf(source, start, start + length, nameOf);
    const words = ts.flattenDiagnosticMessageText(messageText, '\n');
    const refusal = refusalIn(words);
    return {
      diagnostic:
        refusal === undefined
          ? errors.typeError(place, code, inOneLine(words))
          : errors.refusedByType(place, code, refusal),
      start,
      end: Math.max(start + length, namedEnd(source, start)),
      line: source.getLineAndCharacterOfPosition(start).line,
      yields: false,
    };
  });
}

/** What TypeScript's parser says of a module. */
export function syntaxFindings(
  diagnostics: readonly ts.DiagnosticWithLocation[],
  source: ts.SourceFile,
  nameOf: NameOf,
): readonly Finding[] {
  return diagnostics.map(({ start, length, code, messageText }) => ({
    diagnostic: errors.syntax(
      placeOf(source, start, start + length, nameOf),
      code,
      inOneLine(ts.flattenDiagnosticMessageText(messageText, '\n')),
    ),
    start,
    end: start + length,
    line: source.getLineAndCharacterOfPosition(start).line,
    yields: false,
  }));
}

/**
 * Both kinds of findings without saying one thing twice: where the reader refused a stretch of source, TypeScript's
 * complaints about it, on the same line, where its name is used, or that something is unused now, follow from that; and where a type
 * refuses a call, the builder's own refusal says no more.
 */
export function mergedFindings(
  reading: readonly Finding[],
  echoes: readonly Stretch[],
  types: readonly Finding[],
): readonly Finding[] {
  const hard = reading.filter(({ yields }) => !yields);
  const meets = (one: Stretch, other: Stretch) =>
    one.start < Math.max(other.end, other.start + 1) && other.start < Math.max(one.end, one.start + 1);
  const remaining = types.filter(
    (typed) =>
      !(hard.length > 0 && unused.test(typed.diagnostic.message)) &&
      ![...hard, ...echoes].some((refused) => meets(refused, typed) || refused.line === typed.line),
  );
  const yielding = reading.filter(
    (finding) => finding.yields && !remaining.some((typed) => meets(finding, typed)),
  );
  return [...hard, ...remaining, ...yielding];
}

/** TypeScript's numbers for what is declared and never used. */
const unused = /\(TS(?:6133|6192|6196|6198)\)$/;

/** The sentence of a `Refusal<'...'>` in a message. */
function refusalIn(words: string): string | undefined {
  const [, quoted] = /Refusal<("(?:[^"\\]|\\.)*")>/.exec(words) ?? [];
  if (quoted === undefined) return undefined;
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}

function inOneLine(words: string): string {
  const text = words
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}

/** Where a property or const ends whose name begins here: what is said of its name is said of its value. */
function namedEnd(source: ts.SourceFile, start: number): number {
  let end = start;
  let node: ts.Node | undefined = source;
  while (node !== undefined) {
    const within: ts.Node = node;
    if (
      (ts.isPropertyAssignment(within) || ts.isVariableDeclaration(within)) &&
      within.name.getStart(source) === start
    )
      end = within.getEnd();
    node = ts.forEachChild(within, (child) => (child.pos <= start && start < child.end ? child : undefined));
  }
  return end;
}
