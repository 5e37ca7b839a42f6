import type { Criterion } from '../member.ts';
import { phrase, strong, uncapitalised, type Phrase } from '../text.ts';
import type { RefersOf } from '../paths.ts';

/** The criterion swapped: met where it is not met; unknown stays unknown. It can't be documented. */
export interface Not<C extends Criterion> extends Criterion {
  readonly kind: 'not';
  readonly facts?: C['facts'];
  readonly documentable?: false;
  readonly clauses?: C['clauses'];
  readonly refers?: RefersOf<C>;
}

/**
 * Requires that a criterion is not met. Of a group: that the group as a whole is not.
 * @example
 * not(hivInfection)
 */
export function not<const C extends Criterion>(criterion: C): Not<C> {
  const wording = {
    plain: denied(criterion.wording.plain),
    documented: denied(criterion.wording.documented),
  };
  const { join, members, numbering, expression, reading } = criterion;
  return {
    kind: 'not',
    means: 'criterion',
    wording,
    ...(join === undefined ? {} : { join: { ...join, negated: join.negated !== true } }),
    ...(members === undefined ? {} : { members }),
    ...(numbering === undefined ? {} : { numbering }),
    ...(expression === undefined ? {} : { expression: { kind: 'not', of: expression } }),
    ...(reading === undefined ? {} : { reading }),
  };
}

function denied(wording: Phrase): Phrase {
  return phrase(strong('NOT'), ': ', uncapitalised(wording));
}
