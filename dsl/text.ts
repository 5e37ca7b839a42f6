/**
 * Running text as the builders phrase it: emphasis and links are marked, never spelled in Markdown, so that
 * each output prints them its own way.
 */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'reference'; readonly text: string; readonly target: 'appendix' }
  /** Another clause of the policy: its printed number takes the place when the clauses are numbered. */
  | { readonly kind: 'clause'; readonly id: string };

export type Phrase = readonly Span[];

/** Joins pieces of text and phrases into one phrase. */
export function phrase(...parts: readonly (string | Span | Phrase)[]): Phrase {
  return parts.flatMap((part) => (typeof part === 'string' ? [{ kind: 'text' as const, text: part }] : part));
}

/** A word that the published text prints bold, as a quantifier. */
export function strong(text: string): Span {
  return { kind: 'strong', text };
}

/** The words of a phrase, without emphasis. */
export function plainText(text: Phrase): string {
  return text.map((span) => (span.kind === 'clause' ? span.id : span.text)).join('');
}

/** The phrase with its first letter small, to stand within a sentence; an abbreviation (`HbA1c`, `HIV`) keeps its own. */
export function uncapitalised(text: Phrase): Phrase {
  const [first, ...rest] = text;
  if (first === undefined || first.kind !== 'text' || /^\S+?[A-Z0-9]/.test(first.text)) return text;
  return [{ ...first, text: first.text.slice(0, 1).toLowerCase() + first.text.slice(1) }, ...rest];
}

/** The phrase with its first letter large, to open an item. */
export function capitalised(text: Phrase): Phrase {
  const [first, ...rest] = text;
  if (first === undefined || first.kind !== 'text') return text;
  return [{ ...first, text: first.text.slice(0, 1).toUpperCase() + first.text.slice(1) }, ...rest];
}

/** Items as prose: `a`, `a or b`, `a, b, or c`. */
export function proseList(items: readonly Phrase[], conjunction: 'and' | 'or'): Phrase {
  const last = items.length - 1;
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    const comma = items.length > 2 ? ', ' : ' ';
    return phrase(index === last ? `${comma}${conjunction} ` : ', ', item);
  });
}
