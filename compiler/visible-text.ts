/**
 * Controls, bidirectional marks and other characters that hide or reorder the text around them. The ranges are
 * written out, since those of `\p{Cf}` grow with the Unicode version.
 */
const hidden =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]|\udb40[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** An author's text on one line, each character that hides or reorders text shown by its number, as `[U+202E]`. */
export function visible(text: string): string {
  return text.replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, ' ').replace(hidden, (found) => `[U+${codePoint(found)}]`);
}

/** A value as JSON that is safe to read and to embed: no hidden character, and nothing that ends a script element. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
    .replace(/<(?=[/!])/g, '\\u003c')
    // What JSON leaves between tokens is its own line breaks; all else that is hidden stands within a string.
    .replace(hidden, (found) => (found === '\n' ? found : Array.from({ length: found.length }, (_, index) => unit(found.charCodeAt(index))).join('')));
  return `${text}\n`;
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
