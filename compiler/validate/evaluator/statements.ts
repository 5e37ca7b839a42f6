import { ts } from 'ts-morph';
import { no, yes, type Term } from '../../logic/term.ts';
import { possible } from './access.ts';
import { disj, neg } from './formula.ts';
import type { Machine } from './machine.ts';
import { binary, strictlyEqual, truthOf } from './operators.ts';
import { along, between, cell, read, settled, union } from './path.ts';
import { bind } from './pattern.ts';
import { unreadable } from './read.ts';
import { inner } from './scope.ts';
import {
  bitOf,
  bitsValue,
  casesOf,
  gather,
  isPlain,
  type Code,
  type Path,
  type Scope,
  type Value,
} from './value.ts';

/** What a function has given back so far, and on which paths. */
interface Frame {
  readonly returns: { readonly path: Path; readonly value: Value }[];
  /** Of the innermost loop: where it was left, and where its round was. */
  readonly loop: { readonly breaks: Path[]; readonly continues: Path[] } | undefined;
}

/** The most rounds that a loop is followed whose end a fact decides. */
const mostRounds = 200;

/** What a call gives back. Of conditions that are open both ways are gone, and what each writes is kept apart. */
export function runFunction(
  machine: Machine,
  { node, scope }: Code,
  values: readonly Value[],
  path: Path,
): Value {
  const own = inner(scope);
  node.parameters.forEach((parameter, place) => {
    if (parameter.dotDotDotToken !== undefined) throw unreadable(parameter, 'rest parameters');
    bind(machine, parameter.name, values[place], parameter.initializer, own, path);
  });
  if (node.body === undefined) throw unreadable(node, 'a function without a body');
  if (!ts.isBlock(node.body)) return machine.evaluate(node.body, own, path);
  const frame: Frame = { returns: [], loop: undefined };
  const end = block(machine, node.body.statements, own, path, frame);
  const given = frame.returns.map((each) => ({ when: between(each.path, path), value: each.value }));
  return gather(end === undefined ? given : [...given, { when: between(end, path), value: undefined }]);
}

/** Where the text goes on after statements; nowhere where each way ends. */
function block(
  machine: Machine,
  statements: readonly ts.Statement[],
  scope: Scope,
  path: Path,
  frame: Frame,
): Path | undefined {
  let at: Path | undefined = path;
  for (const statement of statements) {
    if (at === undefined) return undefined;
    at = execute(machine, statement, scope, at, frame);
  }
  return at;
}

function execute(
  machine: Machine,
  statement: ts.Statement,
  scope: Scope,
  path: Path,
  frame: Frame,
): Path | undefined {
  if (ts.isExpressionStatement(statement)) {
    machine.evaluate(statement.expression, scope, path);
    return path;
  }
  if (ts.isVariableStatement(statement)) {
    declare(machine, statement.declarationList, scope, path);
    return path;
  }
  if (ts.isEmptyStatement(statement)) return path;
  if (ts.isBlock(statement)) return block(machine, statement.statements, inner(scope), path, frame);
  if (ts.isReturnStatement(statement)) {
    const value =
      statement.expression === undefined ? undefined : machine.evaluate(statement.expression, scope, path);
    frame.returns.push({ path, value });
    return undefined;
  }
  if (ts.isIfStatement(statement)) return branch(machine, statement, scope, path, frame);
  if (ts.isForStatement(statement)) return forLoop(machine, statement, scope, path, frame);
  if (ts.isForOfStatement(statement)) return forOf(machine, statement, scope, path, frame);
  if (ts.isSwitchStatement(statement)) return select(machine, statement, scope, path, frame);
  if (ts.isContinueStatement(statement) && statement.label === undefined && frame.loop !== undefined) {
    frame.loop.continues.push(path);
    return undefined;
  }
  if (ts.isBreakStatement(statement) && statement.label === undefined && frame.loop !== undefined) {
    frame.loop.breaks.push(path);
    return undefined;
  }
  throw unreadable(statement);
}

function declare(machine: Machine, list: ts.VariableDeclarationList, scope: Scope, path: Path): void {
  for (const { name, initializer } of list.declarations) {
    const value = initializer === undefined ? undefined : machine.evaluate(initializer, scope, path);
    bind(machine, name, value, undefined, scope, path);
  }
}

