import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Determination } from '../../dsl/kernel/determination.ts';
import type { Section } from '../../dsl/kernel/kernel.ts';
import type { Outcome } from '../../dsl/kernel/meaning.ts';

/** What changed between two versions of a policy. As JSON it is what `diff --json` prints. */
export interface ChangeLog {
  readonly older: VersionHead;
  readonly newer: VersionHead;
  /** The first date of service on which both versions are in force: requests before it are not compared. */
  readonly comparedFrom: string;
  /** Of the outcomes alone; what an approval grants is under `terms`. */
  readonly verdict: 'equivalent' | 'different' | 'undecided';
  /** Each change of outcome that can occur, or may. */
  readonly outcomes: readonly OutcomeChange[];
  /** What the versions say beside their clauses: products, dates, durations, regimens. */
  readonly terms: readonly TermChange[];
  /** Every clause, in the order in which the newer version prints. */
  readonly clauses: readonly ClauseChange[];
  readonly paths: readonly PathComparison[];
  readonly proof: Proof;
  /** What came of given cases. */
  readonly cohort?: Cohort;
}

export interface VersionHead {
  /** As it was asked for, as `ip0213-alemtuzumab@HEAD~3`. */
  readonly label: string;
  readonly number: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly effective: string;
  readonly digest: string;
}

/** `looser`: whoever met the older meets the newer; `stricter`: the other way round; `different`: neither. */
export type Direction = 'same' | 'looser' | 'stricter' | 'different' | 'undecided';

export interface OutcomeChange {
  readonly from: Outcome;
  readonly to: Outcome;
  /** Proved: it changes so only where a plan document or a mandate decides over the policy, in one of the versions at least. */
  readonly onlyByPlan: boolean;
  /** Left out where the solver did not settle in time whether any request changes so, or its case was not confirmed. */
  readonly example?: Example;
}

/** A made-up case, a file that `decide` takes, and both determinations of it. */
export interface Example {
  readonly case: CaseRecord & { readonly about: string };
  /** The same for a reader. */
  readonly story: string;
  readonly older: Determination;
  readonly newer: Determination;
}

export interface TermChange {
  /** What it is, as `Effective date`. */
  readonly term: string;
  readonly older: string;
  readonly newer: string;
}

/** A clause as one version prints it. */
export interface PrintedClause {
  readonly id: string;
  readonly number: string;
  readonly text: string;
}

export interface ClauseChange {
  readonly section: Section;
  readonly older?: PrintedClause;
  readonly newer?: PrintedClause;
  /**
   * `wording` alone; `meaning`; `parts`: it changes as the clauses below it do, of which some may be new or gone; `new` and
   * `gone`: one version lacks it.
   */
  readonly change: 'same' | 'wording' | 'meaning' | 'parts' | 'new' | 'gone' | 'undecided';
  /** Seen from the request: an exclusion that is met more often is stricter. Left out where that can't be told of it alone. */
  readonly direction?: Direction;
  readonly isReworded: boolean;
  /** Printed under another number. */
  readonly isRenumbered: boolean;
  /** Names that one of the versions lists here and the other does not. */
  readonly namesAdded: readonly string[];
  readonly namesLeftOut: readonly string[];
  readonly examples: readonly Example[];
  /** Proved: no outcome turns on this change, as the other clauses stand. */
  readonly neverMatters: boolean;
}

/** What one path asks of a clause. */
export interface PathStep {
  readonly id: string;
  readonly number: string;
  /** False where the path asks that it is not met. */
  readonly met: boolean;
}

export interface PathChange {
  readonly change: Direction | 'new' | 'gone';
  readonly older?: readonly PathStep[];
  readonly newer?: readonly PathStep[];
  /** Of a path that goes on: the clauses that read otherwise now, those that it asks for besides, those that it no longer asks for. */
  readonly by?: {
    readonly changed: readonly PathStep[];
    readonly added: readonly PathStep[];
    readonly dropped: readonly PathStep[];
  };
  /** Of a path that is gone: whoever took it still meets the newer criteria. Of a new one: whoever takes it met the older. */
  readonly otherwiseMet?: boolean;
}

/** The ways to meet a section, or the criteria of one of several indications. */
export interface PathComparison {
  readonly section: Section;
  readonly indication?: string;
  /** How many ways there are, as a number in text since they may be very many; left out where the version has no such section. */
  readonly older?: string;
  readonly newer?: string;
  /** Left out where the ways are too many to be compared one by one: then the clauses tell. */
  readonly paths?: readonly PathChange[];
}

/** How what is said was found out, and for which requests it is proved. */
export interface Proof {
  /** `structure`: both versions write one and the same criteria; else the solver, as `z3 4.16.0`. */
  readonly by: string;
  /** The most entries of a history in the requests that the solver went through; left out where none was needed. */
  readonly bounds?: { readonly drugs: number; readonly eventsOfAKind: number };
  /** How long one question may take. */
  readonly millisecondsAQuestion?: number;
  /** Names that only one vocabulary has, or that they read differently: requests with them are not spoken of. */
  readonly vocabulary: readonly string[];
}

export interface Cohort {
  readonly cases: number;
  readonly unchanged: number;
  /** Served before both versions are in force: not compared. */
  readonly tooEarly: readonly string[];
  readonly flips: readonly {
    readonly from: Outcome;
    readonly to: Outcome;
    readonly cases: readonly string[];
  }[];
  /** Files that are no case of these policies. */
  readonly refused: readonly { readonly file: string; readonly problems: readonly string[] }[];
}
