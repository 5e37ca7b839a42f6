/**
 * Controls, bidirectional marks and other characters that hide or reorder the text around them. The ranges are
 * written out, since those of `\p{Cf}` grow with the Unicode version.
 */
export const hidden =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- each range is meant
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]|\udb40[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** An author's text on one line, each character that hides or reorders text shown by its number, as `[U+202E]`. */
export function visible(text: string): string {
  return text
    .replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, ' ')
    .replace(hidden, (found) => `[U+${codePoint(found)}]`);
}

/**
 * A value as JSON that is safe to read and to embed: no hidden character, and nothing that ends a script element. What
 * stands in a list takes one line, so that a change of one entry changes one line.
 */
export function jsonText(value: unknown): string {
  const text = printed(value, '')
    .replace(/<(?=[/!])/g, '\\u003c')
    // Outside its strings the text's own line breaks are all that is hidden; within them JSON has escaped them.
    .replace(hidden, (found) => (found === '\n' ? found : [...units(found)].join('')));
  return `${text}\n`;
}

function printed(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((entry) => JSON.stringify(entry) ?? 'null')
    : Object.entries(value).flatMap(([key, entry]) =>
        entry === undefined ? [] : [`${JSON.stringify(key)}: ${printed(entry, inner)}`],
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const short =
    Array.isArray(value) && value.every((entry) => typeof entry !== 'object') ? lines.join(', ') : '';
  if (lines.length === 0 || (short !== '' && short.length <= 100)) return `${open}${short}${close}`;
  return `${open}\n${lines.map((line) => inner + line).join(',\n')}\n${indent}${close}`;
}

function* units(text: string): Generator<string> {
  for (let index = 0; index < text.length; index += 1) {
    yield `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
