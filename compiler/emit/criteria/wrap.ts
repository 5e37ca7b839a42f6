/** Breaks text at spaces into lines of at most `width` characters; a word that is longer has a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && lengthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}

const gap = 2;

/**
 * Rows set in columns: the lines of each row. Where they do not fit the page, the widest column gives way and its
 * cells wrap.
 */
export function columns(rows: readonly (readonly string[])[], width: number): readonly (readonly string[])[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => lengthOf(row[column] ?? ''))),
  );
  const surplus = widths.reduce((sum, each) => sum + each + gap, -gap) - width;
  const widest = widths.indexOf(Math.max(...widths));
  if (surplus > 0) widths[widest] = Math.max(20, (widths[widest] ?? 0) - surplus);
  return rows.map((row) => {
    const cells = row.map((cell, column) => wrap(cell, widths[column] ?? width));
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, column) => padded(lines[line] ?? '', widths[column] ?? 0))
        .join(' '.repeat(gap))
        .trimEnd(),
    );
  });
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lengthOf(text)));
}

/** Length as a reader counts it: by characters, and not by code units. */
function lengthOf(text: string): number {
  return [...text].length;
}
