import { createColors } from 'picocolors';

/** Wraps words in colours, or leaves them as they are. */
export type Paint = ReturnType<typeof createColors>;

/** Colours for a terminal; plain words for anything else. */
export function paint(inColour: boolean): Paint {
  return createColors(inColour);
}

/** The widest line that is printed for a person. */
export const width = 100;

/**
 * Text from a case or a policy made safe for a terminal: controls, which could move the cursor or hide words, and
 * marks that turn the direction of writing, are shown as �.
 */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/gu, (found) =>
    found === '\n' || found === '\t' ? ' ' : '�',
  );
}

/** Wraps words to a width: the first line after `lead`, the others below its end. A longer word stands alone. */
export function wrapped(lead: string, text: string, columns = width): string {
  const indent = ' '.repeat(lead.length);
  const lines: string[] = [];
  let line = lead;
  let empty = true;
  for (const word of harmless(text).split(/\s+/).filter(Boolean)) {
    if (!empty && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = indent + word;
    } else {
      line += empty ? word : ` ${word}`;
    }
    empty = false;
  }
  return [...lines, line].join('\n').replace(/ +$/gm, '');
}

/** `1 case`, `2 cases`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** Rows as columns, each as wide as its widest cell; the last is not padded. */
export function columns(rows: readonly (readonly string[])[], gap = '  '): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join(gap)
      .trimEnd(),
  );
}
