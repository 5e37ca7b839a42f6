import type { Milestone } from '../vocabulary/milestone.ts';
import { anchorDay, anchorOf, type TimeWindow } from './time-window.ts';

/**
 * Any day before the anchor's own, which is left out.
 * @example
 * before(milestone({ id: 'first-dose', name: 'the first dose' }))
 */
export function before<const Id extends string>(anchor: Milestone<Id>): TimeWindow<`dates.${Id}`> {
  return {
    kind: 'window',
    window: { anchor: anchorOf(anchor), to: anchorDay(false) },
    text: `before ${anchor.name}, that day not included`,
  };
}
