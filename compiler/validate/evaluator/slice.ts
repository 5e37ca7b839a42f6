import { ts } from 'ts-morph';
import { readModule, unreadable, type Read } from './read.ts';

/** The text of an evaluator without what reads diagnoses, and the places that only that writes. */
export interface Slice {
  readonly text: string;
  readonly places: readonly number[];
}

/**
 * Takes out of `encode` the statements that diagnoses have a part in. What is left names nothing that reads them and
 * nothing that these write, so it says the same whatever the diagnoses are. Throws Unreadable where they can't be told
 * apart.
 */
export function withoutDiagnoses(text: string): Slice {
  const module = readModule(text);
  const encode = module.functions.get('encode');
  if (encode?.body === undefined) throw unreadable(module.source, 'a module without encode');
  const touched = touchedNames(module);
  const gone = encode.body.statements.filter((statement) =>
    names(statement).some((name) => touched.has(name)),
  );
  const places = gone.flatMap((statement) => placeWritten(statement));
  let left = text;
  for (const statement of gone) {
    const [start, end] = [statement.getStart(), statement.getEnd()];
    left = left.slice(0, start) + left.slice(start, end).replace(/[^\n]/g, ' ') + left.slice(end);
  }
  return { text: left, places };
}

/** The names at the top of a module that read diagnoses, or name such, or are written by such. */
function touchedNames(module: Read): ReadonlySet<string> {
  const declarations = new Map<string, ts.Node>([...module.functions, ...module.variables]);
  declarations.delete('encode');
  const mentioned = new Map([...declarations].map(([name, node]) => [name, names(node)]));
  const touched = new Set([...declarations].filter(([, node]) => readsDiagnoses(node)).map(([name]) => name));
  for (let before = -1; before < touched.size;) {
    before = touched.size;
    for (const [name, node] of declarations) {
      if (touched.has(name))
        for (const own of writtenBy(node)) if (module.variables.has(own)) touched.add(own);
      if (mentioned.get(name)?.some((each) => touched.has(each)) === true) touched.add(name);
    }
  }
  return touched;
}

/** The identifiers that a node holds and that are no name of a property. */
function names(node: ts.Node): readonly string[] {
  const found: string[] = [];
  const visit = (part: ts.Node): void => {
    if (ts.isTypeNode(part)) return;
    if (ts.isIdentifier(part) && !(ts.isPropertyAccessExpression(part.parent) && part.parent.name === part))
      found.push(part.text);
    ts.forEachChild(part, visit);
  };
  visit(node);
  return found;
}

function readsDiagnoses(node: ts.Node): boolean {
  let found = false;
  const visit = (part: ts.Node): void => {
    if (ts.isPropertyAccessExpression(part) && part.name.text === 'diagnoses') found = true;
    if (ts.isBindingElement(part) && (part.propertyName ?? part.name).getText() === 'diagnoses') found = true;
    ts.forEachChild(part, visit);
  };
  visit(node);
  return found;
}

/** The names that are assigned to, or in which something is. */
function writtenBy(node: ts.Node): readonly string[] {
  const found: string[] = [];
  const visit = (part: ts.Node): void => {
    if (ts.isBinaryExpression(part) && /^([-+*/%&|^]|<<|>>>?)?=$/.test(part.operatorToken.getText()))
      found.push(/^\w+/.exec(part.left.getText())?.[0] ?? '');
    ts.forEachChild(part, visit);
  };
  visit(node);
  return found;
}

/** The place of `leaves` that a statement writes; none for a call that is given no `leaves`. */
function placeWritten(statement: ts.Statement): readonly number[] {
  const text = statement.getText();
  const place = /^leaves\[(\d+)\] = /.exec(text)?.[1];
  if (place !== undefined) return [Number(place)];
  if (/^\w+\(/.test(text) && !/\bleaves\b/.test(text)) return [];
  throw unreadable(statement, 'a statement in which diagnoses and other facts meet');
}
