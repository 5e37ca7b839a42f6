import { always, type Criterion } from '../member.ts';
import type { RefersOf } from '../paths.ts';
import { phrase } from '../text.ts';

/** A criterion that an exception lifts; both are clauses, `criterion` and `exception`. */
export interface Unless<X extends Criterion, C extends Criterion> extends Criterion {
  readonly kind: 'unless';
  readonly facts?: X['facts'] | C['facts'];
  readonly documentable?: false;
  readonly clauses?: { readonly criterion: C; readonly exception: X };
  readonly refers?: RefersOf<X> | RefersOf<C>;
}

/**
 * Requires a criterion, unless an exception is met. An exception that is unknown does not lift it, and leaves it open
 * where it is not met.
 * @example
 * unless(hivInfection, ageAtLeast(17))
 */
export function unless<const X extends Criterion, const C extends Criterion>(
  exception: X,
  criterion: C,
): Unless<X, C> {
  return {
    kind: 'unless',
    means: 'criterion',
    wording: always(phrase('The first of the following is required, unless the second is met:')),
    join: { kind: 'any' },
    members: { criterion, exception },
  };
}
