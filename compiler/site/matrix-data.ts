import type { Section } from '../../dsl/kernel/kernel.ts';
import type { Layer, Outcome } from '../../dsl/kernel/meaning.ts';
import type { Truth } from '../../dsl/kernel/truth.ts';

/**
 * What the matrix page reads (`pages/matrix/`). Clauses are named by their places in `clauses`, so that thousands of paths
 * are small; every text is visible as it stands.
 */
export interface MatrixData {
  readonly policy: { readonly name: string; readonly number: string; readonly title: string };
  readonly clauses: readonly MatrixClause[];
  readonly sections: readonly MatrixSection[];
  readonly cases: readonly MatrixCase[];
  /** Nothing where the policy was not analysed. */
  readonly findings?: readonly MatrixFinding[];
  /** Findings that the author lets stand. */
  readonly accepted: readonly MatrixAcceptance[];
  /** Whether made-up cases were worked out that show each clause by itself. */
  readonly hasSuite: boolean;
}

export interface MatrixClause {
  readonly id: string;
  readonly number: string;
  /** The number, shortened to head a column. */
  readonly head: string;
  readonly text: string;
  readonly section: Section;
  /** Whether it puts questions itself, and is no group of other clauses. */
  readonly bottom: boolean;
  /** The group that it stands in. */
  readonly within?: number;
  /** Whether it is a group of which not every part has to be met. */
  readonly alternatives: boolean;
  readonly facts: readonly string[];
  /** Units and days of those that are measured or dated, as sentences. */
  readonly measured: readonly string[];
  readonly grade: 'documented' | 'plain' | 'mixed';
  readonly codes: readonly string[];
  /** As `policies/x/policy.ts:95:9`. */
  readonly source?: string;
  readonly evaluatorLine?: number;
  /** How many of the worked cases show it so. */
  readonly shown: Readonly<Record<Truth, number>>;
  /** How it is shown to decide by itself; of clauses that put questions, where the suite was worked out. */
  readonly alone?: MatrixAlone;
}

export interface MatrixAlone {
  /** Two made-up cases that differ in facts of this clause alone. */
  readonly pair?: {
    readonly met: string;
    readonly notMet: string;
    readonly outcomes: { readonly met: Outcome; readonly notMet: Outcome };
    readonly facts: readonly string[];
    /** Whether clauses that read the same facts change as well. */
    readonly others: boolean;
  };
  /** Why there is no pair, and whether that is proved. */
  readonly why?: string;
  readonly proved?: boolean;
  /** Facts without which a made-up case is pended. */
  readonly withheld: readonly string[];
  /** Two of the worked cases that show it. */
  readonly worked?: { readonly met: string; readonly notMet: string };
}

/** The ways to meet one section, or the criteria of one of several indications. */
export interface MatrixSection {
  readonly section: Section;
  readonly indication?: number;
  /** How many there are: as text, since it may be more than a number holds. */
  readonly count: string;
  /** False where `count` is a bound. */
  readonly exact: boolean;
  readonly columns: readonly MatrixColumn[];
  /** Those that are listed, each by places in `columns`; `~place` where the clause must not be met. */
  readonly ways: readonly (readonly number[])[];
}

/** A clause, or a condition that a group of clauses states itself. */
export interface MatrixColumn {
  readonly clause: number;
  readonly part?: number;
}

export interface MatrixCase {
  readonly name: string;
  readonly about: string;
  readonly outcome: Outcome;
  readonly layer: Layer;
  /** A letter a clause: `m` met, `n` not met, `u` unknown. */
  readonly statuses: string;
  readonly needsReview: readonly number[];
}

export interface MatrixFinding {
  readonly code: string;
  readonly severity: string;
  readonly sentence: string;
  readonly proof: string;
  readonly remedy: string;
  readonly undecided: boolean;
  readonly clauses: readonly number[];
  /** A made-up case that shows it, as JSON. */
  readonly witness?: string;
}

export interface MatrixAcceptance {
  readonly check: string;
  readonly clause: number;
  readonly because: string;
}
