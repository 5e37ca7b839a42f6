import type { Bounds } from '../kernel/expression.ts';
import type { Criterion } from '../member.ts';
import { Refused, type Refusal } from '../refusal.ts';
import { capitalised, phrase, plainText, proseList } from '../text.ts';
import type { Measure } from '../vocabulary/measure.ts';
import { quantityText } from '../vocabulary/unit-name.ts';
import { inFirstUnit, type QuantityBounds } from './bounds.ts';
import { selectionOf, windowText } from './selection.ts';
import type { TimeWindow } from './time-window.ts';

/** The latest value of a measure, against that of the baseline. */
export interface ChangedBy<Facts extends string> extends Criterion {
  readonly kind: 'changedBy';
  readonly facts?: Facts & `${'events' | 'dates'}.${string}`;
  readonly documentable?: true;
}

/** The bounds of a change, in a unit of the measure or in percent of the baseline; else the refusal that its author reads. */
export type FittingChange<Unit extends string, Stated extends string> = [Stated] extends [
  Unit | 'percent of baseline',
]
  ? QuantityBounds<Stated>
  : Refusal<`A change in ${Stated} does not fit a measure in ${Unit}: state it in a unit of the measure, or with percent(...).`>;

/**
 * Requires that the latest value has changed against the latest one of the baseline window by an amount in a unit of
 * the measure, or by a percentage of the baseline: a fall of 30% or more is `atOrBelow(percent(-30))`. Of several
 * measures one must have changed so, and both values are of the same measure. `from` is the window of the baseline.
 * @throws Refused where a unit does not fit, or measures with different first units are asked for a difference.
 * @example
 * changedBy(measure({ id: 'ige', name: 'total IgE', units: { '[iU]/mL': 1 } }), atOrBelow(percent(-30)), { from: before(milestone({ id: 'first-dose', name: 'the first dose' })) })
 */
export function changedBy<
  const Id extends string,
  const Unit extends string,
  const Stated extends string,
  const From extends string,
  const Facts extends string = never,
>(
  measures: Measure<Id, Unit, string> | readonly Measure<Id, Unit, string>[],
  change: FittingChange<Unit, Stated>,
  options: { readonly from: TimeWindow<From>; readonly within?: TimeWindow<Facts> },
): ChangedBy<NoInfer<`events.${Id}` | From | Facts>> {
  // Past the call the refusal has done its work: the change is in units of the measure.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  const bounds = change as unknown as QuantityBounds<Stated>;
  const all = 'kind' in measures ? [measures] : measures;
  const [first] = all;
  const isPercent = bounds.stated.every(({ unit }) => String(unit) === 'percent of baseline');
  if (
    first === undefined ||
    (!isPercent && all.some(({ units }) => units[0]?.unit !== first.units[0]?.unit))
  ) {
    throw new Refused(
      'change-units',
      first === undefined ? 'A change of no measure.' : 'A difference of measures in different first units.',
      'Write a criterion for each measure, or state the change with percent(...).',
    );
  }
  const events = all.flatMap((measure) => measure.events);
  const kernel = isPercent ? percentBounds(bounds) : inFirstUnit(first, bounds);
  const { from, within } = options;
  const name = plainText(
    proseList(
      all.map(({ name: one }) => phrase(one)),
      'or',
    ),
  );
  const several = all.length === 1 ? '' : ', both values of the same measure';
  const words = phrase(
    name,
    ` ${changeText(bounds)}: the latest value${windowText(within, 'taken ')}, against the latest baseline value, taken ${from.text}${several}`,
  );
  return {
    kind: 'changedBy',
    means: 'criterion',
    wording: { plain: capitalised(words), documented: phrase('Documentation that ', words) },
    reading:
      'The baseline value and the value compared with it are of the same measure; each is known only where the record holds every measurement of it.',
    expression: {
      kind: 'change',
      of: selectionOf(events, within === undefined ? {} : { within }),
      baseline: selectionOf(events, { within: from }),
      as: isPercent ? 'percent' : 'difference',
      bounds: kernel,
    },
  };
}

function percentBounds({ stated }: QuantityBounds<string>): Bounds {
  const { unit: _unit, ...bounds } = stated[0] ?? { unit: '' };
  return bounds;
}

/** A change in words: a fall and a rise are told apart, never by a minus sign alone. */
function changeText({ stated, text }: QuantityBounds<string>): string {
  const [first] = stated;
  if (first === undefined) return text;
  const { least, above, most, below, unit } = first;
  const amount = (value: number) =>
    unit === 'percent of baseline'
      ? `${Math.abs(value)}% of the baseline`
      : quantityText({ kind: 'quantity', value: Math.abs(value), unit });
  if (least !== undefined && most !== undefined) {
    return `has changed by ${signed(least, amount)} to ${signed(most, amount)}, both included`;
  }
  if (least !== undefined) {
    if (least === 0) return 'has not fallen';
    return least > 0
      ? `has risen by at least ${amount(least)}`
      : `has not fallen by more than ${amount(least)}`;
  }
  if (above !== undefined) {
    if (above === 0) return 'has risen';
    return above > 0
      ? `has risen by more than ${amount(above)}`
      : `has not fallen by as much as ${amount(above)}`;
  }
  if (most !== undefined) {
    if (most === 0) return 'has not risen';
    return most < 0 ? `has fallen by at least ${amount(most)}` : `has not risen by more than ${amount(most)}`;
  }
  if (below !== undefined) {
    if (below === 0) return 'has fallen';
    return below < 0
      ? `has fallen by more than ${amount(below)}`
      : `has not risen by as much as ${amount(below)}`;
  }
  return text;
}

function signed(value: number, amount: (value: number) => string): string {
  if (value === 0) return 'nothing';
  return `${value < 0 ? 'a fall of' : 'a rise of'} ${amount(value)}`;
}
