/** What is printed at one place: a paragraph, or an item of a list with its mark, and the items below it. */
export interface PrintedItem {
  /** As it stands before the text: `A.`, `iii.`, `-`; empty for a paragraph. */
  readonly mark: string;
  /** On one line, words parted by single spaces. */
  readonly text: string;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly items: readonly PrintedItem[];
}

/** What stands under one heading. A list belongs to the paragraph before it. */
export interface PrintedSection {
  readonly heading: string;
  readonly entries: readonly PrintedItem[];
}

/** The criteria as read back from what was printed. */
export type PrintedDocument = readonly PrintedSection[];

/** An item while its document is read. */
export interface OpenItem {
  readonly mark: string;
  readonly words: string[];
  readonly line: number;
  readonly items: OpenItem[];
}

/** An item whose reading is over. */
export function closed({ mark, words, line, items }: OpenItem): PrintedItem {
  return { mark, text: oneLine(words.join(' ')), line, items: items.map(closed) };
}

/** A text on one line, its words parted by single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What stands under a heading, wherever it stands in the document; nothing where the heading is missing. */
export function entriesOf(document: PrintedDocument, heading: string): readonly PrintedItem[] {
  return document.filter((section) => section.heading === heading).flatMap(({ entries }) => entries);
}
