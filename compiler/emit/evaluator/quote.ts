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

/** The pieces that a module exports, by name: an order that does not depend on how the module was loaded. */
export function piecesOf(module: Readonly<Record<string, Code>>): readonly Code[] {
  return Object.entries(module)
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([, piece]) => piece);
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
  const printable = Array.from(text, (symbol) => (isPrintable(symbol) ? symbol : escape(symbol))).join('');
  return `'${printable.replace(/<(?=[/!])/g, '<\\')}'`;
}

/**
 * What does not print as itself: controls, format characters (bidi among them), separators but the space, variation
 * selectors, private use, half surrogate pairs. The ranges are written out, since those of `\p{Cf}` grow with the
 * Unicode version, and the same policy must give the same bytes.
 */
const unprintable: readonly (readonly [from: number, to: number])[] = [
  [0x0000, 0x001f],
  [0x007f, 0x00a0],
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xd800, 0xf8ff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xffff],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0x10ffff],
];

function isPrintable(symbol: string): boolean {
  const point = symbol.codePointAt(0) ?? 0;
  return symbol !== "'" && symbol !== '\\' && !unprintable.some(([from, to]) => from <= point && point <= to);
}

/** An escape of every UTF-16 unit of a symbol; a quote and a backslash keep their usual ones. */
function escape(symbol: string): string {
  if (symbol === "'" || symbol === '\\') return `\\${symbol}`;
  if (symbol === '\n') return '\\n';
  const units = Array.from({ length: symbol.length }, (_, index) => symbol.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
