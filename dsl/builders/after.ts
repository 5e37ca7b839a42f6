import type { Milestone } from '../vocabulary/milestone.ts';
import { anchorDay, anchorOf, type TimeWindow } from './time-window.ts';

/**
 * Any day after the anchor's own, which is left out.
 * @example
 * after(milestone({ id: 'first-dose', name: 'the first dose' }))
 */
export function after<const Id extends string>(anchor: Milestone<Id>): TimeWindow<`dates.${Id}`> {
  return {
    kind: 'window',
    window: { anchor: anchorOf(anchor), from: anchorDay(false) },
    text: `after ${anchor.name}, that day not included`,
  };
}
