import type { MutantKind } from './mutants.ts';

/** What became of the mutants of a policy's evaluator, as it is kept. */
export interface Mutation {
  /** SHA-256 of what mutants are made of: the text of all declarations that the evaluator encodes and decides by. */
  readonly deciding: string;
  readonly solver: string;
  readonly made: number;
  /** Those that a case of the suite tells. */
  readonly killed: number;
  /** Those that are proved to decide as the evaluator does. */
  readonly equivalent: readonly Equivalent[];
  /** Those that no case tells, and of which no proof was found. */
  readonly survivors: readonly Slip[];
}

/** A mutant by what it changes; the digest is SHA-256 of the declaration with the change. */
export interface Slip {
  readonly digest: string;
  readonly declaration: string;
  readonly kind: MutantKind;
  readonly change: string;
}

export interface Equivalent extends Slip {
  readonly how: Sameness;
}

/** How a mutant is known to decide as the evaluator does. */
export type Sameness =
  /** Every combination of the statuses that its line puts together was gone through. */
  | { readonly by: 'statuses' }
  /** Every day of these years was gone through. */
  | { readonly by: 'days'; readonly first: number; readonly last: number }
  /** The text asks only which day comes first, and every day of these years keeps its place. */
  | { readonly by: 'order'; readonly first: number; readonly last: number }
  /** Every case of so many diagnoses that the vocabulary tells apart was gone through. */
  | { readonly by: 'diagnoses'; readonly entries: number }
  /** Its text was read back, and proved to decide as the evaluator's does every case of so many entries. */
  | { readonly by: 'reading'; readonly entries: number };
