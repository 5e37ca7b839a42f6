import { closed, type OpenItem, type PrintedDocument } from './document.ts';

/** A list stands so many columns further in than the item that it belongs to. */
const step = 4;
/** Lines are filled up to so many characters. */
const width = 100;

/**
 * Reads `criteria.txt` back to a tree: headings are underlined, blocks are parted by an empty line, an item opens with its
 * mark, and its further lines hang beside it.
 */
export function readCriteriaText(text: string): PrintedDocument {
  const lines = text.split('\n');
  const sections: { readonly heading: string; readonly entries: OpenItem[] }[] = [];
  for (const { from, end } of blocksOf(lines)) {
    if (isHeading(lines, from, end)) sections.push({ heading: lines[from] ?? '', entries: [] });
    else if (!isRule(lines, from, end)) readBlock(lines, from, end, sections.at(-1)?.entries ?? []);
  }
  return sections.map(({ heading, entries }) => ({ heading, entries: entries.map(closed) }));
}

/** Runs of lines that are not empty: from the first one to the one behind the last. */
function blocksOf(lines: readonly string[]): readonly { readonly from: number; readonly end: number }[] {
  const blocks: { from: number; end: number }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const last = blocks.at(-1);
    if (last?.end === index) last.end = index + 1;
    else blocks.push({ from: index, end: index + 1 });
  }
  return blocks;
}

function isRule(lines: readonly string[], from: number, end: number): boolean {
  return end - from === 1 && /^=+$/.test(lines[from] ?? '');
}

function isHeading(lines: readonly string[], from: number, end: number): boolean {
  const rule = lines[from + 1] ?? '';
  return end - from === 2 && /^(?:-+|=+)$/.test(rule) && [...rule].length === [...(lines[from] ?? '')].length;
}

/** A paragraph becomes an entry; the items of a list go below the entry before it. */
function readBlock(lines: readonly string[], from: number, end: number, entries: OpenItem[]): void {
  const last = entries.at(-1);
  const opening = markOf(lines[from] ?? '');
  // The heading of an indication may look like a long mark, as `MS. Individual meets ...`; a list opens with a short one.
  if (opening === undefined || opening.indent > 0 || !opening.isWide) {
    entries.push({ mark: '', words: lines.slice(from, end), line: from + 1, items: [] });
    return;
  }
  const parent = last ?? { mark: '', words: [], line: from + 1, items: [] };
  if (last === undefined) entries.push(parent);
  // The items that are still open, from the outermost on: what comes next goes below one of them.
  const open: { readonly item: OpenItem; readonly indent: number }[] = [{ item: parent, indent: -step }];
  for (let index = from; index < end; index += 1) {
    const line = lines[index] ?? '';
    const found = markOf(line);
    const level = found === undefined ? -1 : found.indent / step;
    if (found !== undefined && level < open.length && isItem(found, level, open, lines[index - 1] ?? '')) {
      open.length = level + 1;
      const item: OpenItem = { mark: found.mark, words: [found.text], line: index + 1, items: [] };
      open.at(-1)?.item.items.push(item);
      open.push({ item, indent: found.indent });
    } else {
      open.at(-1)?.item.words.push(line);
    }
  }
}

interface FoundMark {
  readonly mark: string;
  readonly text: string;
  readonly indent: number;
  /** More than one space stands behind the mark, which running text never has. */
  readonly isWide: boolean;
}

function markOf(line: string): FoundMark | undefined {
  const found = /^( *)(-|[A-Za-z]{1,2}\.|[ivxlcdm]+\.|\d+\.)( +)(\S.*)$/.exec(line);
  if (found === null) return undefined;
  const [, indent = '', mark = '', gap = '', text = ''] = found;
  if (indent.length % step !== 0 || gap.length !== Math.max(step - mark.length, 1)) return undefined;
  return { mark, text, indent: indent.length, isWide: gap.length > 1 };
}

/**
 * Whether a line that looks like an item is one. A long mark has a single space behind it, as a word of the text that
 * hangs beside the item above may have: it opens an item where a list is open at that place, or where the line above
 * had room for it, so that it was not carried over from there.
 */
function isItem(
  { mark, isWide }: FoundMark,
  level: number,
  open: readonly { readonly item: OpenItem }[],
  before: string,
): boolean {
  const hasList = (open[level]?.item.items.length ?? 0) > 0;
  return isWide || hasList || [...before].length + 1 + mark.length <= width;
}
