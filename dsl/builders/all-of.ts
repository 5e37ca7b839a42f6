import type { ListOptions, Members } from '../member.ts';
import { group, type Group, type NonEmpty } from './group.ts';

/** Every one of the members: the least of them. */
export type AllOf<M extends Members> = Group<'allOf', M>;

/**
 * Groups criteria of which each must be met, as `allOf({ age: ageAtLeast(17), prescriber })`. The keys name
 * the criteria: with the keys above them they are their permanent ids.
 * @throws Refused where the group is empty, or mixes criteria with drugs, diagnoses or events.
 * @example
 * allOf({ age: ageAtLeast(17), prescriber: prescribedByOrInConsultationWith(neurology) })
 */
export function allOf<const M extends Members>(members: NonEmpty<M>, options?: ListOptions): AllOf<M> {
  return group<'allOf', M>('allOf', { kind: 'all' }, 'ALL', members, options);
}
