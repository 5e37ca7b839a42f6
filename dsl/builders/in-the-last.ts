import { Refused } from '../refusal.ts';
import type { Milestone } from '../vocabulary/milestone.ts';
import { quantityText } from '../vocabulary/unit-name.ts';
import {
  anchorDay,
  anchorName,
  anchorOf,
  offset,
  type LengthIn,
  type Span,
  type TimeWindow,
} from './time-window.ts';

/**
 * A look-back: from so long before the anchor to the anchor, both days included. Without a milestone the anchor is the
 * date of service. Months are calendar months; a day that a month lacks is its last.
 * @throws Refused where the length is no whole number above 0.
 * @example
 * inTheLast(months(6), milestone({ id: 'order', name: 'the order' }))
 */
export function inTheLast<const Unit extends string, const Id extends string = never>(
  given: LengthIn<Unit>,
  anchor?: Milestone<Id>,
): TimeWindow<NoInfer<[Id] extends [never] ? never : `dates.${Id}`>> {
  // Past the call the refusal has done its work: the length is in days or months.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  const length = given as Span;
  if (!Number.isInteger(length.value) || length.value < 1) {
    throw new Refused(
      'window-length',
      `A window of ${quantityText(length)}.`,
      'Give whole days or months, from 1 on.',
    );
  }
  const name = anchorName(anchor);
  return {
    kind: 'window',
    window: { anchor: anchorOf(anchor), from: offset(length, -1), to: anchorDay(true) },
    text: `from ${quantityText(length)} before ${name} to ${name}, both days included`,
  };
}
