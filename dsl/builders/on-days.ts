import { Refused } from '../refusal.ts';
import type { Milestone } from '../vocabulary/milestone.ts';
import { quantityText } from '../vocabulary/unit-name.ts';
import { anchorOf, offset, type Span, type TimeWindow } from './time-window.ts';

/** Both ends of a window, after or before its anchor. */
export type OnDays<Id extends string> = { readonly from: Span; readonly to: Span } & (
  | { readonly after: Milestone<Id>; readonly before?: never }
  | { readonly before: Milestone<Id>; readonly after?: never }
);

/**
 * A window with two ends, both days included: from so long after an anchor to so long after it, as from day 31 to day
 * 91 after the start of therapy, or from so long before it to so long before it. The anchor's own day is day 0.
 * @throws Refused where an end is no whole number from 0 on, or the window ends before it begins.
 * @example
 * onDays({ from: days(31), to: days(91), after: milestone({ id: 'therapy-start', name: 'the start of therapy' }) })
 */
export function onDays<const Id extends string>(ends: OnDays<Id>): TimeWindow<`dates.${Id}`> {
  const { from, to } = ends;
  const isAfter = ends.after !== undefined;
  const anchor = isAfter ? ends.after : ends.before;
  const span = ({ value, unit }: Span) => (unit === 'months' ? value * 31 : value);
  const shortest = ({ value, unit }: Span) => (unit === 'months' ? value * 28 : value);
  const backwards =
    from.unit === to.unit
      ? isAfter
        ? from.value > to.value
        : from.value < to.value
      : isAfter
        ? shortest(from) > span(to)
        : span(from) < shortest(to);
  if ([from, to].some(({ value }) => !Number.isInteger(value) || value < 0) || backwards) {
    throw new Refused(
      'window-ends',
      `A window from ${quantityText(from)} to ${quantityText(to)} ${isAfter ? 'after' : 'before'} ${anchor.name}.`,
      'Give whole days or months, the earlier end first.',
    );
  }
  const sign = isAfter ? 1 : -1;
  const side = isAfter ? 'after' : 'before';
  const end = (length: Span) =>
    length.unit === 'days' && length.text === undefined ? `day ${length.value}` : quantityText(length);
  return {
    kind: 'window',
    window: { anchor: anchorOf(anchor), from: offset(from, sign), to: offset(to, sign) },
    text: `from ${end(from)} to ${end(to)} ${side} ${anchor.name}, both days included`,
  };
}
