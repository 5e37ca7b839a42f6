import type { Milestone } from '../vocabulary/milestone.ts';
import { anchorDay, anchorOf, type TimeWindow } from './time-window.ts';

/**
 * Any day up to the anchor's own, which is included.
 * @example
 * onOrBefore(milestone({ id: 'first-dose', name: 'the first dose' }))
 */
export function onOrBefore<const Id extends string>(anchor: Milestone<Id>): TimeWindow<`dates.${Id}`> {
  return {
    kind: 'window',
    window: { anchor: anchorOf(anchor), to: anchorDay(true) },
    text: `on or before the day of ${anchor.name}`,
  };
}
