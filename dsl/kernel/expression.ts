import type { EvidenceSource } from './case.ts';

/**
 * The kernel: the small language that machines run. Every builder elaborates to these node kinds and no
 * other; what each means is written in `meaning.ts`.
 */
export type Expression = Connective | Reference | Leaf;

/** Kleene's connectives: the least, the greatest, the n-th greatest of the parts, and the swap. */
export type Connective =
  | { readonly kind: 'all'; readonly of: readonly Expression[] }
  | { readonly kind: 'any'; readonly of: readonly Expression[] }
  | { readonly kind: 'atLeast'; readonly count: number; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression };

/** The status of another clause of the same policy, by its id. */
export interface Reference {
  readonly kind: 'clause';
  readonly id: string;
}

/** A question put to the case. */
export type Leaf =
  | Threshold
  | Choice
  | Affirmed
  | Classified
  | Finding
  | Judgement
  | Reason
  | Treated
  | Receiving
  | Concurrent
  | Elapsed
  | Regimen
  | Counted
  | Reading
  | Change
  | Run
  | Trials
  | Amount;

/** The grade of evidence that a leaf asks for: `plain` is met by a reported fact, `documented` by a record alone. */
export type RequiredGrade = 'plain' | 'documented';

/** The patient's age on a day, in full units, lies within the bounds. */
export interface Threshold {
  readonly kind: 'threshold';
  readonly quantity: 'age';
  readonly unit: 'years' | 'months' | 'days';
  readonly at: Anchor;
  readonly bounds: Bounds;
}

/** A field of the request, or an attribute, holds one of these ids. */
export interface Choice {
  readonly kind: 'choice';
  readonly field: 'kind' | 'indication' | 'product' | `attributes.${string}`;
  readonly among: readonly string[];
}

/** A yes-or-no statement, about the prescriber or about what will be done, is true. */
export interface Affirmed {
  readonly kind: 'affirmed';
  readonly register: 'specialties' | 'consultations' | 'commitments';
  readonly id: string;
}

/** The state of a disease that governs on the date of service is one of these states of the axis. */
export interface Classified {
  readonly kind: 'classified';
  /** An id of `Tables.axes`. */
  readonly axis: string;
  readonly among: readonly string[];
  readonly grade: RequiredGrade;
}

/** A finding is on file. */
export interface Finding {
  readonly kind: 'finding';
  readonly finding: string;
  readonly grade: RequiredGrade;
}

/** A reviewer judges that it is so, and the papers of the required grade are there. */
export interface Judgement {
  readonly kind: 'judgement';
  readonly judgement: string;
  readonly grade: RequiredGrade;
}

/** Why a drug will not do: it failed, is contraindicated, or is not tolerated. */
export type ReasonKind = 'failure' | 'contraindication' | 'intolerance';

/**
 * Some agent of the set has one of the reasons. With `otherThan`: some agent that is distinct from the one
 * that counts for that other set. INVARIANT: then `agents` has at least two ingredients, so that on an incomplete
 * history some other agent may always have a reason.
 */
export interface Reason {
  readonly kind: 'reason';
  readonly reasons: readonly ReasonKind[];
  readonly agents: Agents;
  readonly otherThan?: Agents;
  readonly grade: RequiredGrade;
}

/** Some product of the set was ever given, up to the date of service. */
export interface Treated {
  readonly kind: 'treated';
  readonly products: Products;
  /** Whether a course from samples counts: never for a criterion, always for the number of a course. */
  readonly samples: boolean;
}

/** The last day of the latest supplied course lies within `months` before the date of service and no other agent was begun after it. */
export interface Receiving {
  readonly kind: 'receiving';
  readonly products: Products;
  readonly months: number;
  readonly others: Agents;
}

/** Some agent of the set is being taken on the date of service. */
export interface Concurrent {
  readonly kind: 'concurrent';
  readonly agents: Agents;
  /** Only what is taken for the indication of the request counts. */
  readonly sameIndication?: true;
}

/** At least `months` calendar months lie between the last dose, of any source, and the date of service. */
export interface Elapsed {
  readonly kind: 'elapsed';
  readonly products: Products;
  readonly months: number;
}

/** The regimen asked for is this one. */
export interface Regimen {
  readonly kind: 'regimen';
  readonly mgPerDay: number;
  readonly days: number;
}

/** A set of agents, told apart by ingredient. */
export interface Agents {
  /** Ids of `Tables.ingredients`. */
  readonly ingredients: readonly string[];
  /** The published list is not exhaustive: a name that the vocabulary lacks may belong to it, and a reviewer decides. */
  readonly open: boolean;
}

