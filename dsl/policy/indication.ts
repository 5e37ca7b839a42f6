import type { Criterion, Member } from '../member.ts';
import type { RefersOf } from '../paths.ts';
import { Refused, type Refusal } from '../refusal.ts';
import { always } from '../member.ts';
import { phrase, strong } from '../text.ts';
import type { Disease } from '../vocabulary/disease.ts';

/** What a drug is asked for, under its run-in heading, and the criteria for it. */
export interface Indication<C extends Member> {
  readonly kind: 'indication';
  readonly disease: Disease;
  readonly criteria: C;
}

/** Several indications, each under its heading with criteria of its own; `C` holds them by their keys. */
export interface Indications<C extends Member> {
  readonly kind: 'indications';
  readonly indications: Readonly<Record<string, Indication<Criterion>>>;
  /** The criteria of all of them, for what reads a tree of criteria; which of them apply, the request says. */
  readonly criteria: C;
}

/** What the medical necessity section of a policy holds. */
export type Necessity<C extends Member> = Indication<C> | Indications<C>;

type ByKey = Readonly<Record<string, Indication<Criterion>>>;

/** The criteria of several indications as one tree. */
export interface IndicationCriteria<I extends ByKey> extends Criterion {
  readonly kind: 'indications';
  readonly facts?: I[keyof I]['criteria']['facts'];
  readonly documentable?: false;
  readonly clauses?: { readonly [Key in keyof I]: I[Key]['criteria'] };
  readonly refers?: RefersOf<I[keyof I]['criteria']>;
}

/** The member where it is a criterion; else the refusal that its author reads. */
export type CriterionOnly<C extends Member> = C extends Criterion
  ? C
  : Refusal<'Drugs and diagnoses are no criteria by themselves: put them into one, as previousTreatmentWith(...) or diagnosedWith(...).'>;

/** At least one indication; else the refusal that its author reads. */
export type SomeIndications<I> = [keyof I] extends [never]
  ? Refusal<'A policy needs at least one indication: name one, for example indications({ asthma: indication(asthma, allOf({...})) }).'>
  : I;

/**
 * Opens the criteria for an indication.
 * @example
 * indication(multipleSclerosis, allOf({ age: ageAtLeast(17), diagnosis: diagnosedWith(rrms) }))
 */
export function indication<const C extends Member>(
  disease: Disease,
  criteria: CriterionOnly<C>,
): Indication<C> {
  // Past the call the refusal has done its work: the criteria are what C says.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  return { kind: 'indication', disease, criteria: criteria as C };
}

/**
 * Gathers the indications of a policy that has several, as `indications({ asthma: indication(asthma, allOf({...})) })`.
 * The keys open the ids of the clauses: `asthma`, `asthma.age`. A request is decided by the criteria of its own
 * indication alone.
 * @throws Refused where there is none, or two are for the same disease.
 * @example
 * indications({ sclerosis: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })), leukemia: indication(chronicLymphocyticLeukemia, allOf({ age: ageAtLeast(18) })) })
 */
export function indications<const I extends ByKey>(
  given: SomeIndications<I>,
): Indications<IndicationCriteria<I>> {
  // Past the call the refusal has done its work: the indications are what I says.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  const byKey: ByKey = given as I;
  const seen = new Set<string>();
  for (const { disease } of Object.values(byKey)) {
    if (seen.has(disease.id)) {
      throw new Refused(
        'indication-twice',
        `Two indications are for '${disease.name}'.`,
        'Write one indication for a disease, with oneOf({...}) over the two ways to meet it.',
      );
    }
    seen.add(disease.id);
  }
  if (seen.size === 0) {
    throw new Refused('no-indication', 'indications holds nothing.', 'Name at least one indication in it.');
  }
  return {
    kind: 'indications',
    indications: byKey,
    criteria: {
      kind: 'indications',
      means: 'criterion',
      join: { kind: 'any' },
      wording: always(phrase(strong('ONE'), ' of the following:')),
      members: Object.fromEntries(Object.entries(byKey).map(([key, { criteria }]) => [key, criteria])),
    },
  };
}

/** The diseases of a medical necessity section, in its order. */
export function diseasesOf(necessity: Necessity<Member>): readonly Disease[] {
  return necessity.kind === 'indication'
    ? [necessity.disease]
    : Object.values(necessity.indications).map(({ disease }) => disease);
}
