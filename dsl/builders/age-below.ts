import type { Criterion } from '../member.ts';
import type { Milestone } from '../vocabulary/milestone.ts';
import { age, type AtFacts } from './age.ts';

/** The patient is younger than so many full years, months or days on a day. */
export interface AgeBelow<Limit extends number, Facts extends string = never> extends Criterion {
  readonly kind: 'ageBelow';
  readonly limit: Limit;
  readonly facts?: 'patient.birthDate' | (Facts & `dates.${string}`);
  readonly documentable?: false;
}

/**
 * Requires an age below so many full years (or months, or days): from the day that they are reached on, it is not met.
 * @throws Refused where the age is no whole number from 0 to 150 years, or as many months or days.
 * @example
 * ageBelow(2)
 */
export function ageBelow<const Limit extends number, const Id extends string = never>(
  limit: Limit,
  options: { readonly unit?: 'years' | 'months' | 'days'; readonly at?: Milestone<Id> } = {},
): AgeBelow<Limit, NoInfer<AtFacts<Id>>> {
  return {
    kind: 'ageBelow',
    means: 'criterion',
    limit,
    ...age([limit], options, (unit, on) => `Younger than ${limit} ${unit} of age${on}`, { below: limit }),
  };
}
