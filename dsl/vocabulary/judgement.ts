import type { Criterion } from '../member.ts';
import { capitalised, phrase } from '../text.ts';

/** A question that has no threshold: a reviewer answers it, on papers. */
export interface Judgement<Id extends string> extends Criterion {
  readonly kind: 'judgement';
  readonly id: Id;
  readonly name: string;
  readonly facts?: `judgements.${Id}`;
  readonly documentable?: true;
}

/** Declares a judgement; `id` is its key in a case, `name` reads within a sentence. It is a criterion as it stands. */
export function judgement<const Id extends string>(definition: {
  readonly id: Id;
  readonly name: string;
}): Judgement<Id> {
  const { id, name } = definition;
  return {
    kind: 'judgement',
    means: 'criterion',
    id,
    name,
    wording: { plain: capitalised(phrase(name)), documented: phrase('Documentation of ', name) },
    expression: { kind: 'judgement', judgement: id, grade: 'plain' },
  };
}
