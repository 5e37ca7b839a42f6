import type { NamedRow } from '../kernel/kernel.ts';
import { always, type EventSelection, type Member } from '../member.ts';
import { phrase } from '../text.ts';

/** A kind of event, or a choice of kinds, for a criterion to be about. */
export interface EventChoice extends Member {
  readonly means: 'event';
}

/** Something that happens to a patient on a day: a visit, a relapse, an authorization. */
export interface EventTerm<Id extends string, Circumstance extends string> extends EventChoice {
  readonly kind: 'event';
  readonly id: Id;
  readonly name: string;
  /** More than one of them, as the text names them. */
  readonly plural: string;
  readonly conditions: readonly Circumstanced<Circumstance>[];
  readonly events: readonly EventSelection[];
  readonly facts?: `events.${Id}`;
}

/** A circumstance that an entry may tell of. */
export interface Circumstanced<Circumstance extends string> extends NamedRow {
  readonly id: Circumstance;
}

/**
 * Declares a kind of event; `id` is its key in a case, `name` reads within a sentence, in the singular. `conditions`
 * are circumstances that an entry may tell of, with the words for them.
 * @example
 * event({ id: 'clinic-visit', name: 'visit to the clinic', plural: 'visits to the clinic', conditions: { inPerson: 'in person' } })
 */
export function event<const Id extends string, const Circumstance extends string = never>(definition: {
  readonly id: Id;
  readonly name: string;
  readonly plural?: string;
  readonly conditions?: Readonly<Record<Circumstance, string>>;
}): EventTerm<Id, Circumstance> {
  const { id, name, plural = `occurrences of ${name}` } = definition;
  const conditions = circumstances(definition.conditions);
  return {
    kind: 'event',
    means: 'event',
    id,
    name,
    plural,
    conditions,
    wording: always(phrase(name)),
    events: [{ id, name, conditions }],
  };
}

/** The circumstances of a declaration, as rows. */
export function circumstances<Circumstance extends string>(
  given: Readonly<Record<Circumstance, string>> | undefined,
): readonly Circumstanced<Circumstance>[] {
  const rows = Object.entries(given ?? {}).map(([id, name]) => ({ id, name: String(name) }));
  // The keys of the declaration are its circumstances: TypeScript knows them as text alone.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  return rows as unknown as readonly Circumstanced<Circumstance>[];
}
