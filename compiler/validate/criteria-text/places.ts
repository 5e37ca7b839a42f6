import { named, type Difference } from './difference.ts';
import { oneLine } from './document.ts';
import type { ExpectedClause } from './expected.ts';
import { stopsCounting } from './marks.ts';
import type { Matching } from './match.ts';
import type { OutlineItem } from './outline.ts';

/**
 * Whether each clause prints once, under its number, below its parent and in its order. `unprinted` is the root of a
 * section that prints nowhere itself.
 */
export function comparePlaces(
  clauses: readonly ExpectedClause[],
  { items, missing, extra }: Matching,
  unprinted: ExpectedClause | undefined,
): readonly Difference[] {
  const byId = new Map(clauses.map((expected) => [expected.clause.id, expected]));
  const clauseOf = new Map([...items].map(([id, item]) => [item, byId.get(id)]));
  const above = ({ parent }: OutlineItem) => (parent === undefined ? undefined : clauseOf.get(parent));
  const misplaced = clauses.flatMap((expected) => {
    const item = items.get(expected.clause.id);
    return item === undefined ? [] : comparePlace(expected, item, above(item), byId);
  });
  const wrong = new Set(misplaced.map(({ clause }) => clause));
  const orders = [...clauses, ...(unprinted === undefined ? [] : [unprinted])].flatMap((expected) =>
    compareOrder(
      expected,
      expected.parts.filter((id) => !wrong.has(id)),
      items,
    ),
  );
  return [
    ...missing.map((expected) => missingClause(expected)),
    ...extra.map((item) => extraItem(item, above(item) ?? unprinted ?? clauses[0])),
    ...misplaced,
    ...orders,
    ...(missing.length + extra.length + misplaced.length + orders.length === 0
      ? compareMarks(clauses, items)
      : []),
  ];
}

function print({ clause }: ExpectedClause, message: string): Difference {
  return { clause: clause.id, number: named(clause), about: 'print', message };
}

function missingClause(expected: ExpectedClause): Difference {
  const { clause } = expected;
  return print(
    expected,
    oneLine(clause.text) === ''
      ? `${named(clause)} has no words, so that it prints nowhere.`
      : `${named(clause)} is missing: "${clause.text}" is not printed.`,
  );
}

function extraItem({ item }: OutlineItem, above: ExpectedClause | undefined): Difference {
  const message = `Line ${item.line} prints "${item.mark === '' ? '' : `${item.mark} `}${item.text}", which is no clause, or is one that stands elsewhere already.`;
  return above === undefined
    ? { clause: 'indication', number: "'indication'", about: 'print', message }
    : print(above, message);
}

function comparePlace(
  expected: ExpectedClause,
  { item }: OutlineItem,
  above: ExpectedClause | undefined,
  byId: ReadonlyMap<string, ExpectedClause>,
): readonly Difference[] {
  const { clause, mark } = expected;
  const parent = expected.parent === undefined ? undefined : byId.get(expected.parent);
  if (above?.clause.id !== parent?.clause.id) {
    const place = (other: ExpectedClause | undefined) =>
      other === undefined ? 'at the head of a section' : `below ${named(other.clause)}`;
    return [
      print(
        expected,
        `${named(clause)} prints ${place(above)} in line ${item.line}, and belongs ${place(parent)}.`,
      ),
    ];
  }
  // A number that is the id as well may be a bullet's or, where a key is called as its mark, a number.
  const last = `${clause.number.split('.').at(-1) ?? ''}.`;
  if (item.mark === mark || (mark === '-' && item.mark === last)) return [];
  return [
    print(
      expected,
      `${named(clause)} prints as "${item.mark}" in line ${item.line}, and its number asks for "${mark}".`,
    ),
  ];
}

/** The items of one list stand in the order of its clauses. */
function compareOrder(
  expected: ExpectedClause,
  parts: readonly string[],
  items: ReadonlyMap<string, OutlineItem>,
): readonly Difference[] {
  const lines = parts.flatMap((id) => {
    const item = items.get(id);
    return item === undefined ? [] : [{ id, line: item.item.line }];
  });
  const late = lines.find(({ line }, index) => line < (lines[index - 1]?.line ?? 0));
  if (late === undefined) return [];
  const before = lines[lines.indexOf(late) - 1];
  return [
    print(
      expected,
      `${named(expected.clause)} prints its items in another order: '${late.id}' stands before '${before?.id ?? ''}'.`,
    ),
  ];
}

/** The marks of one list count on, by the reader's own counting. */
function compareMarks(
  clauses: readonly ExpectedClause[],
  items: ReadonlyMap<string, OutlineItem>,
): readonly Difference[] {
  return clauses.flatMap((expected) => {
    const marks = items.get(expected.clause.id)?.item.items.map(({ mark }) => mark) ?? [];
    const at = stopsCounting(marks);
    if (at === undefined) return [];
    return [
      print(
        expected,
        `The items below ${named(expected.clause)} do not count on: ${at === 0 ? '' : `behind "${marks[at - 1] ?? ''}" `}stands "${marks[at] ?? ''}".`,
      ),
    ];
  });
}
