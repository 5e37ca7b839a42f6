import type { ListOptions, Members } from '../member.ts';
import { group, type Group, type NonEmpty } from './group.ts';

/** Both of two members: the least of them. */
export type BothOf<M extends Members> = Group<'bothOf', M>;

/**
 * Groups two criteria, or two choices of drugs, of which both must be met.
 * @throws Refused where the group is empty, or mixes criteria with drugs, diagnoses or events.
 * @example
 * bothOf({ relapse: disablingRelapse, mri: mriHighlyActive })
 */
export function bothOf<const M extends Members>(members: NonEmpty<M>, options?: ListOptions): BothOf<M> {
  return group<'bothOf', M>('bothOf', { kind: 'all' }, 'BOTH', members, options);
}
