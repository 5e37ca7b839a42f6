import type { CalendarDate } from '../calendar-date.ts';
import type { Criterion, FactKey } from '../member.ts';
import type { KnownReferences, PathsIn, RefersOf } from '../paths.ts';
import type { Quantity } from '../quantity.ts';
import type { Refusal } from '../refusal.ts';
import type { AgentList } from '../vocabulary/agent-list.ts';
import type { BillingCode } from '../vocabulary/billing-code.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Acceptance } from './accept.ts';
import type { Scope } from './covered.ts';
import type { Dosing } from './dosing.ts';
import type { ConditionsNotCovered, Exclusion } from './exclusions.ts';
import type { Necessity } from './indication.ts';
import type { Paragraph } from './paragraph.ts';
import type { Reauthorization } from './reauthorization.ts';

/** The parts of a policy that decide nothing, or whose shape no type depends on. */
export interface PolicyFrame extends Scope {
  /** The publisher's number, as `IP0213`. */
  readonly number: string;
  readonly title: string;
  readonly vocabulary: Vocabulary;
  /** Titles of related policies. */
  readonly related?: readonly string[];
  readonly instructions?: Instructions;
  readonly overview?: readonly Paragraph[];
  /** Maxima of an approval and of a renewal. */
  readonly durations?: {
    readonly initial?: Quantity<'months'>;
    readonly reauthorization?: Quantity<'months'>;
  };
  readonly coding?: Coding;
  readonly background?: readonly Paragraph[];
  readonly appendix?: AgentList;
  readonly references?: readonly string[];
  readonly boilerplate?: readonly string[];
}

/** The instructions for use: what a determination considers, in order of authority, and what goes with it. */
export interface Instructions {
  readonly considerations: readonly string[];
  readonly remarks: readonly string[];
}

/** The billing codes, tied to the criteria. A code in another unit than the dose's can't count its units. */
export interface Coding {
  readonly codes: readonly BillingCode<'mg'>[];
  /** Codes of devices, procedures and services, and of drugs whose units no dose is counted in. */
  readonly services?: readonly ServiceCode[];
  readonly notes: readonly string[];
}

/** A billing code that is printed as it is. */
export interface ServiceCode {
  readonly code: string;
  readonly description: string;
}

type Exclusions = Readonly<Record<string, Exclusion<Criterion>>>;

/** A policy whose sections have these types; `typeof policy` carries the whole tree. */
export interface Policy<
  M extends Criterion = Criterion,
  D extends string = string,
  R extends Criterion = Criterion,
  E extends Exclusions = Exclusions,
  S extends Criterion = Criterion,
> extends PolicyFrame {
  readonly kind: 'policy';
  /** `YYYY-MM-DD`. */
  readonly effective: string;
  readonly nextReview?: string;
  /** What else must hold for the policy to apply, as a line of business. It is no clause: where it is not met, the policy is not applicable. */
  readonly appliesTo?: S;
  readonly medicalNecessity: Necessity<M>;
  readonly dosing?: Dosing<D>;
  readonly reauthorization?: Reauthorization<R>;
  readonly exclusions?: ConditionsNotCovered<E>;
  readonly accepted?: readonly Acceptance<string>[];
}

/** The ids of the clauses of a policy with these sections. */
export type ClausePaths<M extends Criterion, D extends string, R extends Criterion, E extends Exclusions> =
  | 'indication'
  | PathsIn<M['clauses']>
  | ([D] extends [never] ? never : 'dosing' | `dosing.${D}`)
  | ([R] extends [never] ? never : 'reauthorization' | PathsIn<R['clauses'], 'reauthorization.'>)
  | 'exclusions.otherUse'
  | `exclusions.${keyof E & string}`;

/** Every clause id of a policy, as `CriterionPath<typeof alemtuzumab>`. */
export type CriterionPath<P> =
  P extends Policy<infer M, infer D, infer R, infer E, infer _S> ? ClausePaths<M, D, R, E> : never;

/** The places in the case that a policy's criteria read. */
export type FactKeysOf<P> =
  P extends Policy<infer M, infer D, infer R, infer E, infer S>
    ? Extract<
        | M['facts']
        | ([S] extends [never] ? never : S['facts'])
        | ([R] extends [never] ? never : R['facts'])
        | E[keyof E]['criterion']['facts']
        | ([D] extends [never] ? never : 'drugs'),
        FactKey
      >
    : never;

type KnownClauses<At extends string, Paths extends string> = [At] extends [Paths]
  ? readonly Acceptance<At>[]
  : Refusal<`'${Exclude<At, Paths>}' is no clause of this policy: name one by its path of keys, as 'course.aggressive'.`>;

/** The ids of all clauses, of which there may be many, are worked out only where a criterion refers to one. */
type KnownClausesIn<C, M extends Criterion, D extends string, R extends Criterion, E extends Exclusions> = [
  RefersOf<C>,
] extends [never]
  ? unknown
  : KnownReferences<C, ClausePaths<M, D, R, E>>;

/**
 * Declares a policy. The sections' keys make the permanent ids of its clauses; dates are checked in the types.
 * @example
 * policy({ number: 'EX0001', title: 'An example', effective: '2024-01-01', product: lemtrada, vocabulary: sharedVocabulary, medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) })) })
 */
export function policy<
  const Effective extends string,
  const M extends Criterion,
  const D extends string = never,
  const R extends Criterion = never,
  const E extends Exclusions = Record<never, never>,
  const Review extends string = string,
  const At extends string = never,
  const S extends Criterion = never,
>(
  definition: PolicyFrame & {
    readonly effective: CalendarDate<Effective>;
    readonly nextReview?: CalendarDate<Review>;
    readonly appliesTo?: S & KnownReferences<S, never>;
    readonly medicalNecessity: Necessity<M> & KnownClausesIn<M, M, D, R, E>;
    readonly dosing?: Dosing<D>;
    readonly reauthorization?: Reauthorization<R> & KnownClausesIn<R, M, D, R, E>;
    readonly exclusions?: ConditionsNotCovered<E> & KnownClausesIn<E[keyof E]['criterion'], M, D, R, E>;
    readonly accepted?: KnownClauses<At, ClausePaths<M, D, R, E>>;
  },
): Policy<M, D, R, E, S> {
  // Past the call the refusals have done their work: dates are dates, and clauses are known.
  const checked: unknown = definition;
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  return { ...(checked as Policy<M, D, R, E, S>), kind: 'policy' };
}