/** Both ways of a condition that is open. */
function fork(
  path: Path,
  condition: Term,
  then: (path: Path) => Path | undefined,
  otherwise: (path: Path) => Path | undefined,
): Path | undefined {
  if (condition === yes) return then(path);
  if (condition === no) return otherwise(path);
  const [first, second] = [along(path, condition), along(path, neg(condition))];
  const [one, two] = [then(first), otherwise(second)];
  if (one === first && two === second) return path;
  return union(
    path,
    [one, two].filter((each) => each !== undefined),
  );
}

function branch(
  machine: Machine,
  statement: ts.IfStatement,
  scope: Scope,
  path: Path,
  frame: Frame,
): Path | undefined {
  const condition = settled(path, truthOf(machine.evaluate(statement.expression, scope, path)));
  const { thenStatement, elseStatement } = statement;
  return fork(
    path,
    condition,
    (then) => execute(machine, thenStatement, inner(scope), then, frame),
    (otherwise) =>
      elseStatement === undefined
        ? otherwise
        : execute(machine, elseStatement, inner(scope), otherwise, frame),
  );
}

/** One round of a loop: where the next one begins. */
function round(
  machine: Machine,
  body: ts.Statement,
  scope: Scope,
  path: Path,
  frame: Frame,
): Path | undefined {
  const loop: Frame['loop'] & object = { breaks: [], continues: [] };
  const before = frame.returns.length;
  const end = execute(machine, body, inner(scope), path, { ...frame, loop });
  const isWhole = loop.breaks.length === 0 && frame.returns.length === before;
  if (isWhole) return path;
  return union(path, end === undefined ? loop.continues : [...loop.continues, end]);
}

/** Where the text goes on after a loop: everywhere but where it gave back from the function. */
function after(path: Path, frame: Frame, before: number): Path | undefined {
  const gone = frame.returns.slice(before).map((each) => between(each.path, path));
  if (gone.length === 0) return path;
  const left = neg(disj(...gone));
  return left === no ? undefined : along(path, left);
}

function forLoop(
  machine: Machine,
  statement: ts.ForStatement,
  outer: Scope,
  path: Path,
  frame: Frame,
): Path | undefined {
  const scope = inner(outer);
  const { initializer, condition, incrementor } = statement;
  if (initializer === undefined || condition === undefined || incrementor === undefined)
    throw unreadable(statement, 'a loop without its three parts');
  if (!ts.isVariableDeclarationList(initializer))
    throw unreadable(initializer, 'a loop that declares nothing');
  declare(machine, initializer, scope, path);
  const before = frame.returns.length;
  if (goesThroughBits(statement)) bitLoop(machine, statement, scope, path, frame);
  else {
    let at: Path | undefined = path;
    for (let rounds = 0; at !== undefined; rounds += 1) {
      const goesOn: Term = settled(at, truthOf(machine.evaluate(condition, scope, at)));
      if (goesOn === no) break;
      if (rounds > mostRounds) throw unreadable(statement, `a loop of more than ${mostRounds} rounds`);
      at = round(machine, statement.statement, scope, along(at, goesOn), frame);
      if (at !== undefined) machine.evaluate(incrementor, scope, at);
    }
  }
  return after(path, frame, before);
}

/** Whether a loop is `for (let rest = ...; rest !== 0; rest &= rest - 1)`: it takes one bit after another. */
function goesThroughBits({ initializer, condition, incrementor, statement }: ts.ForStatement): boolean {
  const text = (node: ts.Node | undefined) => node?.getText().replace(/\s+/g, ' ') ?? '';
  const name = /^let (\w+) = /.exec(text(initializer))?.[1];
  return (
    name !== undefined &&
    text(condition) === `${name} !== 0` &&
    text(incrementor) === `${name} &= ${name} - 1` &&
    !new RegExp(`\\b${name} ([-+*/&|^%]|<<|>>|>>>)?= `).test(text(statement))
  );
}

