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
  | Regimen;

/** The grade of evidence that a leaf asks for: `plain` is met by a reported fact, `documented` by a record alone. */
export type RequiredGrade = 'plain' | 'documented';

/** The patient's age in full years on the date of service is at least `least`. */
export interface Threshold {
  readonly kind: 'threshold';
  readonly quantity: 'age';
  readonly unit: 'years';
  readonly least: number;
}

/** A field of the request holds one of these ids. */
export interface Choice {
  readonly kind: 'choice';
  readonly field: 'kind' | 'indication';
  readonly among: readonly string[];
}

/** A yes-or-no statement about the prescriber is true. */
export interface Affirmed {
  readonly kind: 'affirmed';
  readonly register: 'specialties' | 'consultations';
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
