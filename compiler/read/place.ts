import { codeFrameColumns } from '@babel/code-frame';
import type { ts } from 'ts-morph';
import type { Position } from '../compiled-policy.ts';
import type { Place } from '../errors.ts';

/** How a source file is named to its reader: relative to the project, with `/`. */
export type NameOf = (path: string) => string;

/** A source text and its lines: a parsed file, or one that must not be parsed. */
export type Lines = Pick<
  ts.SourceFile,
  'fileName' | 'text' | 'getLineStarts' | 'getLineAndCharacterOfPosition'
>;

/** The lines of a text that is not parsed. */
export function linesOf(fileName: string, text: string): Lines {
  const starts = [
    0,
    ...[...text.matchAll(/\r\n?|\n|\u2028|\u2029/g)].map((match) => match.index + match[0].length),
  ];
  return {
    fileName,
    text,
    getLineStarts: () => starts,
    getLineAndCharacterOfPosition: (position) => {
      const after = starts.findIndex((start) => start > position);
      const line = (after === -1 ? starts.length : after) - 1;
      return { line, character: position - (starts[line] ?? 0) };
    },
  };
}

/** Where a stretch of a source file stands, with the lines around it. */
export function placeOf(source: Lines, start: number, end: number, nameOf: NameOf): Place {
  const from = source.getLineAndCharacterOfPosition(start);
  const to = source.getLineAndCharacterOfPosition(Math.max(start, end));
  return {
    position: { file: nameOf(source.fileName), line: from.line + 1, column: from.character + 1 },
    frame: frameOf(source, from, to.line === from.line ? to.character : undefined),
  };
}

/** Where a node stands. */
export function nodePlace(node: ts.Node, nameOf: NameOf): Place {
  const source = node.getSourceFile();
  return placeOf(source, node.getStart(source), node.getEnd(), nameOf);
}

/** Where a node stands, without the lines around it. */
export function nodePosition(node: ts.Node, nameOf: NameOf): Position {
  const source = node.getSourceFile();
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return { file: nameOf(source.fileName), line: line + 1, column: character + 1 };
}

/** The longest line of a frame. */
const longest = 200;

function frameOf(source: Lines, from: ts.LineAndCharacter, endsAt: number | undefined): string {
  // Only the lines around are cut out: many errors in a long file stay cheap.
  const first = Math.max(0, from.line - 2);
  const starts = source.getLineStarts();
  const window = source.text.slice(starts[first] ?? 0, starts[from.line + 3] ?? source.text.length);
  const lines = visibly(window).replace(/\n+$/, '').split('\n');
  const cut = lines.map((line) => (line.length > longest ? `${line.slice(0, longest)}…` : line));
  const options = { linesAbove: 2, linesBelow: 2, highlightCode: false, startLine: first + 1 };
  const line = from.line + 1;
  const hasEnd = endsAt !== undefined && endsAt > from.character && endsAt <= longest;
  return codeFrameColumns(
    cut.join('\n'),
    {
      start: { line, column: Math.min(from.character, longest) + 1 },
      ...(hasEnd ? { end: { line, column: endsAt + 1 } } : {}),
    },
    options,
  );
}

/** The same number of characters, each of which is seen. */
function visibly(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (found) => (found === '\n' ? found : '\uFFFD'.repeat(found.length)));
}
