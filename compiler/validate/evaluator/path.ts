import { no, yes, type Term } from '../../logic/term.ts';
import { conj, disj, neg } from './formula.ts';
import { gather, type Cell, type Path, type Value } from './value.ts';

export const root: Path = { parent: undefined, depth: 0, when: yes, known: new Set() };

/** The path on which a further condition holds. */
export function along(parent: Path, when: Term): Path {
  if (when === yes) return parent;
  const known = new Set(parent.known);
  for (const part of partsOf(when, 'and')) {
    known.add(part);
    // Of several of which all but one are known not to hold, that one does.
    const left = partsOf(part, 'or').filter((each) => !known.has(neg(each)));
    const [only] = left;
    if (only !== undefined && left.length === 1) known.add(only);
  }
  return { parent, depth: parent.depth + 1, when, known };
}

function partsOf(term: Term, operator: 'and' | 'or'): readonly Term[] {
  return term.kind === 'application' && term.operator === operator ? term.of : [term];
}

/** A condition as far as the path settles it. */
export function settled({ known }: Path, term: Term): Term {
  if (term.kind === 'constant' || known.has(term)) return term.kind === 'constant' ? term : yes;
  if (known.has(neg(term))) return no;
  if (term.kind !== 'application') return term;
  if (term.operator === 'and') {
    if (term.of.some((part) => known.has(neg(part)))) return no;
    return term.of.every((part) => known.has(part)) ? yes : term;
  }
  if (term.operator !== 'or') return term;
  if (term.of.some((part) => known.has(part))) return yes;
  return term.of.every((part) => known.has(neg(part))) ? no : term;
}

/** What holds on a path beside what holds on one that it goes out from. */
export function between(path: Path, ancestor: Path): Term {
  const conditions: Term[] = [];
  for (let at: Path | undefined = path; at !== undefined && at !== ancestor; at = at.parent)
    conditions.push(at.when);
  return conj(...conditions);
}

/** The path on which one of several that go out from it goes on. */
export function union(from: Path, paths: readonly Path[]): Path | undefined {
  const conditions = paths.map((path) => between(path, from));
  const when = disj(...conditions);
  return paths.length === 0 || when === no ? undefined : along(from, when);
}

function isOn(path: Path, ancestor: Path): boolean {
  let at: Path | undefined = path;
  while (at !== undefined && at.depth > ancestor.depth) at = at.parent;
  return at === ancestor;
}

export function cell(path: Path, value: Value): Cell {
  return { written: [{ path, value }] };
}

/** The value of a cell for who reads it on a path. */
export function read({ written }: Cell, path: Path): Value {
  const seen: { when: Term; value: Value }[] = [];
  let left: Term = yes;
  let merged = false;
  for (let place = written.length - 1; place >= 0; place -= 1) {
    const entry = written[place];
    if (entry === undefined) break;
    if (isOn(path, entry.path)) {
      if (!merged) return entry.value;
      seen.push({ when: left, value: entry.value });
      break;
    }
    const when = settled(path, writtenWhen(entry.path, path));
    if (when === no) continue;
    seen.push({ when: conj(left, when), value: entry.value });
    merged = true;
    left = conj(left, neg(when));
    if (left === no) break;
  }
  const value = gather(seen);
  written.push({ path, value });
  // What was written on paths that go out from this one is merged now.
  compact(written, path);
  return value;
}

/** Writes a value on a path: elsewhere the cell keeps what it had. */
export function write({ written }: Cell, path: Path, value: Value): void {
  written.push({ path, value });
  compact(written, path);
}

/** Takes out what can no longer be read: what was written before on the same path or on one that goes out from it. */
function compact(written: { readonly path: Path; readonly value: Value }[], path: Path): void {
  const last = written.pop();
  if (last === undefined) return;
  while (written.length > 0) {
    const before = written.at(-1);
    if (before === undefined || !isOn(before.path, path)) break;
    written.pop();
  }
  written.push(last);
}

/** When what was written on one path is what one reads on another that does not go out from it. */
function writtenWhen(writer: Path, reader: Path): Term {
  let [one, two]: [Path | undefined, Path | undefined] = [writer, reader];
  const conditions: Term[] = [];
  while (one !== undefined && two !== undefined && one !== two) {
    if (one.depth >= two.depth) {
      conditions.push(one.when);
      one = one.parent;
    } else two = two.parent;
  }
  return conj(...conditions);
}

/** One of two values, as a condition holds. */
export function either(when: Term, then: Value, otherwise: Value): Value {
  if (when === yes) return then;
  if (when === no) return otherwise;
  return gather([
    { when, value: then },
    { when: neg(when), value: otherwise },
  ]);
}
