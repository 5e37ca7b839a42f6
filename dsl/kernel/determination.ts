import type { Layer, Outcome } from './meaning.ts';
import type { Truth } from './truth.ts';

/** The answer to a request, as JSON: what a generated evaluator's `determine` returns. */
export interface Determination {
  readonly outcome: Outcome;
  /** The layer that decided. */
  readonly layer: Layer;
  /** Every clause of the policy, in printed order. */
  readonly clauses: readonly ClauseStatus[];
  /** Why the outcome is what it is: each names its clause where it rests on one. */
  readonly reasons: readonly Reason[];
  /** For a pended request, exactly the facts that can still change the outcome. */
  readonly missing: readonly MissingFact[];
  /** For a pended request. */
  readonly next?: NextQuestions;
  /** For a denied request. */
  readonly nearest?: NearestPath;
  /** For an approved or modified request. */
  readonly approval?: Approval;
  readonly warnings: readonly Remark[];
  readonly assumptions: readonly Remark[];
  readonly policy: { readonly number: string; readonly effective: string; readonly digest: string };
}

export interface ClauseStatus {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly status: Truth;
  readonly needsReview: boolean;
}

export interface Reason {
  /** Id and printed number of the clause; left out where a layer above the policy decided. */
  readonly clause?: string;
  readonly number?: string;
  readonly text: string;
}

export interface MissingFact {
  /** Id and printed number of the clause that the fact serves; `request.product` and `request.kind` stand for themselves. */
  readonly clause: string;
  readonly number: string;
  /** Where in the case the fact belongs, as `findings.hiv-infection` or `drugs[2].source`. */
  readonly fact: string;
  /** What would settle it, for a person. */
  readonly settle: string;
  readonly needsReview: boolean;
}

/** What to ask next for a pended request. */
export interface NextQuestions {
  /** The fact to ask first: the one from which the fewest further questions are to be expected. */
  readonly first: MissingFact;
  /** The fewest facts that, answered favourably, lead to `leadsTo`, a fact that serves several clauses once; none where no answer does. */
  readonly shortest: readonly MissingFact[];
  /** Modified where no answer leads to approved; left out where none leads to either. */
  readonly leadsTo?: 'approved' | 'modified';
}

/** What would have to be otherwise for a denied request to be approved: the least of it, made of what can change where that is enough. */
export interface NearestPath {
  /** Whether all that would have to be otherwise can still change. */
  readonly isOpen: boolean;
  /** Nothing where no path to approval is known. */
  readonly changes: readonly Change[];
  /** Facts that have to come in as well. */
  readonly missing: readonly MissingFact[];
  /** Modified where no path leads to approved; left out where none leads to either. */
  readonly leadsTo?: 'approved' | 'modified';
}

export interface Change {
  /** Id and printed number of the clause; a plan document and a field of the request stand for themselves. */
  readonly clause: string;
  readonly number: string;
  /** Where in the case the fact stands: one that several clauses turn on is one change. */
  readonly fact: string;
  /**
   * What can change is a judgement, a commitment, the dose, the quantity or the product asked for, the prescriber, a
   * treatment or an event that may still come, and time that will pass; what has happened or is so cannot.
   */
  readonly kind: 'can change' | 'cannot change';
  /** What would have to be otherwise, for a person. */
  readonly text: string;
  /** The first date of service on which time has passed enough, `YYYY-MM-DD`. */
  readonly from?: string;
}

export interface Approval {
  /** A maximum, in months. */
  readonly months?: number;
  /** The regimen that is approved; left out where none can be named. */
  readonly regimen?: {
    readonly clause: string;
    readonly mgPerDay: number;
    readonly days: number;
    readonly totalMg: number;
  };
  /** Billing units of that regimen. */
  readonly units?: number;
  readonly code?: string;
  /** First day on which an additional course may be given, where it is after the date of service. */
  readonly notBefore?: string;
}

export interface Remark {
  readonly code: string;
  readonly text: string;
}
