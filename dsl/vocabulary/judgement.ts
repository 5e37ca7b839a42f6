import type { Criterion } from '../member.ts';
import { capitalised, phrase } from '../text.ts';

/** A question that has no threshold: a reviewer answers it, on papers. */
export interface Judgement<Id extends string> extends Criterion {
  readonly kind: 'judgement';
  readonly id: Id;
  readonly name: string;
  /** The source that the judgement defers to: a label, a compendium, another policy. */
  readonly evidence?: string;
  readonly facts?: `judgements.${Id}`;
  readonly documentable?: true;
}

/**
 * Declares a judgement; `id` is its key in a case, `name` reads within a sentence. `evidence` names the source that it
 * defers to, as "the product's label". It is a criterion as it stands.
 * @example
 * judgement({ id: 'beneficial-response', name: 'beneficial response' })
 */
export function judgement<const Id extends string>(definition: {
  readonly id: Id;
  readonly name: string;
  readonly evidence?: string;
}): Judgement<Id> {
  const { id, name, evidence } = definition;
  const words = phrase(evidence === undefined ? name : `${name}, as judged by ${evidence}`);
  return {
    kind: 'judgement',
    means: 'criterion',
    id,
    name,
    ...(evidence === undefined ? {} : { evidence }),
    wording: { plain: capitalised(words), documented: phrase('Documentation of ', words) },
    expression: { kind: 'judgement', judgement: id, grade: 'plain' },
  };
}
