import type { Criterion } from '../member.ts';
import type { Milestone } from '../vocabulary/milestone.ts';
import { age, type AtFacts } from './age.ts';

/** The patient is at most so many full years, months or days old on a day. */
export interface AgeAtMost<Limit extends number, Facts extends string = never> extends Criterion {
  readonly kind: 'ageAtMost';
  readonly limit: Limit;
  readonly facts?: 'patient.birthDate' | (Facts & `dates.${string}`);
  readonly documentable?: false;
}

/**
 * Requires at most an age in full years (or months, or days): who is 2 years and 11 months old has 2 full years, and meets at most 2 years. For up to the birthday itself, count months or days, or write ageBelow.
 * @throws Refused where the age is no whole number from 0 to 150 years, or as many months or days.
 * @example
 * ageAtMost(21, { unit: 'months', at: milestone({ id: 'symptom-onset', name: 'the onset of symptoms' }) })
 */
export function ageAtMost<const Limit extends number, const Id extends string = never>(
  limit: Limit,
  options: { readonly unit?: 'years' | 'months' | 'days'; readonly at?: Milestone<Id> } = {},
): AgeAtMost<Limit, NoInfer<AtFacts<Id>>> {
  return {
    kind: 'ageAtMost',
    means: 'criterion',
    limit,
    ...age(
      [limit],
      options,
      (unit, on) =>
        `At most ${limit} ${unit} of age${on}, up to the day before turning ${limit + 1}${unit === 'years' ? '' : ` ${unit}`}`,
      { most: limit },
    ),
  };
}
