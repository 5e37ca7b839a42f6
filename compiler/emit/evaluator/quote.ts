/** A piece of generated source: printed as it is, where a string would be quoted. */
export interface Code {
  readonly code: string;
}

/** What a generated piece may hold: source as it is, lists of it a line each, and values, which are quoted. */
export type Printable = Code | readonly Code[] | string | number | boolean;

/**
 * A tagged template for generated source: a string is quoted, a number printed, and a piece of source is
 * indented as the line that it stands on. So no text of an author can end a literal or a comment.
 *
 * @example source`const name = ${"it's"};`.code === "const name = 'it\\'s';"
 */
export function source(strings: TemplateStringsArray, ...values: readonly Printable[]): Code {
  let code = strings[0] ?? '';
  values.forEach((value, index) => {
    const indent = /(?:^|\n)([ \t]*)$/.exec(code)?.[1] ?? '';
    code += print(value).replaceAll('\n', `\n${indent}`) + (strings[index + 1] ?? '');
  });
  return { code: code.replace(/^[ \t]+$/gm, '') };
}

/** Source that this project wrote itself and that holds no value of an author's. */
export function verbatim(text: string): Code {
  return { code: text.replace(/^\n+|\s+$/g, '') };
}

/** Pieces side by side, with a separator that is no text of an author's. */
export function join(pieces: readonly Code[], separator: string): Code {
  return { code: pieces.map(({ code }) => code).join(separator) };
}

/** A list literal of values. */
export function list(values: readonly Printable[]): Code {
  return { code: `[${values.map(print).join(', ')}]` };
}

function print(value: Printable): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return 'code' in value ? value.code : value.map(({ code }) => code).join('\n');
}

/** A string literal in which nothing that breaks, hides or reorders source is left as it was. */
export function quote(text: string): string {
  return `'${text
    .replace(/[\\']/g, '\\$&')
    .replace(unprintable, escape)
    .replace(/<(?=[/!])/g, '<\\')}'`;
}

/**
 * Controls, format characters (bidi among them), separators but the space, variation selectors, private use and
 * half surrogate pairs. The ranges are written out, since those of `\p{Cf}` grow with the Unicode version.
 */
const unprintable =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\udb40-\udbff][\udc00-\udfff]|\ud82f[\udca0-\udca3]|\ud834[\udd73-\udd7a]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escape(text: string): string {
  return Array.from({ length: text.length }, (_, index) => unit(text.charCodeAt(index))).join('');
}

function unit(code: number): string {
  if (code === 0x0a) return '\\n';
  if (code === 0x09) return '\\t';
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
