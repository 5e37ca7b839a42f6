import type { Refusal } from './refusal.ts';

/** A number with its unit, so that what is measured in one can't stand for another. */
export interface Quantity<Unit extends string> {
  readonly kind: 'quantity';
  readonly value: number;
  readonly unit: Unit;
}

/** Milligrams. */
export function mg(value: number): Quantity<'mg'> {
  return { kind: 'quantity', value, unit: 'mg' };
}

/** Calendar months. */
export function months(value: number): Quantity<'months'> {
  return { kind: 'quantity', value, unit: 'months' };
}

/** A quantity in the unit that is wanted; else the refusal that its author reads. */
export type Measured<Wanted extends string, Unit extends string> = Unit extends Wanted
  ? Quantity<Unit>
  : Refusal<`A quantity in ${Unit} stands where one in ${Wanted} is needed: write it with ${Wanted}(...).`>;
