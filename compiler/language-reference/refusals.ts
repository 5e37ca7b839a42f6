import { Node, type FunctionDeclaration, type TypeNode } from 'ts-morph';
import { refusedByBuilder } from '../errors.ts';
import { declarationOf, oneLine } from './declarations.ts';

/** What a builder throws: the stable name of the refusal, and what its author is told to write instead. */
export interface ThrownRefusal {
  readonly code: string;
  /** The code of the diagnostic that its author sees. */
  readonly diagnostic: string;
  readonly remedy: string;
}

/** The messages that the editor shows, for arguments whose types don't fit; what depends on the call stands in `‹›`. */
export function typeRefusals(declaration: FunctionDeclaration): readonly string[] {
  const messages = new Set<string>();
  const seen = new Set<Node>();
  const look = (node: Node): void => {
    const type = Node.isTypeReference(node) ? node : undefined;
    if (type?.getTypeName().getText() === 'Refusal') {
      const [message] = type.getTypeArguments();
      if (message !== undefined) messages.add(messageOf(message));
      return;
    }
    const alias = type === undefined ? undefined : declarationOf(type);
    if (alias !== undefined && !seen.has(alias) && isArgument(alias)) {
      seen.add(alias);
      look(alias);
    }
    node.forEachChild(look);
  };
  for (const parameter of declaration.getParameters()) {
    const node = parameter.getTypeNode();
    if (node !== undefined) look(node);
  }
  return [...messages];
}

/** A type that describes an argument, and no value that another builder made. */
function isArgument(declaration: Node): boolean {
  return (
    Node.isTypeAliasDeclaration(declaration) ||
    (Node.isInterfaceDeclaration(declaration) && declaration.getProperty('kind') === undefined)
  );
}

function messageOf(node: TypeNode): string {
  const text = node.getText();
  return oneLine(
    text
      .slice(1, -1)
      .replace(/\$\{(?:Exclude<)?(\w+)[^}]*\}/g, '‹$1›')
      .replace(/\\(['"`])/g, '$1'),
  );
}

/** The refusals that a builder can throw: those of its own body, and of what that calls within the language. */
export function thrownRefusals(declaration: FunctionDeclaration): readonly ThrownRefusal[] {
  const found = new Map<string, ThrownRefusal>();
  const seen = new Set<Node>();
  const look = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const made of node.getDescendants()) {
      if (Node.isNewExpression(made) && made.getExpression().getText() === 'Refused') {
        const [code, , remedy] = made.getArguments();
        if (code === undefined || !Node.isStringLiteral(code)) continue;
        const name = code.getLiteralText();
        if (!found.has(name))
          found.set(name, { code: name, diagnostic: diagnosticOf(name), remedy: remedyOf(remedy) });
      }
      if (Node.isCallExpression(made)) {
        const callee = made.getExpression();
        const symbol = callee.getSymbol();
        for (const called of (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations() ?? []) {
          if (Node.isFunctionDeclaration(called) && !called.getSourceFile().isInNodeModules()) look(called);
        }
      }
    }
  };
  look(declaration);
  return [...found.values()];
}

function diagnosticOf(name: string): string {
  return refusedByBuilder(undefined, name, '', '').code;
}

function remedyOf(node: Node | undefined): string {
  if (node === undefined) return '';
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) return node.getLiteralText();
  if (!Node.isTemplateExpression(node)) return oneLine(node.getText());
  const parts = node.getTemplateSpans().map((span) => `…${span.getLiteral().getLiteralText()}`);
  return `${node.getHead().getLiteralText()}${parts.join('')}`;
}
