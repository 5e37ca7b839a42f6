import { addDays, addMonths } from './calendar.ts';
import type { CaseRecord } from './case.ts';
import type { Anchor, Bounds, Offset, Window } from './expression.ts';
import { met, notMet, unknown, type Verdict } from './truth.ts';

/** The days between which something happened, both included; a side that is left out is open. */
export interface Days {
  readonly earliest?: string;
  readonly latest?: string;
}

/** The day of an anchor, where the case tells it. */
export function anchorDay(anchor: Anchor, { request, dates }: CaseRecord): string | undefined {
  return anchor === 'dateOfService' ? request.dateOfService : dates?.[anchor.slice('dates.'.length)];
}

/** The first and the last day of a window; none where its anchor is unknown. A side that is open is left out. */
export function daysOf({ anchor, from, to }: Window, record: CaseRecord): Days | undefined {
  const day = anchorDay(anchor, record);
  if (day === undefined) return undefined;
  return {
    ...(from === undefined ? {} : { earliest: addDays(shifted(day, from), from.inclusive ? 0 : 1) }),
    ...(to === undefined ? {} : { latest: addDays(shifted(day, to), to.inclusive ? 0 : -1) }),
  };
}

/** Whether what happened within some days lies in a window: surely, surely not, or as the day turns out. */
export function isWithin(
  window: Window | undefined,
  { earliest, latest }: Days,
  record: CaseRecord,
): Verdict {
  if (window === undefined || (window.from === undefined && window.to === undefined)) return met;
  const days = daysOf(window, record);
  if (days === undefined) return unknown;
  const [from, to] = [days.earliest ?? '', days.latest ?? '~'];
  if ((latest !== undefined && latest < from) || (earliest !== undefined && earliest > to)) return notMet;
  return earliest !== undefined && latest !== undefined && earliest >= from && latest <= to ? met : unknown;
}

/** Whether a number keeps within bounds. */
export function isInBounds(value: number, { least, above, most, below }: Bounds): boolean {
  return (
    (least === undefined || value >= least) &&
    (above === undefined || value > above) &&
    (most === undefined || value <= most) &&
    (below === undefined || value < below)
  );
}

function shifted(day: string, { count, unit }: Offset): string {
  return unit === 'days' ? addDays(day, count) : addMonths(day, count);
}
