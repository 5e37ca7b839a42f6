import { always, type Criterion } from '../member.ts';
import { Refused } from '../refusal.ts';
import { phrase, plainText, proseList } from '../text.ts';
import type { Attribute } from '../vocabulary/attribute.ts';

/** An attribute of the request has one of these values. */
export interface Requested<Id extends string> extends Criterion {
  readonly kind: 'requested';
  readonly facts?: `attributes.${Id}`;
  readonly documentable?: false;
}

/**
 * Requires that an attribute has a value, or one of several.
 * @throws Refused where no value is named, or one that the attribute lacks.
 * @example
 * requested(attribute({ id: 'surgical-approach', name: 'surgical approach', values: { open: 'open', laparoscopic: 'laparoscopic' } }), 'laparoscopic')
 */
export function requested<const Id extends string, const Value extends string>(
  attribute: Attribute<Id, Value>,
  values: NoInfer<Value> | readonly NoInfer<Value>[],
): Requested<Id> {
  const wanted: readonly string[] = typeof values === 'string' ? [values] : values;
  const named = wanted.map((id) => attribute.values.find((value) => value.id === id)?.name);
  if (named.length === 0 || named.includes(undefined)) {
    throw new Refused(
      'attribute-value',
      `'${attribute.id}' is asked to be ${wanted.length === 0 ? 'none of its values' : `'${wanted.join("', '")}'`}.`,
      `Name values of it: ${attribute.values.map(({ id }) => id).join(', ')}.`,
    );
  }
  const words = proseList(
    named.map((name) => phrase(name ?? '')),
    'or',
  );
  return {
    kind: 'requested',
    means: 'criterion',
    wording: always(phrase(`The ${attribute.name} is ${plainText(words)}`)),
    expression: { kind: 'choice', field: `attributes.${attribute.id}`, among: wanted },
  };
}
