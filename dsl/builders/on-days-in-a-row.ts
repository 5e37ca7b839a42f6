import { recorded, type Criterion } from '../member.ts';
import type { Window } from '../kernel/expression.ts';
import { Refused } from '../refusal.ts';
import { phrase } from '../text.ts';
import type { Measure } from '../vocabulary/measure.ts';
import { boundsFor, type FittingBounds, type QuantityBounds } from './bounds.ts';
import { circumstanceText, counted, selectionOf, type Which } from './selection.ts';
import type { TimeWindow } from './time-window.ts';

/** Some run of consecutive days has a value within bounds on so many of them. */
export interface OnDaysInARow<Facts extends string> extends Criterion {
  readonly kind: 'onDaysInARow';
  readonly facts?: Facts & `${'events' | 'dates'}.${string}`;
  readonly documentable?: true;
}

/**
 * Requires that some run of consecutive days within a window has a value within bounds on at least so many percent of
 * its days: use of at least 4 hours on 70% of the nights of some 30 days. The window has both ends.
 * @throws Refused where the window lacks an end, a unit does not fit, or days or percent are out of range.
 * @example
 * onDaysInARow({ of: measure({ id: 'pap-use', name: 'use of the device', units: { h: 1 } }), bounds: atOrAbove(quantity(4, 'h')), days: 30, percent: 70, within: onDays({ from: days(0), to: days(90), after: milestone({ id: 'therapy-start', name: 'the start of therapy' }) }) })
 */
export function onDaysInARow<
  const Id extends string,
  const Unit extends string,
  const Circumstance extends string,
  const Stated extends string,
  const Facts extends string = never,
>(
  run: Which<NoInfer<Circumstance>, Facts> & {
    readonly of: Measure<Id, Unit, Circumstance>;
    readonly bounds: FittingBounds<Unit, Stated>;
    readonly days: number;
    readonly percent: number;
    readonly within: TimeWindow<Facts>;
  },
): OnDaysInARow<NoInfer<`events.${Id}` | Facts>> {
  const { of: measure, days, percent, within } = run;
  // Past the call the refusal has done its work: the bounds are in units of the measure.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  const bounds = run.bounds as unknown as QuantityBounds<Stated>;
  counted(days);
  if (!(percent > 0 && percent <= 100)) {
    throw new Refused('run-percent', `On ${percent}% of the days.`, 'Give a percentage above 0, up to 100.');
  }
  const window: Window = within.window;
  if (window.from === undefined || window.to === undefined) {
    throw new Refused(
      'run-window',
      'A run of days is sought in a window that has one end.',
      'Give both ends, as inTheLast(months(3)) or onDays({ from, to, after }).',
    );
  }
  const need = Math.ceil((days * percent) / 100);
  const name = `${measure.name}${circumstanceText(measure.events, run)}`;
  return {
    kind: 'onDaysInARow',
    means: 'criterion',
    wording: recorded(
      phrase(
        name,
        ` of ${bounds.text} on at least ${percent}% of the days (${need} of ${days}) of some ${days} consecutive days, ${within.text}`,
      ),
    ),
    reading:
      'The consecutive days lie within the window from first to last, and none is after the date of service.',
    expression: {
      kind: 'run',
      of: { ...selectionOf(measure.events, run, boundsFor(measure, bounds)), window },
      days,
      percent,
    },
  };
}
