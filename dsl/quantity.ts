import { Refused, type Refusal } from './refusal.ts';

/** A number with its unit, so that what is measured in one can't stand for another. */
export interface Quantity<Unit extends string> {
  readonly kind: 'quantity';
  readonly value: number;
  readonly unit: Unit;
  /** As the author wrote it, where that is not the value and its unit: `2 weeks`, `1:50`. */
  readonly text?: string;
}

/**
 * A number in a UCUM unit, as `mg/dL`, `kg/m2`, `mm[Hg]`, `%` or `/h`.
 * @throws Refused where the number is none, or the unit is empty.
 * @example
 * quantity(126, 'mg/dL')
 */
export function quantity<const Unit extends string>(value: number, unit: Unit): Quantity<Unit> {
  if (!Number.isFinite(value) || unit === '') {
    throw new Refused(
      'quantity',
      `A quantity of ${value} in '${unit}'.`,
      "Give a number and a unit: quantity(126, 'mg/dL').",
    );
  }
  return { kind: 'quantity', value, unit };
}

/**
 * Milligrams.
 * @example
 * mg(12)
 */
export function mg(value: number): Quantity<'mg'> {
  return { kind: 'quantity', value, unit: 'mg' };
}

/**
 * Calendar days.
 * @example
 * days(30)
 */
export function days(value: number): Quantity<'days'> {
  return { kind: 'quantity', value, unit: 'days' };
}

/**
 * Weeks: seven calendar days each.
 * @example
 * weeks(4)
 */
export function weeks(value: number): Quantity<'days'> {
  return {
    kind: 'quantity',
    value: value * 7,
    unit: 'days',
    text: value === 1 ? '1 week' : `${value} weeks`,
  };
}

/**
 * Calendar months.
 * @example
 * months(12)
 */
export function months(value: number): Quantity<'months'> {
  return { kind: 'quantity', value, unit: 'months' };
}

/**
 * Years: twelve calendar months each.
 * @example
 * years(2)
 */
export function years(value: number): Quantity<'months'> {
  return {
    kind: 'quantity',
    value: value * 12,
    unit: 'months',
    text: value === 1 ? '1 year' : `${value} years`,
  };
}

/**
 * A titre, as `1:50`. Titres are ordered by their denominator, which is the value of an entry: at most 1:50 is met by
 * 1:25 and not by 1:100, the opposite of comparing the fractions.
 * @throws Refused where the text is no titre.
 * @example
 * titre('1:50')
 */
export function titre(text: string): Quantity<'{titer}'> {
  const denominator = /^1:([1-9]\d*)$/.exec(text)?.[1];
  if (denominator === undefined) {
    throw new Refused('titre', `'${text}' is no titre.`, "Write one and the dilution: titre('1:50').");
  }
  return { kind: 'quantity', value: Number(denominator), unit: '{titer}', text };
}

/**
 * Percent of the baseline value, for a change; a fall is negative.
 * @example
 * percent(-30)
 */
export function percent(value: number): Quantity<'percent of baseline'> {
  return { kind: 'quantity', value, unit: 'percent of baseline', text: `${value}% of the baseline` };
}

/**
 * So many times the upper limit of normal that the laboratory gives with each result.
 * @example
 * timesUpperLimit(3)
 */
export function timesUpperLimit(value: number): Quantity<'upper limit'> {
  return {
    kind: 'quantity',
    value,
    unit: 'upper limit',
    text: `${value} times the upper limit of normal given with the result`,
  };
}

/**
 * So many times the lower limit of normal that the laboratory gives with each result.
 * @example
 * timesLowerLimit(1)
 */
export function timesLowerLimit(value: number): Quantity<'lower limit'> {
  return {
    kind: 'quantity',
    value,
    unit: 'lower limit',
    text: `${value} times the lower limit of normal given with the result`,
  };
}

/** A quantity in the unit that is wanted; else the refusal that its author reads. */
export type QuantityIn<Wanted extends string, Unit extends string> = [Unit] extends [Wanted]
  ? Quantity<Unit>
  : Refusal<`A quantity in ${Unit} stands where one in ${Wanted} is needed: write it with ${Wanted}(...).`>;
