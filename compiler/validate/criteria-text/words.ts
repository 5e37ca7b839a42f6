/** A text without what has no effect on its meaning, and that. */
export interface Noted {
  readonly words: string;
  /** Notes in square brackets and examples, which never ask for anything. */
  readonly notes: readonly string[];
}

const opensExample = '(for example,';

/** Parts a text from its bracketed notes and examples. */
export function withoutNotes(text: string): Noted {
  const notes: string[] = [];
  let words = '';
  for (let at = 0; at < text.length; at += 1) {
    const isNote = text[at] === '[' || text.startsWith(opensExample, at);
    const end = isNote ? closingOf(text, at) : undefined;
    if (end === undefined) words += text[at] ?? '';
    else {
      notes.push(text.slice(at, end + 1));
      at = end;
    }
  }
  return { words: words.replace(/\s+/g, ' ').trim(), notes };
}

const closers: Readonly<Record<string, string>> = { '[': ']', '(': ')' };

/** Where the bracket closes that opens at a place; nothing where it doesn't. */
function closingOf(text: string, from: number): number | undefined {
  const opener = text[from] ?? '';
  const closer = closers[opener];
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === opener) depth += 1;
    else if (text[at] === closer) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** The words by which a text turns round what it says in capitals, as the language prints it: `NOT:`, `NEVER`, `NO`. */
export function capitalNegations(words: string): readonly string[] {
  return [...words.matchAll(/\b(?:NOT|NEVER|NO|NONE|NEITHER)\b/g)].map(([word]) => word);
}

/** Whether a text has any word that may turn round what it says. */
export function mayNegate(words: string): boolean {
  return /\b(?:not|never|no|none|neither|nor|without|absence|absent|free of|lacks?|lacking|negative|other than|excluded|ruled out)\b|n't\b/i.test(
    words,
  );
}

/** The conjunctions of a text. */
export interface Joiners {
  readonly and: boolean;
  readonly or: boolean;
}

/** The conjunctions among these words, in any case of letters. */
export function joinersIn(words: string): Joiners {
  return { and: /\band\b/i.test(words), or: /\bor\b/i.test(words) };
}

/** The conjunctions that are printed in capitals, as the language prints those that decide. */
export function capitalJoiners(words: string): Joiners {
  return { and: /\bAND\b/.test(words), or: /\bOR\b/.test(words) };
}

/** The text without these names, which may hold any words; in any case of letters, the longest first. */
export function withoutNames(words: string, names: readonly string[]): string {
  const patterns = names
    .filter((name) => name !== '')
    .sort((first, second) => second.length - first.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return patterns.length === 0 ? words : words.replace(new RegExp(patterns.join('|'), 'gi'), '\u2026');
}
