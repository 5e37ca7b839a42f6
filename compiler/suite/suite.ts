import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Layer, Outcome } from '../../dsl/kernel/meaning.ts';
import type { Truth } from '../../dsl/kernel/truth.ts';

/**
 * Made-up cases that together show what each clause of a policy does: interpreter and generated evaluator agree on every
 * one of them.
 */
export interface Suite {
  readonly cases: readonly SuiteCase[];
  /** One for each clause that was shown to decide by itself, in printed order. */
  readonly pairs: readonly IndependencePair[];
  /** A fact of a clause is left out of one of the cases, and the request waits for it; in printed order. */
  readonly withheld: readonly Withheld[];
  /** The clauses without a pair. */
  readonly notIndependent: readonly NotIndependent[];
}

/** A made-up case and what it comes to. */
export interface SuiteCase {
  readonly name: string;
  readonly about: string;
  readonly record: CaseRecord;
  readonly outcome: Outcome;
  readonly layer: Layer;
  /** By the clause's id, in printed order. */
  readonly clauses: Readonly<Record<string, Truth>>;
  /** What it is for: `independence` as a side of a pair, `boundary` to tell a slip of the evaluator from it. */
  readonly purpose: 'independence' | 'boundary';
}

/**
 * Two cases that differ in facts of one clause alone, and get different outcomes. `unique`: no other clause's status
 * differs. `masking`: clauses that share those facts differ as well, but the outcomes are the same whichever side these
 * stand on: the clause alone explains the change.
 */
export interface IndependencePair {
  readonly clause: string;
  readonly number: string;
  readonly kind: 'unique' | 'masking';
  /** Names of cases: in the first the clause is met, in the second it is not. */
  readonly met: string;
  readonly notMet: string;
  readonly outcomes: { readonly met: Outcome; readonly notMet: Outcome };
  /** The facts in which the cases differ. */
  readonly facts: readonly string[];
}

/** A case without one fact: it is then pended, and the fact is among what is missing. */
export interface Withheld {
  readonly clause: string;
  readonly number: string;
  readonly fact: string;
  /** The name of the case that the fact is taken from. */
  readonly from: string;
}

/** A clause for which there is no pair. */
export interface NotIndependent {
  readonly clause: string;
  readonly number: string;
  /** `proved`: there is no such pair among complete cases; `undecided`: none was found, and it is not proved that there is none. */
  readonly status: 'proved' | 'undecided';
  /** In words. */
  readonly why: string;
  /** Ids of the clauses that settle the outcome in its place. */
  readonly by: readonly string[];
}
