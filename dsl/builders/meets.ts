import type { Expression } from '../kernel/expression.ts';
import { always, type Criterion } from '../member.ts';
import { Refused } from '../refusal.ts';
import { phrase, proseList, type Span } from '../text.ts';

/** Other clauses of the same policy are met. */
export interface Meets<Ids extends string> extends Criterion {
  readonly kind: 'meets';
  readonly facts?: never;
  readonly documentable?: false;
  readonly refers?: Ids;
}

/**
 * Requires that other clauses of the policy, which come before it, are met; they print by their numbers.
 * @throws Refused where no clause is named. The policy refuses a clause that is not there or does not come before.
 * @example
 * meets('diagnosis', 'training')
 */
export function meets<const Ids extends readonly [string, ...string[]]>(...ids: Ids): Meets<Ids[number]> {
  if (ids.length < 1) {
    throw new Refused(
      'meets-nothing',
      'meets() names no clause.',
      "Name one by its path: meets('diagnosis').",
    );
  }
  const spans = ids.map((id): readonly Span[] => [{ kind: 'clause', id }]);
  return {
    kind: 'meets',
    means: 'criterion',
    wording: always(
      phrase(
        ids.length === 1 ? 'Criterion ' : 'Criteria ',
        proseList(spans, 'and'),
        ids.length === 1 ? ' is met' : ' are all met',
      ),
    ),
    expression: { kind: 'all', of: ids.map((id): Expression => ({ kind: 'clause', id })) },
  };
}
