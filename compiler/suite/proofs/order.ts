import { ts } from 'ts-morph';
import type { DecidingPart } from '../deciding-part.ts';

/** What is known of a value: it is the number of a day, or that with a day added or taken away, or without. */
type Shift = 'none' | 'added' | 'taken';
type Shifts = ReadonlySet<Shift>;

const nothing: Shifts = new Set();
const plain: Shifts = new Set(['none']);

/** The bounds between which the numbers of days must lie: what the text takes for a day before all others and for one after. */
export const beyondAllDays = 0x40000000;

/** A name in a function, or at the top of the module. */
interface Place {
  readonly key: string;
  /** What is put there, wherever that is. */
  readonly sources: readonly ts.Expression[];
}

/**
 * Whether a text uses the numbers that a function makes of days for their order alone: they are kept, handed on, compared
 * with each other and with 0, which is an unknown day, and nothing else; a day is added or taken away only where that means
 * that a bound is left out. So any function that orders days alike, and leaves 0 as it is, makes the same of every case.
 * @param ignored functions of which it is proved that what they return never matters
 */
export function asksOrderAlone(
  file: ts.SourceFile,
  deciding: DecidingPart,
  ofDay: string,
  ignored: readonly string[] = [],
): boolean {
  const names = new Set(deciding.declarations.map(({ name }) => name));
  const starts = new Set(deciding.declarations.map(({ start }) => start));
  const statements = file.statements.filter((statement) => starts.has(statement.getStart(file)));
  const others = statements.filter(
    (statement) =>
      !ts.isFunctionDeclaration(statement) || ![ofDay, ...ignored].includes(statement.name?.text ?? ''),
  );
  const functions = new Map(
    statements.flatMap((statement) =>
      ts.isFunctionDeclaration(statement) && statement.name !== undefined
        ? [[statement.name.text, statement] as const]
        : [],
    ),
  );
  const places = new Map<string, { key: string; sources: ts.Expression[] }>();
  const found = new Map<string, Shifts>();
  let isFine = true;
  // Until nothing more is found to be the number of a day: what the last turn says counts.
  for (let before = -1; before !== sizeOf(found);) {
    before = sizeOf(found);
    isFine = true;
    places.clear();
    others.forEach(visit);
  }
  return isFine && countsWholeMonths(others) && [...places.values()].every(isOfDaysAlone);

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node)) return;
    if (ts.isExpression(node) && !isKey(node)) noteUse(node);
    ts.forEachChild(node, visit);
  }

  /** What a value is, by what it is made of. */
  function shiftsOf(node: ts.Expression): Shifts {
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return shiftsOf(node.expression);
    if (ts.isIdentifier(node)) return union(keysOf(node).map((key) => found.get(key) ?? nothing));
    if (ts.isElementAccessExpression(node)) return shiftsOf(node.expression);
    if (ts.isConditionalExpression(node)) return union([shiftsOf(node.whenTrue), shiftsOf(node.whenFalse)]);
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText(file);
      if (called === ofDay) return plain;
      if (called === 'Math.min' || called === 'Math.max') return union(node.arguments.map(shiftsOf));
      return found.get(`${called}()`) ?? nothing;
    }
    if (!ts.isBinaryExpression(node)) return nothing;
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.EqualsToken:
        return shiftsOf(node.right);
      case ts.SyntaxKind.PlusToken:
        return isNoDays(node.right)
          ? shiftsOf(node.left)
          : new Set(shiftsOf(node.left).size === 0 ? [] : ['added']);
      case ts.SyntaxKind.MinusToken:
        return new Set(shiftsOf(node.left).size === 0 ? [] : ['taken']);
      default:
        return nothing;
    }
  }

  /** Notes where the number of a day goes; anywhere but where its order alone counts, the text asks for more. */
  function noteUse(node: ts.Expression): void {
    const { parent } = node;
    const put = (key: string) => {
      const place = places.get(key) ?? { key, sources: [] };
      place.sources.push(node);
      places.set(key, place);
    };
    if (ts.isVariableDeclaration(parent) && parent.initializer === node && ts.isIdentifier(parent.name))
      return hand(keysOf(parent.name), put, node);
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      if (parent.left === node) return;
      const owner = ownerOf(parent.left);
      if (owner !== undefined) return hand(keysOf(owner), put, node);
    }
    if (ts.isReturnStatement(parent) && isOwnReturn(parent)) {
      const name = functionAround(parent);
      if (name !== undefined) return hand([`${name}()`], put, node);
    }
    if (ts.isCallExpression(parent) && parent.expression !== node && ts.isIdentifier(parent.expression)) {
      const name = parent.expression.text;
      if (ignored.includes(name)) return;
      const parameter = functions.get(name)?.parameters[parent.arguments.indexOf(node)]?.name;
      if (name !== ofDay && parameter !== undefined && ts.isIdentifier(parameter))
        return hand([`${name}/${parameter.text}`], put, node);
    }
    const shifts = shiftsOf(node);
    if (shifts.size > 0 && !isFineIn(parent, node, shifts)) isFine = false;
  }

  function hand(keys: readonly string[], put: (key: string) => void, value: ts.Expression): void {
    for (const key of keys) {
      put(key);
      const shifts = union([found.get(key) ?? nothing, shiftsOf(value)]);
      if (shifts.size > 0) found.set(key, shifts);
    }
  }

  function isFineIn(parent: ts.Node, node: ts.Expression, shifts: Shifts): boolean {
    if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return true;
    if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.name === node;
    if (ts.isExpressionStatement(parent)) return true;
    if (ts.isConditionalExpression(parent))
      return parent.condition !== node && [parent.whenTrue, parent.whenFalse].every(isOfDays);
    if (ts.isElementAccessExpression(parent)) return parent.expression === node;
    if (ts.isPropertyAccessExpression(parent)) return parent.name.text === 'length';
    if (ts.isCallExpression(parent))
      return (
        /^Math\.(?:min|max)$/.test(parent.expression.getText(file)) &&
        parent.arguments.every((each) => sameShifts(shiftsOf(each), plain))
      );
    if (!ts.isBinaryExpression(parent)) return false;
    const { left, right, operatorToken } = parent;
    switch (operatorToken.kind) {
      case ts.SyntaxKind.PlusToken:
        return left === node && sameShifts(shifts, plain) && (isOneOrNone(right) || isNoDays(right));
      case ts.SyntaxKind.MinusToken:
        return left === node && sameShifts(shifts, plain) && isOneOrNone(right);
      default:
        return isComparison(operatorToken.getText(file), left, right);
    }
  }

  function isComparison(operator: string, left: ts.Expression, right: ts.Expression): boolean {
    const [first, second] = [shiftsOf(left), shiftsOf(right)];
    if (/^[!=]==$/.test(operator) && isZero(right)) return sameShifts(first, plain);
    if (first.size === 0 || second.size === 0) return false;
    return [...first].every((one) => [...second].every((other) => isOrder(operator, one, other)));
  }

  /** Of days added in `sideDay` there are none, for `countsWholeMonths` sees to that. */
  function isNoDays(node: ts.Expression): boolean {
    return ts.isIdentifier(node) && node.text === 'count' && functionAround(node) === 'sideDay';
  }

  /** Whether all that is put in a place where the numbers of days are is one, or stands for no day or for one beyond all. */
  function isOfDaysAlone({ key, sources }: Place): boolean {
    if (!found.has(key)) return true;
    return sources.every(
      (source) => isOfDays(source) || /^new Int32Array\(\w+\)$/.test(source.getText(file)),
    );
  }

  function isOfDays(node: ts.Expression): boolean {
    return shiftsOf(node).size > 0 || /^(?:0|-?0x40000000)$/.test(node.getText(file));
  }

  /** The keys of a name: that of its function, and that at the top of the module, for one may hide the other. */
  function keysOf(node: ts.Identifier): readonly string[] {
    const around = functionAround(node);
    return [
      ...(around === undefined ? [] : [`${around}/${node.text}`]),
      ...(names.has(node.text) ? [node.text] : []),
    ];
  }

  function ownerOf(target: ts.Expression): ts.Identifier | undefined {
    if (ts.isIdentifier(target)) return target;
    return ts.isElementAccessExpression(target) && ts.isIdentifier(target.expression)
      ? target.expression
      : undefined;
  }
}

