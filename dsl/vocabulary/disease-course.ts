import { Refused } from '../refusal.ts';
import type { Diagnosis } from './diagnosis.ts';

/** The states of a disease, of which a patient is in one at a time, and the codes that tell of them. */
export interface DiseaseCourse {
  readonly kind: 'diseaseCourse';
  readonly id: string;
  readonly name: string;
  readonly states: readonly Diagnosis[];
  readonly codes: readonly DiagnosisCode[];
}

/** An ICD-10-CM code, the states that it leaves open, and the dates of service on which it exists. */
export interface DiagnosisCode {
  readonly kind: 'icd10';
  readonly code: string;
  readonly states: readonly Diagnosis[];
  readonly from?: string;
  readonly until?: string;
}

/**
 * Declares an ICD-10-CM code; `from` is its first day of service, `until` the first on which it is gone.
 * @example
 * icd10('G35.A', [rrms], { from: '2025-10-01' })
 */
export function icd10(
  code: string,
  states: readonly Diagnosis[],
  dates: { readonly from?: string; readonly until?: string } = {},
): DiagnosisCode {
  return { kind: 'icd10', code, states, ...dates };
}

/**
 * Declares a disease course.
 * @throws Refused where a state names another course.
 * @example
 * diseaseCourse({ id: 'asthma', name: 'asthma', states: [diagnosis({ id: 'severe-asthma', course: 'asthma', name: 'severe asthma', condition: 'severe-asthma' })], codes: [] })
 */
export function diseaseCourse(definition: {
  readonly id: string;
  readonly name: string;
  readonly states: readonly Diagnosis[];
  readonly codes: readonly DiagnosisCode[];
}): DiseaseCourse {
  const stray = definition.states.find((state) => state.states.course !== definition.id);
  if (stray !== undefined) {
    throw new Refused(
      'stray-state',
      `'${stray.id}' says that it belongs to '${stray.states.course}', and stands in '${definition.id}'.`,
      `Write course: '${definition.id}' in that diagnosis.`,
    );
  }
  return { kind: 'diseaseCourse', ...definition };
}