/** Round by round, one for each bit, run where the bit is set: the lower ones are then gone. */
function bitLoop(machine: Machine, statement: ts.ForStatement, scope: Scope, path: Path, frame: Frame): void {
  const [[name, start] = []] = [...scope.names];
  const first = start?.written.at(-1)?.value;
  if (name === undefined || first === undefined) throw unreadable(statement);
  const bits = bitsOfAll(first, statement);
  let at: Path | undefined = path;
  for (const [place, bit] of bits.entries()) {
    if (at === undefined || bit === no) continue;
    const rest = bits.map((each, other) => (other < place ? no : other === place ? yes : each));
    const here = settled(at, bit);
    if (here === no) continue;
    const there = along(at, here);
    scope.names.set(name, cell(there, bitsValue(rest)));
    const end = round(machine, statement.statement, scope, there, frame);
    at = fork(
      at,
      here,
      (then) => (end === there ? then : end),
      (otherwise) => otherwise,
    );
  }
}

function bitsOfAll(value: Value, node: ts.Node): readonly Term[] {
  const number = binary('|', value, 0);
  if (typeof number === 'number') return Array.from({ length: 32 }, (_, place) => bitOf(number, place));
  if (!isPlain(number) && number.kind === 'bits') return number.bits;
  const cases = casesOf(number);
  return Array.from({ length: 32 }, (_, place) =>
    disj(
      ...cases.map(({ when, value: single }) => {
        if (typeof single !== 'number') throw unreadable(node, 'a loop through the bits of this');
        return bitOf(single, place) === yes ? when : no;
      }),
    ),
  );
}

function forOf(
  machine: Machine,
  statement: ts.ForOfStatement,
  outer: Scope,
  path: Path,
  frame: Frame,
): Path | undefined {
  const { initializer } = statement;
  const [declaration] = ts.isVariableDeclarationList(initializer) ? initializer.declarations : [];
  if (declaration === undefined) throw unreadable(statement, 'a loop that declares nothing');
  const before = frame.returns.length;
  let at: Path | undefined = path;
  for (const { when, value } of entriesOf(
    machine.evaluate(statement.expression, outer, path),
    path,
    statement,
  )) {
    if (at === undefined) break;
    const here = settled(at, when);
    const from: Path = at;
    at = fork(
      from,
      here,
      (then) => {
        const scope = inner(outer);
        bind(machine, declaration.name, value, undefined, scope, then);
        return round(machine, statement.statement, scope, then, frame);
      },
      (otherwise) => otherwise,
    );
  }
  return after(path, frame, before);
}

/** The entries of a list, each with the condition on which it is there. */
function entriesOf(list: Value, path: Path, node: ts.Node): readonly { when: Term; value: Value }[] {
  const cases = possible(list, path);
  const each = cases.map(({ when, value }) => {
    // Of one list that it may be, each entry is there.
    const isList = cases.length === 1 ? yes : when;
    if (isPlain(value)) throw unreadable(node, 'a loop over what is no list');
    if (value.kind === 'guarded') return value.of;
    if (value.kind === 'array') return entriesOf(read(value.items, path), path, node);
    if (value.kind === 'items') return value.of.map((entry) => ({ when: isList, value: entry }));
    throw unreadable(node, `a loop over a ${value.kind}`);
  });
  const [only] = each;
  if (each.length === 1 && only !== undefined) return only;
  const length = Math.max(...each.map((entries) => entries.length));
  return Array.from({ length }, (_, place) => {
    const there = each.flatMap((entries) => entries[place] ?? []);
    return { when: disj(...there.map(({ when }) => when)), value: gather(there) };
  });
}

function select(
  machine: Machine,
  statement: ts.SwitchStatement,
  scope: Scope,
  path: Path,
  frame: Frame,
): Path | undefined {
  const given = machine.evaluate(statement.expression, scope, path);
  const from = (clauses: readonly ts.CaseOrDefaultClause[], at: Path): Path | undefined => {
    const [clause, ...others] = clauses;
    if (clause === undefined) return at;
    const last = clause.statements.at(-1);
    if (last === undefined || !ts.isReturnStatement(last))
      throw unreadable(clause, 'a case that does not return');
    const enter = (there: Path) => block(machine, clause.statements, inner(scope), there, frame);
    if (ts.isDefaultClause(clause)) return enter(at);
    const fits = strictlyEqual(given, machine.evaluate(clause.expression, scope, at));
    return fork(at, settled(at, fits), enter, (otherwise) => from(others, otherwise));
  };
  return from(statement.caseBlock.clauses, path);
}
