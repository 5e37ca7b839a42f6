import type { Leaf } from '../../dsl/kernel/expression.ts';
import { randomTables } from './random-vocabulary.ts';

/** Whether the builders let an author write it: every kind of event has the circumstances and the numbers asked for. */
export function isWritable(leaf: Leaf): boolean {
  if (!('of' in leaf)) return true;
  const { events, conditions, bounds } = leaf.of;
  const rows = randomTables.events.filter(({ id }) => events.includes(id));
  return rows.every(
    (row) =>
      Object.keys(conditions).every((wanted) => row.conditions.some(({ id }) => id === wanted)) &&
      (bounds === undefined || row.units.length > 0),
  );
}
