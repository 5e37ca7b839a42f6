import type { Clause, Kernel } from '../../../dsl/kernel/kernel.ts';

/** A clause of the kernel, and where it should print. */
export interface ExpectedClause {
  readonly clause: Clause;
  /** The clause that it prints below; absent at the head of a section. */
  readonly parent?: string;
  /** As it should stand before its wording: `A.`, `-`; empty for a heading. */
  readonly mark: string;
  /** Marks from the head of its section on, bullets by their place: `reauthorization/1.`. No two clauses share one. */
  readonly path: string;
  /** The clauses that print below it, in their order. */
  readonly parts: readonly string[];
}

/** The clauses that print as an outline, in printed order: all but the exclusions, which print by name. */
export function expectedClauses(
  { printed: ids }: Kernel,
  clauses: ReadonlyMap<string, Clause>,
): readonly ExpectedClause[] {
  const printed = ids.flatMap((id) => clauses.get(id) ?? []);
  const parts = new Map<string, string[]>();
  const expected: ExpectedClause[] = [];
  const paths = new Map<string, string>();
  const hasSeveral = hasSeveralUses(clauses);
  for (const clause of printed) {
    if (clause.section === 'exclusions') continue;
    const parent = parentOf(clause, clauses);
    const below: string[] = [];
    parts.set(clause.id, below);
    const siblings = parent === undefined ? undefined : parts.get(parent.id);
    siblings?.push(clause.id);
    const place = siblings?.length ?? 1;
    const isHead = parent === undefined || (hasSeveral && parent.id === 'indication');
    const mark = isHead ? '' : markOf(clause, parent);
    const step = mark === '' || mark === '-' ? `${mark}${place}` : mark;
    const path = parent === undefined ? clause.id : `${paths.get(parent.id) ?? ''}/${step}`;
    paths.set(clause.id, path);
    expected.push({
      clause,
      ...(parent === undefined ? {} : { parent: parent.id }),
      mark,
      path,
      parts: below,
    });
  }
  return expected;
}

/** Whether the medical necessity section has a heading for each of several uses, so that its own root prints nowhere. */
export function hasSeveralUses(clauses: ReadonlyMap<string, Clause>): boolean {
  const root = clauses.get('indication');
  // The run-in heading of a single use opens the wording of the root: `Multiple Sclerosis. Individual meets ...`.
  return root !== undefined && !root.text.startsWith(`${root.number}. `);
}

function parentOf({ id, section }: Clause, clauses: ReadonlyMap<string, Clause>): Clause | undefined {
  const end = id.lastIndexOf('.');
  const above = end === -1 ? undefined : clauses.get(id.slice(0, end));
  if (above?.section === section) return above;
  return section === 'medicalNecessity' && id !== 'indication' ? clauses.get('indication') : undefined;
}

/** A bullet counts nothing: its number is its id. */
function markOf({ id, number }: Clause, parent: Clause): string {
  if (number === id) return '-';
  const isTop = parent.id === 'indication';
  const opens = `${parent.number}.`;
  const label = !isTop && number.startsWith(opens) ? number.slice(opens.length) : number;
  return `${label}.`;
}
