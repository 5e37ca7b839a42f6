import { ts } from 'ts-morph';

/** The part of an evaluator that decides: the declarations that `encode` and `decide` need, each with its text. */
export interface DecidingPart {
  readonly declarations: readonly Declaration[];
  /** Those that hold nothing but the spellings of names: they are run, and not mutated. */
  readonly spellings: readonly string[];
}

export interface Declaration {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isFunction: boolean;
  /** Places where a loop's body begins and ends, for a guard against loops without an end. */
  readonly loops: readonly { readonly start: number; readonly end: number; readonly isBlock: boolean }[];
}

/** Parses the text of an evaluator. */
export function parseEvaluator(text: string): ts.SourceFile {
  return ts.createSourceFile('evaluator.ts', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
}

/** Finds what `encode` and `decide` need, and all that this needs. */
export function decidingPart(file: ts.SourceFile): DecidingPart {
  const kept = neededBy(file, ['encode', 'decide', 'leafCount', 'clauseCount']);
  return {
    declarations: kept.map((statement) => ({
      name: namesOf(statement)[0] ?? '',
      start: statement.getStart(file),
      end: statement.getEnd(),
      isFunction: ts.isFunctionDeclaration(statement),
      loops: loopsIn(statement, file),
    })),
    spellings: kept.filter(isSpellings).flatMap(namesOf),
  };
}

/** The names of the declarations that these names need, those of the names among them; but not through one left out. */
export function namesNeededBy(
  file: ts.SourceFile,
  roots: readonly string[],
  leftOut?: string,
): ReadonlySet<string> {
  return new Set(neededBy(file, roots, leftOut).flatMap(namesOf));
}

function neededBy(file: ts.SourceFile, roots: readonly string[], leftOut?: string): readonly ts.Statement[] {
  const byName = new Map<string, ts.Statement>();
  for (const statement of file.statements) for (const name of namesOf(statement)) byName.set(name, statement);
  const needed = new Set<ts.Statement>();
  const visit = (name: string) => {
    const statement = byName.get(name);
    if (statement === undefined || needed.has(statement) || name === leftOut) return;
    needed.add(statement);
    identifiersIn(statement).forEach(visit);
  };
  roots.forEach(visit);
  return file.statements.filter((statement) => needed.has(statement));
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isFunctionDeclaration(statement)) return statement.name === undefined ? [] : [statement.name.text];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map(({ name }) => name.getText());
}

/** The names of other declarations that a statement uses: none that it declares itself, and no key of an object. */
function identifiersIn(node: ts.Node): readonly string[] {
  const found = new Set<string>();
  const own = new Set<string>();
  const visit = (each: ts.Node) => {
    if (isTypeOnly(each)) return;
    if (ts.isIdentifier(each) && !isKey(each)) found.add(each.text);
    if (
      (ts.isVariableDeclaration(each) || ts.isParameter(each) || ts.isBindingElement(each)) &&
      ts.isIdentifier(each.name)
    )
      own.add(each.name.text);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return [...found].filter((name) => !own.has(name));
}

function isKey(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node)
  );
}

/** Whether a node only types, and does nothing when it runs. */
export function isTypeOnly(node: ts.Node): boolean {
  return ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

/** A map or a set of names alone. */
function isSpellings(statement: ts.Statement): boolean {
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(({ initializer }) => {
    if (initializer === undefined || !ts.isNewExpression(initializer)) return false;
    const types = initializer.typeArguments?.map((type) => type.getText()).join(', ');
    return types === 'string, number' || types === 'string';
  });
}

function loopsIn(node: ts.Node, file: ts.SourceFile): Declaration['loops'] {
  const found: { start: number; end: number; isBlock: boolean }[] = [];
  const visit = (each: ts.Node) => {
    if (ts.isForStatement(each) || ts.isForOfStatement(each) || ts.isWhileStatement(each)) {
      const body = each.statement;
      found.push({ start: body.getStart(file), end: body.getEnd(), isBlock: ts.isBlock(body) });
    }
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}
