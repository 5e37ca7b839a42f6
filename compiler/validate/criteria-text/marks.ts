/** The ways in which a list counts, by its first mark. */
const firsts = ['A.', 'a.', 'i.', '1.', '-'] as const;

type Style = (typeof firsts)[number];

/**
 * Where the marks of a list stop counting on, from 0: `A., B., D.` stops at 2. Nothing where they all do, or where all
 * are bullets.
 */
export function stopsCounting(marks: readonly string[]): number | undefined {
  const style = firsts.find((first) => first === marks[0]);
  if (style === undefined) return marks.length === 0 ? undefined : 0;
  if (style === '-') return foundAt(marks.findIndex((mark) => mark !== '-'));
  return foundAt(marks.findIndex((mark, index) => valueOf(mark, style) !== index + 1));
}

function foundAt(index: number): number | undefined {
  return index === -1 ? undefined : index;
}

/** What a mark counts, from 1; not a number where it is none of its style. */
function valueOf(mark: string, style: Exclude<Style, '-'>): number {
  const label = mark.endsWith('.') ? mark.slice(0, -1) : '';
  switch (style) {
    case '1.':
      return /^[1-9]\d*$/.test(label) ? Number(label) : Number.NaN;
    case 'A.':
      return /^[A-Z]+$/.test(label) ? lettersValue(label.toLowerCase()) : Number.NaN;
    case 'a.':
      return /^[a-z]+$/.test(label) ? lettersValue(label) : Number.NaN;
    case 'i.':
      return romanValue(label);
  }
}

/** `a` is 1, `z` is 26, `aa` is 27. */
function lettersValue(label: string): number {
  return [...label].reduce((value, letter) => value * 26 + letter.charCodeAt(0) - 96, 0);
}

const roman: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
const wellFormed = /^m*(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;

function romanValue(label: string): number {
  if (label === '' || !wellFormed.test(label)) return Number.NaN;
  const values = [...label].map((letter) => roman[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
