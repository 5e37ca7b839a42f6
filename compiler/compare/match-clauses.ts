import type { Clause, Kernel } from '../../dsl/kernel/kernel.ts';
import type { Structures } from './structure.ts';

/** A clause of the older version and the one of the newer that it became; one of them alone is gone, or new. */
export interface ClausePair {
  readonly older?: Clause;
  readonly newer?: Clause;
}

/** The clauses of two versions, put together. */
export interface ClauseMatch {
  /** In the order in which the newer version prints, those that are gone behind the ones before which they stood. */
  readonly pairs: readonly ClausePair[];
  /** The newer clause's id by the older's, for those that go on. */
  readonly newerId: ReadonlyMap<string, string>;
}

/** How alike two clauses with different ids are read as one that was renamed: by the words that they share. */
const alike = 0.7;
/** The last key of an id, where it stays the same, says that much. */
const sameKey = 0.3;

/**
 * Finds what became of each clause: first by its permanent id, which a moved number leaves as it is; then by the same
 * criterion under another id; then by similar wording in the same section, the most similar first.
 */
export function matchClauses(older: Kernel, newer: Kernel, structures: Structures): ClauseMatch {
  const newerById = new Map(newer.clauses.map((clause) => [clause.id, clause]));
  const newerId = new Map<string, string>();
  const taken = new Set<string>();
  const match = (from: Clause, to: Clause) => {
    newerId.set(from.id, to.id);
    taken.add(to.id);
  };
  for (const clause of older.clauses) {
    const same = newerById.get(clause.id);
    if (same !== undefined) match(clause, same);
  }
  const leftOlder = () => inPrintedOrder(older).filter(({ id }) => !newerId.has(id));
  const leftNewer = () => inPrintedOrder(newer).filter(({ id }) => !taken.has(id));
  const matchLeft = (likeness: (from: Clause, to: Clause) => number) => {
    const candidates = leftOlder().flatMap((from) =>
      leftNewer()
        .filter(({ section }) => section === from.section)
        .map((to) => ({ from, to, score: likeness(from, to) })),
    );
    const ranked = candidates
      .filter(({ score }) => score > 0)
      .sort((first, second) => second.score - first.score);
    for (const { from, to } of ranked) if (!newerId.has(from.id) && !taken.has(to.id)) match(from, to);
  };
  matchLeft((from, to) =>
    structures.ofClause(older, from.id) === structures.ofClause(newer, to.id) ? 1 + likenessOf(from, to) : 0,
  );
  matchLeft((from, to) => {
    const likeness = likenessOf(from, to);
    return likeness >= alike ? likeness : 0;
  });
  return { pairs: pairsOf(older, newer, newerId), newerId };
}

/** How much of the words of two clauses is shared, from 0 to 1, and more where they have one key. */
function likenessOf(from: Clause, to: Clause): number {
  const [first, second] = [wordsOf(from.text), wordsOf(to.text)];
  const shared = [...first].filter((word) => second.has(word)).length;
  const total = first.size + second.size;
  return (total === 0 ? 0 : (2 * shared) / total) + (keyOf(from.id) === keyOf(to.id) ? sameKey : 0);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? []);
}

function keyOf(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

function pairsOf(older: Kernel, newer: Kernel, newerId: ReadonlyMap<string, string>): readonly ClausePair[] {
  const olderOf = new Map([...newerId].map(([from, to]) => [to, from]));
  const olderById = new Map(older.clauses.map((clause) => [clause.id, clause]));
  // What is gone stands behind the last clause before it that goes on.
  const gone = new Map<string, Clause[]>();
  let last = '';
  for (const clause of inPrintedOrder(older)) {
    const to = newerId.get(clause.id);
    if (to === undefined) gone.set(last, [...(gone.get(last) ?? []), clause]);
    else last = to;
  }
  const goneBehind = (id: string) => (gone.get(id) ?? []).map((clause): ClausePair => ({ older: clause }));
  return [
    ...goneBehind(''),
    ...inPrintedOrder(newer).flatMap((clause): readonly ClausePair[] => {
      const from = olderById.get(olderOf.get(clause.id) ?? '');
      return [
        from === undefined ? { newer: clause } : { older: from, newer: clause },
        ...goneBehind(clause.id),
      ];
    }),
  ];
}

function inPrintedOrder({ clauses, printed }: Kernel): readonly Clause[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  return printed.flatMap((id) => byId.get(id) ?? []);
}
