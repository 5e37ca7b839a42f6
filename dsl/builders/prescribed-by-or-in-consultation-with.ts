import { always, type Criterion } from '../member.ts';
import { phrase } from '../text.ts';
import type { Specialty } from '../vocabulary/specialty.ts';

/** The prescriber has the specialty or consulted someone who has. */
export interface PrescribedByOrInConsultationWith<Id extends string> extends Criterion {
  readonly kind: 'prescribedByOrInConsultationWith';
  readonly facts?: `specialties.${Id}`;
  readonly documentable?: false;
}

/**
 * Requires a prescriber of a specialty, or a consultation with one.
 * @example
 * prescribedByOrInConsultationWith(neurology)
 */
export function prescribedByOrInConsultationWith<const Id extends string>(
  specialty: Specialty<Id>,
): PrescribedByOrInConsultationWith<Id> {
  const { id, practitioner } = specialty;
  const article = /^[aeiou]/i.test(practitioner) ? 'an' : 'a';
  return {
    kind: 'prescribedByOrInConsultationWith',
    means: 'criterion',
    wording: always(
      phrase(`Medication is being prescribed by, or in consultation with, ${article} ${practitioner}`),
    ),
    expression: {
      kind: 'any',
      of: [
        { kind: 'affirmed', register: 'specialties', id },
        { kind: 'affirmed', register: 'consultations', id },
      ],
    },
  };
}
