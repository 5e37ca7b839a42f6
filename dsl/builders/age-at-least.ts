import { always, type Criterion } from '../member.ts';
import { Refused } from '../refusal.ts';
import { phrase } from '../text.ts';

/** The patient is so many full years old on the date of service. */
export interface AgeAtLeast<Years extends number> extends Criterion {
  readonly kind: 'ageAtLeast';
  readonly years: Years;
  readonly facts?: 'patient.birthDate';
  readonly documentable?: false;
}

/**
 * Requires an age in full years on the date of service (reading B-5).
 * @throws Refused where the years are no whole number from 0 to 150.
 */
export function ageAtLeast<const Years extends number>(years: Years): AgeAtLeast<Years> {
  if (!Number.isInteger(years) || years < 0 || years > 150) {
    throw new Refused('age', `An age of ${years} years.`, 'Give full years from 0 to 150.');
  }
  return {
    kind: 'ageAtLeast',
    means: 'criterion',
    years,
    wording: always(phrase(`${years} years of age or older`)),
    reading:
      'Age is counted in full years on the date of service; who was born on 29 February turns on 1 March in other years.',
    expression: { kind: 'threshold', quantity: 'age', unit: 'years', least: years },
  };
}