/** A set of products. A case that names the ingredient alone is taken to mean them. */
export interface Products {
  /** Ids of `Tables.products`. */
  readonly products: readonly string[];
  /** What another product of the same ingredient is: a reviewer's question, or simply another product. */
  readonly siblings: 'review' | 'different';
}

/** Where a window or an age is counted from: the date of service, or a milestone by its id in `Tables.milestones`. */
export type Anchor = 'dateOfService' | `dates.${string}`;

/** What a number must keep within; a bound that is left out does not bind. `above` and `below` leave the bound itself out. */
export interface Bounds {
  readonly least?: number;
  readonly above?: number;
  readonly most?: number;
  readonly below?: number;
}

/** Bounds in one UCUM unit. */
export interface BoundsIn extends Bounds {
  readonly unit: string;
}

/** Days counted from an anchor; a side that is left out is open. A negative count lies before the anchor. */
export interface Window {
  readonly anchor: Anchor;
  readonly from?: Offset;
  readonly to?: Offset;
}

/** A day so many days or calendar months from the anchor; a day that the month lacks becomes the month's last. */
export interface Offset {
  readonly count: number;
  readonly unit: 'days' | 'months';
  /** Whether the day itself is within the window. */
  readonly inclusive: boolean;
}

/** Which events of a history are meant. */
export interface Selection {
  /** Ids of `Tables.events`. */
  readonly events: readonly string[];
  /** The value lies within the bounds of its own unit: one entry for each unit that the event is measured in. */
  readonly bounds?: readonly BoundsIn[];
  /** The value is taken as a multiple of this limit of the result itself; `bounds` then has one entry, in unit `1`. */
  readonly relativeTo?: 'lower' | 'upper';
  readonly conditions: Readonly<Record<string, boolean>>;
  readonly window?: Window;
  readonly shownBy?: readonly EvidenceSource[];
  readonly grade: RequiredGrade;
}

/** At least so many events of a selection, counted by entry or by calendar day. */
export interface Counted {
  readonly kind: 'counted';
  readonly of: Selection;
  readonly least: number;
  readonly distinct: 'entry' | 'day';
}

/** One value drawn from a selection lies within the bounds; the selection itself has none. */
export interface Reading {
  readonly kind: 'reading';
  readonly of: Selection;
  readonly which: 'latest' | 'earliest' | 'every' | 'mean';
  readonly bounds: readonly BoundsIn[];
  readonly relativeTo?: 'lower' | 'upper';
  /** For `every` and `mean`: how many there must be. */
  readonly minimum: number;
}

/**
 * The latest value of one selection, against that of another, of the same kind of event: the difference in the
 * event's first unit, or the percentage of the baseline.
 */
export interface Change {
  readonly kind: 'change';
  readonly of: Selection;
  readonly baseline: Selection;
  readonly as: 'difference' | 'percent';
  readonly bounds: Bounds;
}

/** Some run of consecutive days within the window has an event of the selection on at least so many percent of its days. */
export interface Run {
  readonly kind: 'run';
  readonly of: Selection & { readonly window: Window };
  readonly days: number;
  readonly percent: number;
}

/** Courses of drugs, counted by distinct agents, or all agents of a closed set. */
export interface Trials {
  readonly kind: 'trials';
  readonly agents: Agents;
  /** What tells agents apart for counting. */
  readonly by: 'ingredient' | 'class' | 'product';
  readonly least: number | 'every';
  /** Only courses that ended so; left out: any supplied treatment. */
  readonly reasons?: readonly ReasonKind[];
  /** How long a course must have lasted, both days included; `binds` names the reasons that it binds (all, where left out). */
  readonly lasting?: {
    readonly count: number;
    readonly unit: 'days' | 'months';
    readonly binds?: readonly ReasonKind[];
  };
  /** The calendar days on which some course of them ran, together. */
  readonly totalDays?: number;
  readonly dose?: BoundsIn;
  /** The last day of the course lies within it. */
  readonly window?: Window;
  readonly shownBy?: readonly EvidenceSource[];
  readonly grade: RequiredGrade;
}

/** The quantity asked for is within bounds, or within what the latest body weight allows. */
export interface Amount {
  readonly kind: 'amount';
  readonly unit: string;
  readonly bounds: Bounds;
  /** The bounds are then so much for each unit of the event's first unit, rounded up to whole packages. */
  readonly perValueOf?: { readonly event: string; readonly roundedUpTo?: number };
}
