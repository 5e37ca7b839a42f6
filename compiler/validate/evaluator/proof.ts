import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import { error, type Diagnostic } from '../../diagnostic.ts';

/** What is known of an evaluator's text against the kernel that it was made from. */
export interface Proof {
  readonly solver: string;
  /** The years in which the dates of a case lie, for what is proved. */
  readonly years: { readonly first: number; readonly last: number };
  /** SHA-256 of the kernel as canonical JSON, and of the text. */
  readonly kernel: string;
  readonly evaluator: string;
  /** Random cases on which evaluator and interpreter agree, whatever is proved beside them. */
  readonly tested: number;
  /** Of the outcome, the layer that decides, and each clause by its id. */
  readonly claims: readonly Claim[];
  readonly counterexample?: Counterexample;
}

export interface Claim {
  /** The id of a clause; `outcome` for the outcome and its layer. */
  readonly id: string;
  readonly how: How;
}

/** How a claim stands. Of what is proved for lists of few entries, longer ones are tested. */
export type How =
  | { readonly kind: 'proved' }
  | { readonly kind: 'proved up to'; readonly entries: number }
  | { readonly kind: 'tested'; readonly why: string }
  | { readonly kind: 'refuted' };

/** A case of which the two say different things. */
export interface Counterexample {
  readonly record: CaseRecord;
  readonly sentence: string;
}

/** A proof as JSON: the same bytes whenever and wherever it was made. */
export function proofJson(proof: Proof): string {
  return `${JSON.stringify(proof, undefined, 2)}\n`;
}

/** The fault of the compiler that a counterexample shows; none where there is no counterexample. */
export function faultOf({ counterexample }: Proof, policy: string): Diagnostic | undefined {
  if (counterexample === undefined) return undefined;
  return error(
    'TRI910',
    undefined,
    `The evaluator made of ${policy} does not mean what the policy means. ${counterexample.sentence} The case: ${JSON.stringify(counterexample.record)}`,
    'This is a fault of the compiler, not of the policy. Do not use the evaluator; report the policy and this case.',
  );
}

/** The weaker of two ways in which a claim stands. */
export function weaker(first: How, second: How): How {
  const rank = { refuted: 0, tested: 1, 'proved up to': 2, proved: 3 } as const;
  if (first.kind === 'proved up to' && second.kind === 'proved up to')
    return first.entries <= second.entries ? first : second;
  return rank[first.kind] <= rank[second.kind] ? first : second;
}
