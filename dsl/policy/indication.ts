import type { Criterion, Member } from '../member.ts';
import type { Refusal } from '../refusal.ts';
import type { Disease } from '../vocabulary/disease.ts';

/** What a drug is asked for, under its run-in heading, and the criteria for it. */
export interface Indication<C extends Member> {
  readonly kind: 'indication';
  readonly disease: Disease;
  readonly criteria: C;
}

/** The member where it is a criterion; else the refusal that its author reads. */
export type CriterionOnly<C extends Member> = C extends Criterion
  ? C
  : Refusal<'Drugs and diagnoses are no criteria by themselves: put them into one, as previousTreatmentWith(...) or diagnosedWith(...).'>;

/** Opens the criteria for an indication. */
export function indication<const C extends Member>(
  disease: Disease,
  criteria: CriterionOnly<C>,
): Indication<C> {
  // Past the call the refusal has done its work: the criteria are what C says.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  return { kind: 'indication', disease, criteria: criteria as C };
}
