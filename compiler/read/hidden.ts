/** Characters that no reader of a text sees, or that reorder what they see. */
const hidden = new RegExp(
  [
    // Controls, and spaces without width.
    String.raw`[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u2060-\u2064\ufeff\ufff0-\ufffb]`,
    // Line and paragraph ends; marks that turn the direction of writing; joiners.
    String.raw`[\u061c\u200c-\u200f\u2028-\u202e\u2065-\u206f]`,
    // Fillers, variation selectors and other marks that show nothing by themselves.
    String.raw`[\u034f]|[\u115f\u1160\u17b4\u17b5\u3164\uffa0]|[\u180b-\u180f]|[\ufe00-\ufe0f]`,
    // Tags and supplementary variation selectors; halves of a character.
    String.raw`\udb40[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`,
  ].join('|'),
  'g',
);

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