function sizeOf(found: ReadonlyMap<string, Shifts>): number {
  return [...found.values()].reduce((sum, shifts) => sum + shifts.size, 0);
}

function union(of: readonly Shifts[]): Shifts {
  return new Set(of.flatMap((each) => [...each]));
}

function sameShifts(first: Shifts, second: Shifts): boolean {
  return first.size === second.size && [...first].every((each) => second.has(each));
}

/** Whether a comparison of two days, of which one may have been moved by a day, is one of their order. */
function isOrder(operator: string, one: Shift, other: Shift): boolean {
  if (one === 'none' && other === 'none') return /^(?:[<>]=?|[!=]==)$/.test(operator);
  if (one === 'none') return other === 'added' ? /^(?:>=|<)$/.test(operator) : /^(?:<=|>)$/.test(operator);
  if (other !== 'none') return false;
  return one === 'added' ? /^(?:<=|>)$/.test(operator) : /^(?:>=|<)$/.test(operator);
}

function isZero(node: ts.Expression): boolean {
  return ts.isNumericLiteral(node) && node.text === '0';
}

/** The name of a property is no value. */
function isKey(node: ts.Expression): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}

/** As `(inclusive ? 0 : 1)`. */
function isOneOrNone(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isOneOrNone(node.expression);
  if (ts.isConditionalExpression(node)) return isOneOrNone(node.whenTrue) && isOneOrNone(node.whenFalse);
  return ts.isNumericLiteral(node) && /^[01]$/.test(node.text);
}

/** Whether every side of a window is counted in months, or is its anchor itself. */
function countsWholeMonths(statements: readonly ts.Node[]): boolean {
  let isSo = true;
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const values = new Map(
        node.properties.flatMap((each) =>
          ts.isPropertyAssignment(each) ? [[each.name.getText(), each.initializer.getText()] as const] : [],
        ),
      );
      if (values.has('count') && values.get('months') !== 'true' && values.get('count') !== '0') isSo = false;
    }
    ts.forEachChild(node, visit);
  };
  statements.forEach(visit);
  return isSo;
}

/** Whether what is returned is returned by a function at the top of the module, and not by one within it. */
function isOwnReturn(node: ts.ReturnStatement): boolean {
  for (let each: ts.Node = node.parent; ; each = each.parent) {
    if (ts.isFunctionDeclaration(each)) return ts.isSourceFile(each.parent);
    if (ts.isFunctionLike(each) || ts.isSourceFile(each)) return false;
  }
}

/** The name of the function at the top of the module that holds a node. */
function functionAround(node: ts.Node): string | undefined {
  for (let each: ts.Node | undefined = node; each !== undefined; each = each.parent)
    if (ts.isFunctionDeclaration(each)) return each.name?.text;
  return undefined;
}
