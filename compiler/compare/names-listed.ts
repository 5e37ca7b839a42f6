import type { Expression } from '../../dsl/kernel/expression.ts';
import { leavesOf } from '../../dsl/kernel/facts.ts';
import type { Tables } from '../../dsl/kernel/kernel.ts';

/** The names that an expression lists, as agents, products, diagnoses or events: those a reader would look for in its text. */
export function namesListed(expression: Expression, tables: Tables): ReadonlySet<string> {
  const names = new Map(
    [
      ...Object.values(tables).flat(),
      ...tables.axes.flatMap(({ states }) => states),
      ...tables.attributes.flatMap(({ values }) => values),
    ].map(({ id, name }) => [id, name] as const),
  );
  return new Set(
    leavesOf(expression)
      .flatMap(listsOf)
      .map((id) => names.get(id) ?? id),
  );
}

/** Every list of ids in a question. */
function listsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    const parts: readonly unknown[] = value;
    return parts.flatMap((part) => (typeof part === 'string' ? [part] : listsOf(part)));
  }
  return Object.entries(value).flatMap(([key, part]) =>
    ['reasons', 'binds', 'shownBy'].includes(key) ? [] : listsOf(part),
  );
}
