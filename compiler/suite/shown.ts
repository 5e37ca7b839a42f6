import { decide, flippedOutcome, type Decided, type Decision } from './decision.ts';

/** Two cases of an author's that show a clause by itself. */
export interface ShownBy {
  /** Names of cases: in the first the clause is met, in the second it is not. */
  readonly met: string;
  readonly notMet: string;
}

/**
 * Which clauses worked cases show by themselves, each with the first two that do. Two cases show a clause where it is met
 * in one and not met in the other, their outcomes differ, and in each of them the clause alone, put the other way, gives
 * the other's outcome: what else differs between them does not matter to it.
 */
export function shownBy(
  decision: Decision,
  cases: readonly { readonly name: string; readonly record: Decided['record'] }[],
): ReadonlyMap<string, ShownBy> {
  const decided = cases.map(({ name, record }) => ({ name, decided: decide(decision, record) }));
  const found = new Map<string, ShownBy>();
  for (const { id } of decision.bottom) {
    // By how the outcome turns, the first case of each side.
    const sides = new Map<string, string>();
    for (const each of decided) {
      const other = flippedOutcome(decision, each.decided, id);
      if (other === undefined) continue;
      const isMet = each.decided.statuses.get(id)?.truth === 'met';
      const [met, notMet] = isMet ? [each.decided.outcome, other] : [other, each.decided.outcome];
      const side = (of: boolean) => `${met} to ${notMet}: ${of ? 'met' : 'not met'}`;
      if (!sides.has(side(isMet))) sides.set(side(isMet), each.name);
      const beside = sides.get(side(!isMet));
      if (beside === undefined) continue;
      found.set(id, isMet ? { met: each.name, notMet: beside } : { met: beside, notMet: each.name });
      break;
    }
  }
  return found;
}
