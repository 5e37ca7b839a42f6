import type { ListOptions, Members } from '../member.ts';
import { group, type Group, type NonEmpty } from './group.ts';

/** At least one of the members: the greatest of them. */
export type OneOf<M extends Members> = Group<'oneOf', M>;

/**
 * Groups criteria of which at least one must be met, as `oneOf({ relapse, mri })`; two met at once still meet
 * it, as coverage policies mean it. Drugs and diagnoses are grouped likewise, for a criterion to be about.
 * @throws Refused where the group is empty, or mixes criteria with drugs, diagnoses or events.
 * @example
 * oneOf({ relapse: disablingRelapse, mri: mriHighlyActive })
 */
export function oneOf<const M extends Members>(members: NonEmpty<M>, options?: ListOptions): OneOf<M> {
  return group<'oneOf', M>('oneOf', { kind: 'any' }, 'ONE', members, options);
}
