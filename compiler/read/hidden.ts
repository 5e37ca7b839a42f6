/** Characters that no reader of a text sees, or that reorder what they see. */
const hidden =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]|\udb40[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

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
