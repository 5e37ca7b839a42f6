import { oneLine } from './document.ts';
import type { ExpectedClause } from './expected.ts';
import type { OutlineItem } from './outline.ts';

/** Which item of the text each clause is. */
export interface Matching {
  readonly items: ReadonlyMap<string, OutlineItem>;
  readonly missing: readonly ExpectedClause[];
  readonly extra: readonly OutlineItem[];
}

/**
 * Finds each clause in the text: at its place with its wording; else by a wording that no other has; else at its place;
 * else by its wording. What is left over on either side is missing, or stands there without a clause.
 */
export function match(clauses: readonly ExpectedClause[], printed: readonly OutlineItem[]): Matching {
  const items = new Map<string, OutlineItem>();
  const free = new Set(printed);
  let open = clauses;
  const pair = (
    keyOfClause: (clause: ExpectedClause) => string,
    keyOfItem: (item: OutlineItem) => string,
    isSingle: boolean,
  ) => {
    const byKey = grouped([...free], keyOfItem);
    const wanted = grouped(open, keyOfClause);
    const queues = new Map([...byKey].map(([key, found]) => [key, found.values()]));
    open = open.filter((clause) => {
      const key = keyOfClause(clause);
      if (isSingle && (byKey.get(key)?.length !== 1 || wanted.get(key)?.length !== 1)) return true;
      const item = queues.get(key)?.next().value;
      if (item === undefined) return true;
      free.delete(item);
      items.set(clause.clause.id, item);
      return false;
    });
  };
  const wording = ({ clause }: ExpectedClause) => oneLine(clause.text);
  const text = ({ item }: OutlineItem) => item.text;
  pair(
    (clause) => `${clause.path}\n${wording(clause)}`,
    (item) => `${item.path}\n${text(item)}`,
    false,
  );
  pair(wording, text, true);
  pair(
    ({ path }) => path,
    ({ path }) => path,
    false,
  );
  pair(wording, text, false);
  return { items, missing: open, extra: printed.filter((item) => free.has(item)) };
}

function grouped<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups;
}
