import { decideAnew } from './decide-anew.ts';
import type { Decided, Decision } from './decision.ts';
import { withheldWith, withhold } from './record-facts.ts';
import type { IndependencePair, Withheld } from './suite.ts';

/**
 * For each clause and each fact that it reads, a case of the suite that is pended without that fact: one of the clause's
 * own pair, where that is so, else the first. The cases are given by their names, in the suite's order.
 */
export function withheldFrom(
  decision: Decision,
  cases: ReadonlyMap<string, Decided>,
  pairs: readonly IndependencePair[],
): readonly Withheld[] {
  const known = new Map<string, Decided>();
  const without = (name: string, whole: Decided, fact: string): Decided => {
    const key = `${name} ${fact}`;
    const before =
      known.get(key) ?? decideAnew(decision, whole, withhold(whole.record, fact), withheldWith(fact));
    known.set(key, before);
    return before;
  };
  return decision.bottom.flatMap((clause) => {
    const pair = pairs.find((each) => each.clause === clause.id);
    const own = [...cases].filter(([name]) => name === pair?.met || name === pair?.notMet);
    return (decision.facts.get(clause.id) ?? []).flatMap((fact): readonly Withheld[] => {
      const from = [...own, ...cases].find(([name, whole]) => {
        const { outcome, statuses } = without(name, whole, fact);
        return outcome === 'pended' && statuses.get(clause.id)?.truth === 'unknown';
      });
      return from === undefined ? [] : [{ clause: clause.id, number: clause.number, fact, from: from[0] }];
    });
  });
}
