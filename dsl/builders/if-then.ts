import { always, type Criterion } from '../member.ts';
import type { RefersOf } from '../paths.ts';
import { phrase, uncapitalised, type Phrase } from '../text.ts';
import { inLine, whole } from '../whole.ts';

/** A criterion that is asked for under a condition alone; what is asked for is the clause `then`. */
export interface IfThen<W extends Criterion, T extends Criterion> extends Criterion {
  readonly kind: 'ifThen';
  readonly facts?: W['facts'] | T['facts'];
  readonly documentable?: false;
  readonly clauses?: { readonly then: T };
  readonly refers?: RefersOf<W> | RefersOf<T>;
}

/**
 * Requires a criterion where a condition is met; where it is not, nothing is asked for. An unknown condition leaves it
 * unknown, unless the criterion is met.
 * @example
 * ifThen(ageAtLeast(65), mriHighlyActive)
 */
export function ifThen<const W extends Criterion, const T extends Criterion>(when: W, then: T): IfThen<W, T> {
  return {
    kind: 'ifThen',
    means: 'criterion',
    wording: always(phrase('If ', conditionText(when), ', then the following must be met:')),
    join: { kind: 'any', besides: [{ kind: 'not', of: whole(when) }] },
    members: { then },
    ...(when.reading === undefined ? {} : { reading: when.reading }),
  };
}

/** A condition within a sentence; a list in brackets. */
export function conditionText(when: Criterion): Phrase {
  const words = uncapitalised(inLine(when));
  return when.members === undefined ? words : phrase('(', words, ')');
}
