import { existsSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { ts } from 'ts-morph';
import * as errors from '../errors.ts';
import type { Diagnostic, Place } from '../errors.ts';
import { realPath } from './find-modules.ts';
import { hasVocabulary, isWithin, vocabularyFolder, vocabularyModule } from './own-files.ts';

/** Where an import leads: to the language, to a module by its path, or nowhere, and why. */
export type Target =
  | { readonly kind: 'language' }
  | { readonly kind: 'module'; readonly path: string }
  | { readonly kind: 'refused'; readonly message: (place: Place) => Diagnostic };

/** An import, or an export of what another module holds. */
export interface ImportOf {
  readonly node: ts.ImportDeclaration | ts.ExportDeclaration;
  readonly specifier: ts.Expression;
  readonly target: Target;
  /** It is for types alone, and no value is read through it. */
  readonly isForTypes: boolean;
}

/** The imports of a module, each with where it leads. */
export function importsOf(source: ts.SourceFile, root: string): readonly ImportOf[] {
  return source.statements.flatMap((node) => {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return [];
    const { moduleSpecifier: specifier } = node;
    if (specifier === undefined) return [];
    const text = ts.isStringLiteral(specifier) ? specifier.text : specifier.getText();
    return [{ node, specifier, target: targetOf(text, source.fileName, root), isForTypes: isForTypes(node) }];
  });
}

/** Where a specifier leads from a module. */
export function targetOf(specifier: string, from: string, root: string): Target {
  if (specifier === 'triplicate') return { kind: 'language' };
  if (specifier === 'triplicate/vocabulary' && hasVocabulary())
    return { kind: 'module', path: vocabularyModule };
  const refused = (message: (place: Place) => Diagnostic): Target => ({ kind: 'refused', message });
  if (!/^\.\.?\//.test(specifier)) return refused((place) => errors.foreignImport(place, specifier));
  const path = resolve(dirname(from), specifier);
  const home = isWithin(vocabularyFolder, from) && !isWithin(root, from) ? vocabularyFolder : root;
  if (!isWithin(home, path)) return refused((place) => errors.importLeavesRoot(place, specifier));
  if (path.split(sep).includes('node_modules') && home === root && !isWithin(vocabularyFolder, path)) {
    return refused((place) => errors.foreignImport(place, specifier));
  }
  if (!path.endsWith('.ts') || path.endsWith('.d.ts') || !existsSync(path)) {
    return refused((place) => errors.importNotFound(place, specifier));
  }
  return isWithin(realPath(home), realPath(path))
    ? { kind: 'module', path }
    : refused((place) => errors.importLeavesRoot(place, specifier));
}

function isForTypes(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}
