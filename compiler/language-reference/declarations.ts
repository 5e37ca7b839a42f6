import {
  Node,
  Project,
  type FunctionDeclaration,
  type InterfaceDeclaration,
  type TypeAliasDeclaration,
  type TypeNode,
} from 'ts-morph';
import { languageModule } from '../read/own-files.ts';

/** The functions that the language exports, in the order of its index. */
export function exportedFunctions(): readonly FunctionDeclaration[] {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    compilerOptions: { strict: true, allowImportingTsExtensions: true, noEmit: true, types: [] },
  });
  const index = project.addSourceFileAtPath(languageModule);
  return [...index.getExportedDeclarations().values()].flatMap((declarations) =>
    declarations.flatMap((declaration) => (Node.isFunctionDeclaration(declaration) ? [declaration] : [])),
  );
}

/** What a type's name stands for, where this project declares it. */
export function declarationOf(node: TypeNode): InterfaceDeclaration | TypeAliasDeclaration | undefined {
  if (!Node.isTypeReference(node) && !Node.isExpressionWithTypeArguments(node)) return undefined;
  const name = Node.isTypeReference(node) ? node.getTypeName() : node.getExpression();
  const symbol = name.getSymbol();
  const declarations = (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations() ?? [];
  return declarations.find(
    (declaration): declaration is InterfaceDeclaration | TypeAliasDeclaration =>
      (Node.isInterfaceDeclaration(declaration) || Node.isTypeAliasDeclaration(declaration)) &&
      !declaration.getSourceFile().isInNodeModules() &&
      !declaration.getSourceFile().isDeclarationFile(),
  );
}

/** The text of a docstring before its tags, on one line. */
export function describedBy(node: { getJsDocs(): readonly { getDescription(): string }[] }): string {
  return node
    .getJsDocs()
    .map((doc) => oneLine(doc.getDescription()))
    .join(' ');
}

/** The texts of the tags of a name in a docstring, as they stand. */
export function tagged(declaration: FunctionDeclaration, name: string): readonly string[] {
  return declaration
    .getJsDocs()
    .flatMap((doc) => doc.getTags())
    .filter((tag) => tag.getTagName() === name)
    .map((tag) => tag.getCommentText()?.trim() ?? '');
}

/** Text with every run of white space as one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
