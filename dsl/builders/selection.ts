import type { Selection } from '../kernel/expression.ts';
import type { EventSelection } from '../member.ts';
import { Refused } from '../refusal.ts';
import type { KernelBounds } from './bounds.ts';
import type { TimeWindow } from './time-window.ts';

/** Which entries of a history count: the circumstances that they must have or lack, and when. */
export interface Which<Circumstance extends string, Facts extends string> {
  readonly having?: readonly Circumstance[];
  readonly lacking?: readonly Circumstance[];
  readonly within?: TimeWindow<Facts>;
}

/**
 * The entries that a criterion is about.
 * @throws Refused where a circumstance is none of an event's, or is asked for and against.
 */
export function selectionOf(
  events: readonly EventSelection[],
  { having = [], lacking = [], within }: Which<string, string>,
  bounds?: KernelBounds,
): Selection {
  const twice = having.find((id) => lacking.includes(id));
  if (twice !== undefined) {
    throw new Refused(
      'circumstance-both',
      `'${twice}' is asked for and against.`,
      'Leave one of the two out.',
    );
  }
  for (const id of [...having, ...lacking]) {
    const stray = events.find(({ conditions }) => conditions.every((condition) => condition.id !== id));
    if (stray === undefined) continue;
    throw new Refused(
      'circumstance',
      `'${stray.id}' has no circumstance '${id}'.`,
      `Declare it with the event: conditions: { ${id}: '...' }.`,
    );
  }
  return {
    events: events.map(({ id }) => id),
    ...bounds,
    conditions: Object.fromEntries([
      ...having.map((id) => [id, true] as const),
      ...lacking.map((id) => [id, false] as const),
    ]),
    ...(within === undefined ? {} : { window: within.window }),
    grade: 'plain',
  };
}

/** The circumstances as they print behind a name: ` (fasting; not in person)`; nothing where there are none. */
export function circumstanceText(
  events: readonly EventSelection[],
  { having = [], lacking = [] }: Which<string, string>,
): string {
  const name = (id: string) =>
    events.flatMap(({ conditions }) => conditions).find((condition) => condition.id === id)?.name ?? id;
  const words = [...having.map(name), ...lacking.map((id) => `not ${name(id)}`)];
  return words.length === 0 ? '' : ` (${words.join('; ')})`;
}

/** The window as it prints behind a criterion; nothing where there is none. */
export function windowText(within: TimeWindow<string> | undefined, verb = ''): string {
  return within === undefined ? '' : `, ${verb}${within.text}`;
}

/**
 * A count that a criterion asks for.
 * @throws Refused where it is no whole number above 0.
 */
export function counted(count: number): number {
  if (!Number.isInteger(count) || count < 1) {
    throw new Refused('count', `A count of ${count}.`, 'Ask for a whole number from 1 on.');
  }
  return count;
}
