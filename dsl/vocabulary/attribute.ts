import type { NamedRow } from '../kernel/kernel.ts';

/** Something about a request or a patient that is one of several: an approach, a site of care, a line of business. */
export interface Attribute<Id extends string, Value extends string> {
  readonly kind: 'attribute';
  readonly id: Id;
  readonly name: string;
  readonly values: readonly AttributeValue<Value>[];
}

/** One of the values of an attribute. */
export interface AttributeValue<Value extends string> extends NamedRow {
  readonly id: Value;
}

/**
 * Declares an attribute; `id` is its key under `attributes` in a case, `name` reads after "the", and so do the names
 * of its values after "is".
 * @example
 * attribute({ id: 'surgical-approach', name: 'surgical approach', values: { open: 'open', laparoscopic: 'laparoscopic' } })
 */
export function attribute<const Id extends string, const Value extends string>(definition: {
  readonly id: Id;
  readonly name: string;
  readonly values: Readonly<Record<Value, string>>;
}): Attribute<Id, Value> {
  const { id, name } = definition;
  const values = Object.entries(definition.values).map(([value, words]) => ({
    id: value,
    name: String(words),
  }));
  // The keys of the declaration are its values: TypeScript knows them as text alone.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  return { kind: 'attribute', id, name, values: values as unknown as readonly AttributeValue<Value>[] };
}
