import type { Expression } from '../kernel/expression.ts';
import { recorded, type Criterion } from '../member.ts';
import { Refused } from '../refusal.ts';
import { phrase, strong, type Phrase } from '../text.ts';
import type { Measure } from '../vocabulary/measure.ts';
import { boundsFor, type FittingBounds, type QuantityBounds } from './bounds.ts';
import { numberWord } from './number-word.ts';
import { circumstanceText, counted, selectionOf, windowText, type Which } from './selection.ts';

/** A measured value, or so many of them, is within bounds. */
export interface MeasuredValue<Facts extends string> extends Criterion {
  readonly kind: 'measured';
  readonly facts?: Facts & `${'events' | 'dates'}.${string}`;
  readonly documentable?: true;
}

/** Which of the measurements must be within the bounds, and how many there must be. */
export interface MeasuredOptions<Circumstance extends string, Facts extends string> extends Which<
  Circumstance,
  Facts
> {
  /** `any`, where it is left out: so many single measurements are within the bounds. */
  readonly which?: 'any' | 'latest' | 'earliest' | 'every' | 'mean';
  /** With `any`: how many are within the bounds. With `every` and `mean`: how many there must be at least. */
  readonly times?: number;
  /** With `any`: measurements of one day count once. */
  readonly onSeparateDays?: boolean;
}

/**
 * Requires that a measured value is within bounds: at least one of the measurements (or `times` of them), the latest,
 * the earliest, every one, or their mean. A value in another unit of the measure meets it rightly.
 * @throws Refused where the unit is none of the measure's, a circumstance is not declared, or the options contradict
 * each other.
 * @example
 * measured(measure({ id: 'glucose', name: 'plasma glucose', units: { 'mg/dL': 1, 'mmol/L': 18.0156 }, conditions: { fasting: 'fasting' } }), atOrAbove(quantity(126, 'mg/dL'), quantity(7, 'mmol/L')), { having: ['fasting'], within: inTheLast(months(12)) })
 * @example
 * measured(measure({ id: 'hba1c', name: 'HbA1c', units: { '%': 1 } }), below(quantity(7, '%')), { which: 'latest' })
 */
export function measured<
  const Id extends string,
  const Unit extends string,
  const Circumstance extends string,
  const Stated extends string,
  const Facts extends string = never,
>(
  measure: Measure<Id, Unit, Circumstance>,
  bounds: FittingBounds<Unit, Stated>,
  options: MeasuredOptions<NoInfer<Circumstance>, Facts> = {},
): MeasuredValue<NoInfer<`events.${Id}` | Facts>> {
  // Past the call the refusal has done its work: the bounds are in units of the measure.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  const within = bounds as unknown as QuantityBounds<Stated>;
  const { which = 'any', onSeparateDays = false } = options;
  const times = counted(options.times ?? 1);
  if (
    which !== 'any' &&
    (onSeparateDays || (options.times !== undefined && which !== 'every' && which !== 'mean'))
  ) {
    throw new Refused(
      'measured-options',
      `The ${which} measurement is asked for ${onSeparateDays ? 'on separate days' : 'more than once'}.`,
      "Leave times and onSeparateDays to which: 'any'; every and mean take times for how many there must be.",
    );
  }
  const kernel = boundsFor(measure, within);
  if (which === 'mean' && kernel.relativeTo !== undefined) {
    throw new Refused(
      'mean-of-limits',
      'A mean is compared with a limit that differs from result to result.',
      "Ask for which: 'every', or state the threshold in a unit.",
    );
  }
  const name = `${measure.name}${circumstanceText(measure.events, options)}`;
  const reading = readingOf(within, which);
  return {
    kind: 'measured',
    means: 'criterion',
    wording: recorded(
      phrase(
        `${name} of ${within.text}, `,
        howMany(which, times, onSeparateDays),
        windowText(options.within, 'taken '),
      ),
    ),
    ...(reading === undefined ? {} : { reading }),
    expression:
      which === 'any'
        ? ({
            kind: 'counted',
            of: selectionOf(measure.events, options, kernel),
            least: times,
            distinct: onSeparateDays ? 'day' : 'entry',
          } satisfies Expression)
        : { kind: 'reading', of: selectionOf(measure.events, options), which, ...kernel, minimum: times },
  };
}

function howMany(
  which: NonNullable<MeasuredOptions<string, string>['which']>,
  times: number,
  separate: boolean,
): Phrase {
  const number = strong(numberWord(times));
  switch (which) {
    case 'any':
      if (separate) return phrase('on at least ', number, times === 1 ? ' day' : ' separate days');
      return phrase('in at least ', number, times === 1 ? ' measurement' : ' measurements');
    case 'every':
      return phrase('in ', strong('EVERY'), ' measurement, of which there is at least ', number);
    case 'mean':
      return phrase('as the ', strong('MEAN'), ' of all measurements, of which there is at least ', number);
    default:
      return phrase('in the ', strong(which.toUpperCase()), ' measurement');
  }
}

function readingOf({ stated }: QuantityBounds<string>, which: string): string | undefined {
  const titre = stated.some(({ unit }) => unit === '{titer}')
    ? 'Titres are ordered by their denominator: 1:25 is lower than 1:50.'
    : undefined;
  const history =
    which === 'any'
      ? undefined
      : 'It is known only where the record holds every measurement up to the date of service.';
  const said = [titre, history].filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join(' ');
}
