import {
  listOf,
  type DocumentableIn,
  type FactsIn,
  type Join,
  type ListOptions,
  type MeansIn,
  type Member,
  type Members,
} from '../member.ts';
import type { RefersOf } from '../paths.ts';
import { Refused, type Refusal } from '../refusal.ts';
import { phrase, strong, uncapitalised } from '../text.ts';

/** The members of a group, which must hold at least one. */
export type NonEmpty<M> = [keyof M] extends [never]
  ? Refusal<'A group needs at least one criterion: name one, for example allOf({ age: ageAtLeast(18) }).'>
  : M;

/** What all groups have: their members, what these are, and the quantifier that opens the list. */
export interface Group<Kind extends string, M extends Members> extends Member {
  readonly kind: Kind;
  readonly means: MeansIn<M>;
  readonly join: Join;
  readonly members: Members;
  readonly facts?: FactsIn<M>;
  readonly documentable?: DocumentableIn<M>;
  readonly clauses?: M;
  readonly refers?: RefersOf<M[keyof M]>;
}

/**
 * Makes a group.
 * @throws Refused where it is empty, or mixes criteria with terms.
 */
export function group<Kind extends string, M extends Members>(
  kind: Kind,
  join: Join,
  quantifier: string,
  given: NonEmpty<M>,
  options: ListOptions | undefined,
): Group<Kind, M> {
  // Past the call the refusal has done its work: the members are what M says.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  const members = given as M;
  const list = phrase(strong(quantifier), ' of the following:');
  return {
    kind,
    means: meansOf(kind, members),
    join,
    wording: { plain: list, documented: phrase('Documentation of ', uncapitalised(list)) },
    members,
    ...listOf(options),
  };
}

function meansOf<M extends Members>(kind: string, members: M): MeansIn<M> {
  const [first, ...rest] = Object.values(members);
  if (first === undefined) {
    throw new Refused('empty-group', `${kind} holds nothing.`, 'Name at least one criterion in it.');
  }
  if (rest.some((member) => member.means !== first.means)) {
    throw new Refused(
      'mixed-group',
      `${kind} mixes criteria with drugs, diagnoses or events.`,
      'Put what is no criterion into one, as previousTreatmentWith(...), diagnosedWith(...) or occurred(...).',
    );
  }
  // Which member comes first is not known to the types; that it is one of them is.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  return first.means as MeansIn<M>;
}
