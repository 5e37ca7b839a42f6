import type { Criterion } from '../member.ts';
import { Refused } from '../refusal.ts';
import type { Milestone } from '../vocabulary/milestone.ts';
import { age, type AtFacts } from './age.ts';

/** The patient is so many full years, months or days old on a day, within a band. */
export interface AgeBetween<Facts extends string = never> extends Criterion {
  readonly kind: 'ageBetween';
  readonly facts?: 'patient.birthDate' | (Facts & `dates.${string}`);
  readonly documentable?: false;
}

/**
 * Requires an age from one number of full years (or months, or days) to another, the whole of the last one included:
 * from 6 to 17 years is met until the day before turning 18.
 * @throws Refused where an age is no whole number from 0 to 150 years, or the band ends before it begins.
 * @example
 * ageBetween(6, 17)
 */
export function ageBetween<const Id extends string = never>(
  from: number,
  to: number,
  options: { readonly unit?: 'years' | 'months' | 'days'; readonly at?: Milestone<Id> } = {},
): AgeBetween<NoInfer<AtFacts<Id>>> {
  if (from > to) {
    throw new Refused('band', `An age from ${from} to ${to}.`, 'Give the lower age first.');
  }
  return {
    kind: 'ageBetween',
    means: 'criterion',
    ...age(
      [from, to],
      options,
      (unit, on) =>
        `From ${from} to ${to} ${unit} of age${on}, up to the day before turning ${to + 1}${unit === 'years' ? '' : ` ${unit}`}`,
      { least: from, most: to },
    ),
  };
}
