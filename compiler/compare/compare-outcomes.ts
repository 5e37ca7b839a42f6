import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Outcome } from '../../dsl/kernel/meaning.ts';
import { and, not, or } from '../logic/term.ts';
import type { Questions } from './questions.ts';

/** One change of outcome: a request that changes so as the solver found it, or that the solver did not settle it. */
export interface FoundChange {
  readonly from: Outcome;
  readonly to: Outcome;
  /** No request changes so by the policy alone. */
  readonly onlyByPlan: boolean;
  readonly found?: CaseRecord;
}

/** The outcomes, those that a requester hopes for first. */
const outcomes: readonly Outcome[] = ['approved', 'modified', 'pended', 'denied', 'notApplicable'];

/** Every change of outcome that some request shows, or that could not be ruled out in time; none where all are ruled out. */
export async function compareOutcomes({
  ask,
  older,
  newer,
  byPolicy,
}: Questions): Promise<readonly FoundChange[]> {
  const differ = (of: readonly Outcome[]) =>
    ask(
      or(
        ...of.map((outcome) =>
          or(
            and(older.outcomes[outcome], not(newer.outcomes[outcome])),
            and(newer.outcomes[outcome], not(older.outcomes[outcome])),
          ),
        ),
      ),
    );
  if ((await differ(outcomes)).status === 'impossible') return [];
  // What the versions speak of is mostly the same: one question then settles eight.
  const hasOneScope = (await differ(['notApplicable'])).status === 'impossible';
  const among = outcomes.filter((outcome) => !hasOneScope || outcome !== 'notApplicable');
  const pairs = among.flatMap((from) => among.filter((to) => to !== from).map((to) => ({ from, to })));
  const changes: FoundChange[] = [];
  for (const { from, to } of pairs) {
    const change = and(older.outcomes[from], newer.outcomes[to]);
    // A version without recommended doses modifies nothing: that needs no solver.
    if (change.kind === 'constant' && change.value === false) continue;
    // What the policy itself decides is shown first: a plan document that covers all says little of the criteria.
    const plain = await ask(change, byPolicy);
    const reply = plain.status === 'possible' ? plain : await ask(change);
    const onlyByPlan = plain.status === 'impossible';
    if (reply.status === 'possible') changes.push({ from, to, onlyByPlan, found: reply.record });
    if (reply.status === 'undecided') changes.push({ from, to, onlyByPlan });
  }
  return changes;
}
