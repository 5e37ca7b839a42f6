import type { CaseRecord, EventEntry } from '../../dsl/kernel/case.ts';
import { randomTables } from './random-vocabulary.ts';

/** A random case whose events have such values and circumstances as their kind has: what the schema of cases lets through. */
export function fitting({ events, ...rest }: CaseRecord): CaseRecord {
  return { ...rest, ...(events === undefined ? {} : { events: events.map(measured) }) };
}

function measured({ value, unit, conditions, ...rest }: EventEntry): EventEntry {
  const row = randomTables.events.find(({ id }) => id === rest.event);
  const units = row?.units ?? [];
  const told = Object.entries(conditions ?? {}).filter(([id]) =>
    row?.conditions.some((each) => each.id === id),
  );
  return {
    ...rest,
    ...(told.length === 0 ? {} : { conditions: Object.fromEntries(told) }),
    ...(units.length === 0 || value === undefined ? {} : { value }),
    ...(unit !== undefined && units.some((each) => each.unit === unit) ? { unit } : {}),
  };
}
