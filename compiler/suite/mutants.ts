import { ts } from 'ts-morph';
import { decidingPart, isTypeOnly, type DecidingPart } from './deciding-part.ts';

/** A small change of an evaluator's text that makes it wrong, or may. */
export interface Mutant {
  /** As `status 3 to 1`. */
  readonly name: string;
  readonly kind: MutantKind;
  /** Where the text is replaced, from `start` up to `end`. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The top-level declaration that it changes. */
  readonly declaration: string;
}

/** What kind of slip a mutant stands for. */
export const mutantKinds = [
  'operator swapped',
  'bound moved',
  'part dropped',
  'status confused',
  'negation',
  'wrong fact',
  'wrong entry',
] as const;
export type MutantKind = (typeof mutantKinds)[number];

/** Every mutant of the part of an evaluator that decides, in the order of its text. */
export function mutantsOf(file: ts.SourceFile): readonly Mutant[] {
  const { declarations, spellings } = decidingPart(file);
  const statements = new Map(file.statements.map((statement) => [statement.getStart(file), statement]));
  return declarations
    .filter(({ name }) => !spellings.includes(name))
    .flatMap(({ name, start }) => {
      const statement = statements.get(start);
      if (statement === undefined) return [];
      const clauses = clauseNames(statement);
      const strings = stringsIn(statement);
      const found: Mutant[] = [];
      const visit = (node: ts.Node) => {
        if (isTypeOnly(node)) return;
        for (const change of changesOf(node, file, clauses, strings))
          found.push({ ...change, declaration: name });
        ts.forEachChild(node, visit);
      };
      visit(statement);
      return distinct(found, file.text);
    });
}

/** The declarations that decide, and no others, one after the other; with a mutant's change. */
export function decidingText(text: string, { declarations }: DecidingPart, mutant?: Mutant): string {
  return declarations
    .map(({ start, end }) => {
      const own = text.slice(start, end);
      return mutant === undefined || mutant.start < start || mutant.end > end
        ? own
        : mutated(own, { ...mutant, start: mutant.start - start, end: mutant.end - start });
    })
    .join('\n');
}

/** The text with a mutant's change. */
export function mutated(text: string, { start, end, replacement }: Mutant): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** The declaration that a mutant changes, with the change: of two mutants of a text these are never the same. */
export function mutatedDeclaration(text: string, { declarations }: DecidingPart, mutant: Mutant): string {
  const own = declarations.filter(({ start, end }) => mutant.start >= start && mutant.end <= end);
  return decidingText(text, { declarations: own, spellings: [] }, mutant);
}

type Change = Omit<Mutant, 'declaration'>;

function changesOf(
  node: ts.Node,
  file: ts.SourceFile,
  clauses: readonly string[],
  strings: readonly string[],
): readonly Change[] {
  const at = (where: ts.Node, kind: MutantKind, replacement: string): Change => ({
    kind,
    name: `${where.getText(file)} to ${replacement === '' ? 'nothing' : replacement}`,
    start: where.getStart(file),
    end: where.getEnd(),
    replacement,
  });
  if (ts.isBinaryExpression(node)) return binaryChanges(node, file, at);
  if (ts.isNumericLiteral(node)) return numberChanges(node, file, at);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [at(node, 'negation', node.operand.getText(file))];
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.TildeToken)
    return [at(node, 'negation', node.operand.getText(file))];
  if (ts.isCallExpression(node) && ['not', 'negated'].includes(node.expression.getText(file)))
    return node.arguments.slice(0, 1).map((argument) => at(node, 'negation', argument.getText(file)));
  if (ts.isConditionalExpression(node) || ts.isIfStatement(node)) {
    const condition = ts.isIfStatement(node) ? node.expression : node.condition;
    return [at(condition, 'negation', `!(${condition.getText(file)})`)];
  }
  if (ts.isExpressionStatement(node)) return [at(node, 'part dropped', ';')];
  if (ts.isContinueStatement(node)) return [at(node, 'part dropped', ';')];
  if (ts.isStringLiteral(node)) {
    const other = strings[(strings.indexOf(node.text) + 1) % strings.length];
    return other === undefined || other === node.text ? [] : [at(node, 'wrong fact', `'${other}'`)];
  }
  if (ts.isIdentifier(node) && clauses.includes(node.text) && !isDeclared(node)) {
    const place = clauses.indexOf(node.text);
    const other = clauses[place === 0 ? 1 : place - 1];
    const isBefore = other !== undefined && isDeclaredBefore(node, other, file);
    return isBefore ? [at(node, 'wrong fact', other)] : [];
  }
  return [];
}

