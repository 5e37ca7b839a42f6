import type { Criterion } from '../member.ts';
import type { Milestone } from '../vocabulary/milestone.ts';
import { age, type AtFacts } from './age.ts';

/** The patient is so many full years, months or days old on a day. */
export interface AgeAtLeast<Limit extends number, Facts extends string = never> extends Criterion {
  readonly kind: 'ageAtLeast';
  readonly limit: Limit;
  readonly facts?: 'patient.birthDate' | (Facts & `dates.${string}`);
  readonly documentable?: false;
}

/**
 * Requires an age in full years (or months, or days) on the date of service, or on the day of a milestone (reading B-5).
 * @throws Refused where the age is no whole number from 0 to 150 years, or as many months or days.
 * @example
 * ageAtLeast(17)
 */
export function ageAtLeast<const Limit extends number, const Id extends string = never>(
  limit: Limit,
  options: { readonly unit?: 'years' | 'months' | 'days'; readonly at?: Milestone<Id> } = {},
): AgeAtLeast<Limit, NoInfer<AtFacts<Id>>> {
  return {
    kind: 'ageAtLeast',
    means: 'criterion',
    limit,
    ...age([limit], options, (unit, on) => `${limit} ${unit} of age or older${on}`, { least: limit }),
  };
}
