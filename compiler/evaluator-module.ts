import type { CaseRecord } from '../dsl/kernel/case.ts';
import type { Determination } from '../dsl/kernel/determination.ts';
import type { Outcome } from '../dsl/kernel/meaning.ts';

/** What a generated evaluator exports, its facts taken as a whole case. */
export interface EvaluatorModule {
  readonly policy: {
    readonly number: string;
    readonly title: string;
    readonly effective: string;
    readonly products: readonly string[];
    readonly digest: string;
  };
  readonly leafCount: number;
  readonly clauseCount: number;
  /** The outcomes, by the code that `decide` returns. */
  readonly outcomes: readonly Outcome[];
  /** The clauses, in the order of the buffer that `decide` writes. */
  readonly clauses: readonly { readonly id: string; readonly number: string; readonly text: string }[];
  readonly encode: (facts: CaseRecord, leaves: Uint8Array) => void;
  readonly decide: (leaves: Uint8Array, clauses: Uint8Array) => number;
  readonly determine: (facts: CaseRecord) => Determination;
}