type At = (where: ts.Node, kind: MutantKind, replacement: string) => Change;

const swapped: Readonly<Record<string, readonly string[]>> = {
  '&': ['|'],
  '|': ['&'],
  '^': ['|'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '<<': ['>>'],
  '>>': ['<<'],
  '<': ['<='],
  '<=': ['<'],
  '>': ['>='],
  '>=': ['>'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '|=': ['&='],
  '&=': ['|='],
  '+=': ['-='],
  '-=': ['+='],
};

const joining = new Set(['&', '|', '&&', '||']);

function binaryChanges(node: ts.BinaryExpression, file: ts.SourceFile, at: At): readonly Change[] {
  const operator = node.operatorToken.getText(file);
  const isStep = node.parent.kind === ts.SyntaxKind.ForStatement;
  return [
    ...(isStep && operator === '+='
      ? []
      : (swapped[operator] ?? []).map((other) => at(node.operatorToken, 'operator swapped', other))),
    ...(joining.has(operator)
      ? [
          at(node, 'part dropped', node.left.getText(file)),
          at(node, 'part dropped', node.right.getText(file)),
        ]
      : []),
  ];
}

const statuses: Readonly<Record<string, readonly string[]>> = {
  '0': ['1', '3'],
  '1': ['0', '3'],
  '3': ['0', '1'],
  '5': ['1'],
};

function numberChanges(node: ts.NumericLiteral, file: ts.SourceFile, at: At): readonly Change[] {
  const value = Number(node.getText(file));
  if (isTableEntry(node)) {
    const others = value === 0 ? ['3'] : value === 3 ? ['0'] : value === 5 ? ['3'] : ['0'];
    return others.map((other) => at(node, 'wrong entry', other));
  }
  const index = ts.isElementAccessExpression(node.parent) && node.parent.argumentExpression === node;
  const moved = [value + 1, value - 1].filter((each) => each >= 0 || !index).map(String);
  return [
    ...moved.map((other) => at(node, index ? 'wrong fact' : 'bound moved', literal(other))),
    ...(index ? [] : (statuses[String(value)] ?? []))
      .filter((other) => !moved.includes(other))
      .map((other) => at(node, 'status confused', other)),
  ];
}

/** A negative number stands in parentheses: `5 --1` would be no text. */
function literal(value: string): string {
  return value.startsWith('-') ? `(${value})` : value;
}

function isTableEntry(node: ts.Node): boolean {
  const list = ts.isPrefixUnaryExpression(node.parent) ? node.parent.parent : node.parent;
  if (!ts.isArrayLiteralExpression(list) || !ts.isCallExpression(list.parent)) return false;
  return /^(?:Uint8|Int32|Float64)Array\.from$/.test(list.parent.expression.getText());
}

/** The names of the clauses in the function that decides. */
function clauseNames(statement: ts.Statement): readonly string[] {
  if (!ts.isFunctionDeclaration(statement) || statement.name?.text !== 'conclude') return [];
  return (statement.body?.statements ?? [])
    .flatMap((each) => (ts.isVariableStatement(each) ? each.declarationList.declarations : []))
    .map(({ name }) => name.getText())
    .filter((name) => /^c\d+$/.test(name));
}

function stringsIn(node: ts.Node): readonly string[] {
  const found = new Set<string>();
  const visit = (each: ts.Node) => {
    if (isTypeOnly(each)) return;
    if (ts.isStringLiteral(each)) found.add(each.text);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return [...found];
}

function isDeclared(node: ts.Identifier): boolean {
  return ts.isVariableDeclaration(node.parent) && node.parent.name === node;
}

function isDeclaredBefore(node: ts.Node, name: string, file: ts.SourceFile): boolean {
  return (
    file.text.slice(0, node.getStart(file)).includes(`const ${name} = (clauses[`) && !isWithin(node, name)
  );
}

function isWithin(node: ts.Node, name: string): boolean {
  for (let each: ts.Node | undefined = node; each !== undefined; each = each.parent)
    if (ts.isVariableDeclaration(each) && each.name.getText() === name) return true;
  return false;
}

/** Two slips may come to one text: the first stands for both. */
function distinct(mutants: readonly Mutant[], text: string): readonly Mutant[] {
  const seen = new Set<string>();
  return mutants.filter((mutant) => {
    if (text.slice(mutant.start, mutant.end) === mutant.replacement) return false;
    const key = `${mutant.start} ${mutant.end} ${mutant.replacement}`;
    return !seen.has(key) && seen.add(key);
  });
}
