import type { Outcome } from '../../../dsl/kernel/meaning.ts';
import type { CompiledPolicy } from '../../compiled-policy.ts';
import { decisionOf } from '../../suite/decision.ts';
import { shownBy, type ShownBy } from '../../suite/shown.ts';

/** How one clause is shown to decide by itself. */
export interface IndependenceRow {
  readonly id: string;
  /** Two cases of the suite, in which the clause is met and not met. */
  readonly pair?: {
    readonly kind: 'unique' | 'masking';
    readonly met: string;
    readonly notMet: string;
    readonly outcomes: { readonly met: Outcome; readonly notMet: Outcome };
  };
  /** Why there is no pair. */
  readonly why?: string;
  readonly proof?: 'proved' | 'undecided';
  /** Facts of the clause without which a case of the suite is pended. */
  readonly withheld: readonly string[];
  /** Two of the author's cases that show it. */
  readonly shownBy?: ShownBy;
  /** A case of the suite to take over where the author's show it from one side or none. */
  readonly ready?: readonly string[];
}

/** The clauses that put questions, each with its pair; nothing for a policy whose suite was not worked out. */
export function independenceOf({
  kernel,
  suite,
  cases,
}: CompiledPolicy): readonly IndependenceRow[] | undefined {
  if (suite === undefined) return undefined;
  const decision = decisionOf(kernel);
  const shown = shownBy(decision, cases);
  return decision.bottom.map(({ id }): IndependenceRow => {
    const pair = suite.pairs.find(({ clause }) => clause === id);
    const none = suite.notIndependent.find(({ clause }) => clause === id);
    const own = shown.get(id);
    return {
      id,
      ...(pair === undefined
        ? {}
        : { pair: { kind: pair.kind, met: pair.met, notMet: pair.notMet, outcomes: pair.outcomes } }),
      ...(none === undefined ? {} : { why: none.why, proof: none.status }),
      withheld: suite.withheld.filter(({ clause }) => clause === id).map(({ fact }) => fact),
      ...(own === undefined ? {} : { shownBy: own }),
      ...(own !== undefined || pair === undefined ? {} : { ready: [pair.met, pair.notMet] }),
    };
  });
}
