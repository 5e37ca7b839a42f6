import { always, type Criterion } from '../member.ts';
import { capitalised, phrase } from '../text.ts';

/** What is undertaken for the treatment asked for. */
export interface Commitment<Id extends string> extends Criterion {
  readonly kind: 'commitment';
  readonly id: Id;
  readonly name: string;
  readonly facts?: `commitments.${Id}`;
  readonly documentable?: false;
}

/**
 * Declares a commitment; `id` is its key under `commitments` in a case, `name` reads after "the individual". It is a
 * criterion as it stands.
 * @example
 * commitment({ id: 'with-methotrexate', name: 'will take methotrexate with it' })
 */
export function commitment<const Id extends string>(definition: {
  readonly id: Id;
  readonly name: string;
}): Commitment<Id> {
  const { id, name } = definition;
  return {
    kind: 'commitment',
    means: 'criterion',
    id,
    name,
    wording: always(capitalised(phrase(name))),
    expression: { kind: 'affirmed', register: 'commitments', id },
  };
}
