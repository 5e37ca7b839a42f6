import type { Criterion } from '../member.ts';
import { capitalised, phrase } from '../text.ts';

/** Something found in a patient, as an examination, an image or a test shows it. */
export interface Finding<Id extends string> extends Criterion {
  readonly kind: 'finding';
  readonly id: Id;
  readonly name: string;
  readonly facts?: `findings.${Id}`;
  readonly documentable?: true;
}

/**
 * Declares a finding; `id` is its key in a case, `name` reads within a sentence. It is a criterion as it stands.
 * @example
 * finding({ id: 'disabling-relapse', name: 'disabling relapse' })
 */
export function finding<const Id extends string>(definition: {
  readonly id: Id;
  readonly name: string;
}): Finding<Id> {
  const { id, name } = definition;
  return {
    kind: 'finding',
    means: 'criterion',
    id,
    name,
    wording: { plain: capitalised(phrase(name)), documented: phrase('Documentation of ', name) },
    expression: { kind: 'finding', finding: id, grade: 'plain' },
  };
}
