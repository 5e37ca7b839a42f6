import { ts } from 'ts-morph';
import { Unreadable } from './unreadable.ts';

/** A module as its reader has it: what it declares at its top, by name. */
export interface Read {
  readonly source: ts.SourceFile;
  readonly functions: ReadonlyMap<string, ts.FunctionDeclaration>;
  readonly variables: ReadonlyMap<string, ts.VariableDeclaration>;
}

/** Parses the text of an evaluator. Throws Unreadable for what does not parse, or stands at the top and is no declaration. */
export function readModule(text: string): Read {
  const source = ts.createSourceFile('evaluator.ts', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
  const functions = new Map<string, ts.FunctionDeclaration>();
  const variables = new Map<string, ts.VariableDeclaration>();
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) {
      functions.set(statement.name.text, statement);
    } else if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) {
        if (!ts.isIdentifier(declaration.name))
          throw unreadable(declaration.name, 'a pattern at the top of a module');
        variables.set(declaration.name.text, declaration);
      }
    } else if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) {
      throw unreadable(statement, kindOf(statement));
    }
  }
  return { source, functions, variables };
}

/** The fault of a construct that the reader does not know, at its line. */
export function unreadable(node: ts.Node, construct: string = kindOf(node)): Unreadable {
  return new Unreadable(construct, lineOf(node));
}

/** The line of a node, counted from 1. */
export function lineOf(node: ts.Node): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

/** The syntax of a node in words: `ForInStatement` is `a for in statement`. */
function kindOf(node: ts.Node): string {
  const words = (ts.SyntaxKind[node.kind] ?? 'text').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}
