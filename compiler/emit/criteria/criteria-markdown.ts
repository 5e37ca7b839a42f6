import type { List, ListItem, Root, RootContent } from 'mdast';
import type { CompiledPolicy } from '../../compiled-policy.ts';
import { printMarkdown, words } from '../../markdown.ts';
import { criteriaDocument } from './document.ts';

/**
 * The criteria as Markdown. It has no lists of letters, so an item opens with its published mark, as the published
 * text itself does; a list of plain numbers at the margin is one of Markdown's own.
 */
export function criteriaMarkdown({ policy }: CompiledPolicy): string {
  return printMarkdown(marked(criteriaDocument(policy)), { align: true });
}

function marked(document: Root): Root {
  return {
    ...document,
    children: document.children.map((block): RootContent =>
      block.type === 'list' ? markedList(block, true) : block,
    ),
  };
}

function markedList(list: List, atMargin: boolean): List {
  const counted = atMargin && list.children.every(({ data }, index) => data?.mark === `${index + 1}.`);
  if (counted)
    return {
      ...list,
      ordered: true,
      start: 1,
      children: list.children.map((item) => markedItem(item, false)),
    };
  return { ...list, children: list.children.map((item) => markedItem(item, true)) };
}

function markedItem(item: ListItem, withMark: boolean): ListItem {
  const mark = withMark ? item.data?.mark : undefined;
  return {
    ...item,
    children: item.children.map((block, index) => {
      if (block.type === 'list') return markedList(block, false);
      if (index > 0 || block.type !== 'paragraph' || mark === undefined) return block;
      return { ...block, children: [words(`${mark} `), ...block.children] };
    }),
  };
}
