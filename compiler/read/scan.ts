import { ts } from 'ts-morph';
import { invisible, silencedTypes, tooDeep, type Diagnostic } from '../errors.ts';
import { hiddenCharacters } from './hidden.ts';
import { linesOf, placeOf, type NameOf } from './place.ts';

/** How deep brackets may stand within brackets. */
export const deepest = 64;

/**
 * Looks through a module's text before anything recursive sees it: nesting that would overflow a parser, characters
 * that hide, comments that switch the type checker off.
 */
export function scan(path: string, text: string, nameOf: NameOf): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const lines = linesOf(path, text);
  const place = (start: number, end: number) => placeOf(lines, start, end, nameOf);
  for (const { index, text: found, codePoint } of hiddenCharacters(text)) {
    if (/[\n\r\t]/.test(found) || (index === 0 && found === '\uFEFF')) continue;
    diagnostics.push(invisible(place(index, index + found.length), codePoint, 'The source'));
  }
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, text);
  // What closes each open bracket: only a template's substitution is closed by more template.
  const open: boolean[] = [];
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    switch (token) {
      case ts.SyntaxKind.OpenBraceToken:
      case ts.SyntaxKind.OpenParenToken:
      case ts.SyntaxKind.OpenBracketToken:
      case ts.SyntaxKind.TemplateHead:
        open.push(token === ts.SyntaxKind.TemplateHead);
        if (open.length > deepest) {
          diagnostics.push(tooDeep(place(scanner.getTokenStart(), scanner.getTokenEnd()), deepest));
          return diagnostics;
        }
        break;
      case ts.SyntaxKind.CloseBraceToken:
        if (open.at(-1) !== true) open.pop();
        else if (scanner.reScanTemplateToken(false) !== ts.SyntaxKind.TemplateMiddle) open.pop();
        break;
      case ts.SyntaxKind.CloseParenToken:
      case ts.SyntaxKind.CloseBracketToken:
        open.pop();
        break;
      case ts.SyntaxKind.SingleLineCommentTrivia:
      case ts.SyntaxKind.MultiLineCommentTrivia:
        if (/@ts-(?:ignore|nocheck|expect-error)|^\/\/\/\s*</.test(scanner.getTokenText())) {
          diagnostics.push(silencedTypes(place(scanner.getTokenStart(), scanner.getTokenEnd())));
        }
        break;
    }
  }
  return diagnostics;
}

/** How deep a syntax tree may be: chains as a.b.c nest without brackets. */
const deepestTree = 600;

/** Where a text's syntax nests deeper than TypeScript's own recursion is sure to bear; nothing where it doesn't. */
export function tooDeepTree(path: string, text: string, nameOf: NameOf): Diagnostic | undefined {
  try {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    const open: { readonly node: ts.Node; readonly depth: number }[] = [{ node: source, depth: 0 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { node, depth } = next;
      if (depth > deepestTree)
        return tooDeep(placeOf(source, node.getStart(source), node.getStart(source) + 1, nameOf), deepest);
      ts.forEachChild(node, (child) => void open.push({ node: child, depth: depth + 1 }));
    }
    return undefined;
  } catch {
    // The parser itself ran out of stack.
    return tooDeep(placeOf(linesOf(path, text), 0, 1, nameOf), deepest);
  }
}
