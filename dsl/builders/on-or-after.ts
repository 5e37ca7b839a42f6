import type { Milestone } from '../vocabulary/milestone.ts';
import { anchorDay, anchorOf, type TimeWindow } from './time-window.ts';

/**
 * The anchor's own day, and any day after it.
 * @example
 * onOrAfter(milestone({ id: 'first-dose', name: 'the first dose' }))
 */
export function onOrAfter<const Id extends string>(anchor: Milestone<Id>): TimeWindow<`dates.${Id}`> {
  return {
    kind: 'window',
    window: { anchor: anchorOf(anchor), from: anchorDay(true) },
    text: `on or after the day of ${anchor.name}`,
  };
}
