import type { Vocabulary } from '../../../dsl/vocabulary/vocabulary.ts';

/** What kinds of entry a vocabulary has; what shares a kind shares its ids. */
export type EntryKind =
  | 'product'
  | 'ingredient'
  | 'disease course'
  | 'finding'
  | 'judgement'
  | 'specialty'
  | 'indication'
  | 'billing code'
  | 'event'
  | 'milestone'
  | 'attribute'
  | 'commitment';

/** An entry of a vocabulary. */
export interface Entry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly name: string;
  /** Codes of other systems that may stand for this entry alone: `LOINC 4548-4`. */
  readonly codes: readonly string[];
  readonly value: object;
}

/** Every entry of a vocabulary, in the order of its lists. */
export function entriesOf(vocabulary: Vocabulary): readonly Entry[] {
  const named = (kind: EntryKind, rows: readonly { readonly id: string; readonly name: string }[]) =>
    rows.map((row): Entry => ({ kind, id: row.id, name: row.name, codes: [], value: row }));
  return [
    ...vocabulary.products.map((row): Entry => ({
      kind: 'product',
      id: row.id,
      name: row.brand,
      codes: [],
      value: row,
    })),
    ...named('product', vocabulary.items),
    ...vocabulary.ingredients.map((row): Entry => ({
      kind: 'ingredient',
      id: row.id,
      name: row.name,
      codes: row.rxnorm === undefined ? [] : [`RxNorm ${row.rxnorm}`],
      value: row,
    })),
    ...named('disease course', vocabulary.courses),
    ...named('finding', vocabulary.findings),
    ...named('judgement', vocabulary.judgements),
    ...vocabulary.specialties.map((row): Entry => ({
      kind: 'specialty',
      id: row.id,
      name: row.practitioner,
      codes: [],
      value: row,
    })),
    ...named('indication', vocabulary.diseases),
    ...vocabulary.billingCodes.map((row): Entry => ({
      kind: 'billing code',
      id: row.code,
      name: row.code,
      codes: [],
      value: row,
    })),
    ...vocabulary.measures.map((row): Entry => ({
      kind: 'event',
      id: row.id,
      name: row.name,
      codes: row.loinc === undefined ? [] : [`LOINC ${row.loinc}`],
      value: row,
    })),
    ...named('event', vocabulary.events),
    ...named('milestone', vocabulary.milestones),
    ...named('attribute', vocabulary.attributes),
    ...named('commitment', vocabulary.commitments),
  ];
}

/** An entry by its kind and id. */
export function entryKey(kind: EntryKind, id: string): string {
  return `${kind} ${id}`;
}

/** As names are compared: without marks, in small letters. */
export function foldedName(text: string): string {
  return text.replace(/[®™©]/g, '').trim().replace(/\s+/g, ' ').toLowerCase();
}
