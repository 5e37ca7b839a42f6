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
