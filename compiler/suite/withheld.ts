import { decide, type Decided, type Decision } from './decision.ts';
import { withhold } from './record-facts.ts';
import type { IndependencePair, SuiteCase, Withheld } from './suite.ts';

/**
 * For each clause and each fact that it reads, a case of the suite that is pended without that fact: one of the clause's
 * own pair, where that is so, else the first.
 */
export function withheldFrom(
  decision: Decision,
  cases: readonly SuiteCase[],
  pairs: readonly IndependencePair[],
): readonly Withheld[] {
  const known = new Map<string, Decided>();
  const without = (each: SuiteCase, fact: string): Decided => {
    const key = `${each.name} ${fact}`;
    const before = known.get(key) ?? decide(decision, withhold(each.record, fact));
    known.set(key, before);
    return before;
  };
  return decision.bottom.flatMap((clause) => {
    const pair = pairs.find((each) => each.clause === clause.id);
    const own = cases.filter(({ name }) => name === pair?.met || name === pair?.notMet);
    return (decision.facts.get(clause.id) ?? []).flatMap((fact): readonly Withheld[] => {
      const from = [...own, ...cases].find((each) => {
        const { outcome, statuses } = without(each, fact);
        return outcome === 'pended' && statuses.get(clause.id)?.truth === 'unknown';
      });
      return from === undefined ? [] : [{ clause: clause.id, number: clause.number, fact, from: from.name }];
    });
  });
}
