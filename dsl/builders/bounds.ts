import type { Bounds, BoundsIn } from '../kernel/expression.ts';
import type { Quantity } from '../quantity.ts';
import { Refused, type Refusal } from '../refusal.ts';
import { quantityText } from '../vocabulary/unit-name.ts';

/** What a value must keep within, in the unit that the author states, and in others as published. */
export interface QuantityBounds<Unit extends string> {
  readonly kind: 'bounds';
  /** As stated: first in the unit that governs, then the published equivalents. */
  readonly stated: readonly StatedBounds<Unit>[];
  /** As it reads after a measure: `at least 126 mg/dL (7 mmol/L)`. */
  readonly text: string;
}

/** Bounds in a unit that was stated. */
export interface StatedBounds<Unit extends string> extends Bounds {
  readonly unit: Unit;
}

type Side = 'least' | 'above' | 'most' | 'below';

/** One published equivalent, or several. */
export type AlsoIn<Unit extends string> = Quantity<Unit> | readonly Quantity<Unit>[];

/**
 * Bounds on one side.
 * @throws Refused where a unit is stated twice.
 */
export function oneSided<const Unit extends string>(
  side: Side,
  words: string,
  stated: Quantity<Unit>,
  alsoIn: AlsoIn<Unit> = [],
): QuantityBounds<Unit> {
  const equivalents = 'kind' in alsoIn ? [alsoIn] : alsoIn;
  const all = [stated, ...equivalents];
  if (new Set(all.map(({ unit }) => unit)).size < all.length) {
    throw new Refused(
      'bounds-unit-twice',
      `One threshold is stated twice in ${stated.unit}.`,
      'State it once in each unit.',
    );
  }
  const also = equivalents.length === 0 ? '' : ` (${equivalents.map(quantityText).join('; ')})`;
  return {
    kind: 'bounds',
    stated: all.map(({ value, unit }) => ({ unit, [side]: value })),
    text: `${words} ${quantityText(stated)}${also}`,
  };
}

/** The bounds, where their units are among those of the measure or multiples of a result's own limits; else the refusal that its author reads. */
export type FittingBounds<Unit extends string, Stated extends string> = [Stated] extends [
  Unit | 'upper limit' | 'lower limit',
]
  ? QuantityBounds<Stated>
  : Refusal<`A threshold in ${Stated} does not fit a measure in ${Unit}: state it in a unit of the measure.`>;

/** Bounds as the kernel has them: for every unit of a measure, or as multiples of a limit that comes with the result. */
export interface KernelBounds {
  readonly bounds: readonly BoundsIn[];
  readonly relativeTo?: 'lower' | 'upper';
}

/** A measure as bounds need to know it. */
export interface Measurable {
  readonly id: string;
  readonly units: readonly { readonly unit: string; readonly factor: number }[];
}

/**
 * Bounds for every unit of a measure: those stated as they stand, the others converted from the first stated one by
 * the measure's factors, unrounded.
 * @throws Refused where a stated unit is none of the measure's.
 */
export function boundsFor(measure: Measurable, { stated }: QuantityBounds<string>): KernelBounds {
  const [first] = stated;
  if (first === undefined) throw unfitUnit(measure, '');
  if (first.unit === 'upper limit' || first.unit === 'lower limit') {
    if (stated.length > 1) throw unfitUnit(measure, stated[1]?.unit ?? '');
    const relativeTo = first.unit === 'upper limit' ? 'upper' : 'lower';
    return { bounds: [{ ...first, unit: '1' }], relativeTo };
  }
  const factors = new Map(measure.units.map(({ unit, factor }) => [unit, factor]));
  const stray = stated.find(({ unit }) => !factors.has(unit));
  const from = factors.get(first.unit);
  if (stray !== undefined || from === undefined) throw unfitUnit(measure, stray?.unit ?? first.unit);
  return {
    bounds: measure.units.map(
      ({ unit, factor }) =>
        stated.find((one) => one.unit === unit) ?? { unit, ...scaled(first, from / factor) },
    ),
  };
}

/** Bounds in the first unit of a measure. */
export function inFirstUnit(measure: Measurable, bounds: QuantityBounds<string>): Bounds {
  const { unit: _unit, ...first } = boundsFor(measure, bounds).bounds[0] ?? { unit: '' };
  return first;
}

/** Bounds times a number above 0. */
export function scaled({ least, above, most, below }: Bounds, by: number): Bounds {
  return {
    ...(least === undefined ? {} : { least: least * by }),
    ...(above === undefined ? {} : { above: above * by }),
    ...(most === undefined ? {} : { most: most * by }),
    ...(below === undefined ? {} : { below: below * by }),
  };
}

function unfitUnit({ id, units }: Measurable, stated: string): Refused {
  return new Refused(
    'bounds-unit',
    `A threshold in ${stated} does not fit '${id}'.`,
    `State it in a unit of the measure: ${units.map(({ unit }) => unit).join(', ')}.`,
  );
}
