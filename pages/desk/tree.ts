import { isRecord } from '../../compiler/case-files/values.ts';

/** A case as it stands in the form: what is typed half is in it as it was typed, so it may be no case yet. */
export type Tree = Readonly<Record<string, unknown>>;

/** A place in a case, as `['drugs', 2, 'from']`. */
export type Path = readonly (string | number)[];

/** A place as one text: what identifies its field. */
export function keyOf(path: Path): string {
  return path.join('/');
}

/** What stands at a place; undefined where nothing does. */
export function valueAt(tree: unknown, path: Path): unknown {
  let value = tree;
  for (const part of path) {
    if (Array.isArray(value)) value = value[Number(part)];
    else if (isRecord(value) && Object.hasOwn(value, part)) value = value[part];
    else return undefined;
  }
  return value;
}

/** The tree with a value at a place, or without one: an object that holds nothing more goes, save an entry of a list. */
export function withValue(tree: Tree, path: Path, value: unknown): Tree {
  const changed = changedAt(tree, path, value);
  return isRecord(changed) ? changed : {};
}

function changedAt(node: unknown, path: Path, value: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (typeof part === 'number') {
    const list: readonly unknown[] = Array.isArray(node) ? node : [];
    const entry = changedAt(list[part], rest, value);
    if (rest.length === 0 && value === undefined) {
      const others = list.filter((_, index) => index !== part);
      return others.length === 0 ? undefined : others;
    }
    const kept = entry === undefined ? {} : entry;
    return part < list.length ? list.map((old, index) => (index === part ? kept : old)) : [...list, kept];
  }
  const object = isRecord(node) ? node : {};
  const inner = changedAt(object[part], rest, value);
  const { [part]: _old, ...others } = object;
  if (inner === undefined) return Object.keys(others).length === 0 ? undefined : others;
  return Object.hasOwn(object, part)
    ? Object.fromEntries(Object.entries(object).map(([key, old]) => [key, key === part ? inner : old]))
    : { ...object, [part]: inner };
}

/** The entries of a list; none where there is none. */
export function listAt(tree: unknown, path: Path): readonly unknown[] {
  const value = valueAt(tree, path);
  return Array.isArray(value) ? value : [];
}
