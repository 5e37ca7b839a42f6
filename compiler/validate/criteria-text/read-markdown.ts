import { closed, type OpenItem, type PrintedDocument } from './document.ts';

/** Reads `criteria.md` back to the same tree as `criteria.txt`: each item is a line, its mark the first word of it. */
export function readCriteriaMarkdown(text: string): PrintedDocument {
  const sections: { readonly heading: string; readonly entries: OpenItem[] }[] = [];
  // The items that are still open and the column of their text; an item further in goes below the last of them.
  let open: { readonly item: OpenItem; readonly column: number }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line === '---') continue;
    const heading = /^#{1,2} (.*)$/.exec(line);
    const entries = sections.at(-1)?.entries ?? [];
    const item = /^( *)(-|\d+\.) (.*)$/.exec(line);
    if (heading !== null) {
      sections.push({ heading: plain(heading[1] ?? ''), entries: [] });
      open = [];
    } else if (item === null) {
      const paragraph: OpenItem = { mark: '', words: [plain(line)], line: index + 1, items: [] };
      entries.push(paragraph);
      open = [];
    } else {
      const [, indent = '', bullet = '', words = ''] = item;
      if (entries.length === 0) entries.push({ mark: '', words: [], line: index + 1, items: [] });
      open = open.filter(({ column }) => column <= indent.length);
      const parent = open.at(-1)?.item ?? entries.at(-1);
      const read: OpenItem = { mark: bullet, words: [plain(words)], line: index + 1, items: [] };
      parent?.items.push(read);
      open.push({ item: read, column: indent.length + bullet.length + 1 });
    }
  }
  return sections.map(({ heading, entries }) => ({ heading, entries: entries.map(marked).map(closed) }));
}

/** Takes the published marks out of the texts of a list whose every item has one. */
function marked(item: OpenItem): OpenItem {
  const marks = item.items.map(({ words }) => /^([A-Za-z]+\.|\d+\.) (.*)$/.exec(words.join(' ')));
  const hasMarks = item.items.every(({ mark }, index) => mark === '-' && marks[index] !== null);
  const items = item.items.map((child, index): OpenItem => {
    const [, mark = child.mark, words = ''] = marks[index] ?? [];
    return marked(hasMarks ? { ...child, mark, words: [words] } : child);
  });
  return { ...item, items };
}

/** The text that a line of Markdown shows: without emphasis and the targets of links, with escapes undone. */
function plain(line: string): string {
  return line.replace(
    /\\([!-/:-@[-`{-~])|&#x([0-9A-F]+);|\*\*|\[((?:\\.|[^\]\\])*)\]\(#[^)]*\)/gi,
    (_all, escaped?: string, code?: string, linked?: string) => {
      if (escaped !== undefined) return escaped;
      if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
      return linked === undefined ? '' : plain(linked);
    },
  );
}
