import { hidden } from '../visible-text.ts';

/** A hidden character and where it stands. */
export interface HiddenCharacter {
  readonly index: number;
  readonly text: string;
  /** As `U+202E`. */
  readonly codePoint: string;
}

/** The hidden characters of a text, line breaks and tabs included. */
export function hiddenCharacters(text: string): readonly HiddenCharacter[] {
  return [...text.matchAll(hidden)].map((match) => ({
    index: match.index,
    text: match[0],
    codePoint: `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  }));
}
