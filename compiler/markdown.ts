import type {
  BlockContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { visible } from './visible-text.ts';

/** A clause of a policy, as other places lead to it. */
export interface ClauseAnchor {
  /** Its permanent id. */
  readonly id: string;
  /** Its printed number; left out where it has none, as a bullet. */
  readonly number?: string;
}

/** What Markdown can't say, and other forms of a document print. */
declare module 'mdast' {
  interface ListItemData {
    /** The published mark of the item, as `A.`: Markdown has no lists of letters, so it is printed with the text. */
    mark?: string;
    clause?: ClauseAnchor;
  }
  interface ListData {
    /** Terms with what they come to, links to the parts of the document, or what its citations number. */
    role?: 'facts' | 'contents' | 'references';
  }
  interface ParagraphData {
    clause?: ClauseAnchor;
    /** Its bold words open a part of their own; it names the table below it; or it stands below the whole document. */
    role?: 'heading' | 'caption' | 'boilerplate';
  }
  interface TableData {
    caption?: string;
  }
  interface TextData {
    /** The numbers of the references that it cites. */
    cites?: readonly number[];
    /** The date that it writes, as `YYYY-MM-DD`. */
    date?: string;
    /** The permanent id of the clause that it names. */
    clause?: string;
  }
}

/** Prints a document; every text in it is escaped by the printer, so that nothing of an author's is markup. */
export function printMarkdown(document: Root, { align = false }: { readonly align?: boolean } = {}): string {
  return toMarkdown(document, {
    bullet: '-',
    emphasis: '_',
    listItemIndent: 'one',
    rule: '-',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: align, tableCellPadding: true })],
  });
}

/** A document of blocks. */
export function root(...children: readonly RootContent[]): Root {
  return { type: 'root', children: [...children] };
}

/** Text as it stands. */
export function words(text: string): PhrasingContent {
  return { type: 'text', value: visible(text) };
}

/** Bold text. */
export function bold(text: string): PhrasingContent {
  return { type: 'strong', children: [words(text)] };
}

/** Text in a fixed-width face, as an id. */
export function code(text: string): PhrasingContent {
  return { type: 'inlineCode', value: visible(text) };
}

/** A link to another place. */
export function link(text: string, url: string): PhrasingContent {
  return { type: 'link', url, children: [words(text)] };
}

/** A heading. */
export function heading(depth: 1 | 2 | 3, text: string): Heading {
  return { type: 'heading', depth, children: [words(text)] };
}

/** A paragraph. */
export function prose(...children: readonly (PhrasingContent | string)[]): Paragraph {
  return {
    type: 'paragraph',
    children: children.map((child) => (typeof child === 'string' ? words(child) : child)),
  };
}

/** A list without space between its items. */
export function list(
  items: readonly ListItem[],
  { ordered = false }: { readonly ordered?: boolean } = {},
): List {
  return { type: 'list', ordered, spread: false, children: [...items], ...(ordered ? { start: 1 } : {}) };
}

/** An item of a list. */
export function item(children: readonly BlockContent[], mark?: string): ListItem {
  return {
    type: 'listItem',
    spread: false,
    children: [...children],
    ...(mark === undefined ? {} : { data: { mark } }),
  };
}

/** A table, of which the first row is the head; columns are set left unless `centred` from that column on. */
export function table(
  rows: readonly (readonly (PhrasingContent | string)[])[],
  { centredFrom = Infinity } = {},
): Table {
  return {
    type: 'table',
    align: (rows[0] ?? []).map((_, index) => (index >= centredFrom ? 'center' : null)),
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({
        type: 'tableCell',
        children: [typeof cell === 'string' ? words(cell) : cell],
      })),
    })),
  };
}

/** The anchor that a Markdown reader such as GitHub's gives to a heading. */
export function anchorOf(headingText: string): string {
  return `#${visible(headingText)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')}`;
}
