import type { DocumentableIn, FactsIn, ListOptions, MeansIn, Member, Members } from '../member.ts';
import type { RefersOf } from '../paths.ts';
import { Refused, type Refusal } from '../refusal.ts';
import { phrase, strong } from '../text.ts';
import { group, type NonEmpty } from './group.ts';
import { numberWord } from './number-word.ts';

/** At least so many of the members: the n-th greatest of them. */
export interface AtLeast<N extends number, M extends Members> extends Member {
  readonly kind: 'atLeast';
  readonly count: N;
  readonly means: MeansIn<M>;
  readonly facts?: FactsIn<M>;
  readonly documentable?: DocumentableIn<M>;
  readonly clauses?: M;
  readonly refers?: RefersOf<M[keyof M]>;
}

/** `N` where the group has that many members, else a refusal; counts by taking one key at a time. */
export type CountWithin<N extends number, M> = number extends N
  ? N
  : Reaches<N, keyof M> extends true
    ? N
    : Refusal<`atLeast(${N}, ...) asks for more criteria than its group holds: lower the number or add criteria.`>;

type Reaches<N extends number, Keys, Taken extends readonly unknown[] = []> = Taken['length'] extends N
  ? true
  : [Keys] extends [never]
    ? false
    : Reaches<N, Exclude<Keys, LastOf<Keys>>, [...Taken, unknown]>;

type LastOf<Union> = (Union extends unknown ? (take: () => Union) => void : never) extends (
  take: infer Intersection,
) => void
  ? Intersection extends () => infer Last
    ? Last
    : never
  : never;

/**
 * Groups criteria of which at least `count` must be met.
 * @throws Refused where `count` is no whole number of 1 or more, or more than the group holds.
 * @example
 * atLeast(2, { relapse: disablingRelapse, mri: mriHighlyActive, cognition: cognitiveImpairment })
 */
export function atLeast<const N extends number, const M extends Members>(
  count: CountWithin<N, M>,
  members: NonEmpty<M>,
  options?: ListOptions,
): AtLeast<N, M> {
  // Past the call the refusal has done its work: the count is what N says.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  const number = count as N;
  const held = Object.keys(members).length;
  if (!Number.isInteger(number) || number < 1 || number > held) {
    throw new Refused(
      'at-least-count',
      `atLeast(${number}, ...) over ${held} criteria.`,
      `Ask for a whole number from 1 to ${held}.`,
    );
  }
  const list = group<'atLeast', M>(
    'atLeast',
    { kind: 'atLeast', count: number },
    numberWord(number),
    members,
    options,
  );
  const wording = phrase('At least ', strong(numberWord(number)), ' of the following:');
  return {
    ...list,
    count: number,
    wording: { plain: wording, documented: phrase('Documentation of at least ', ...wording.slice(1)) },
  };
}
