import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';

/** The elements of a printed page that a selector finds, read as a browser reads them. */
export function elements(page: string, selector: string): readonly Element[] {
  return selectAll(selector, fromHtml(page));
}

/** The text of an element; of none, none. */
export function textOf(node: ElementContent | undefined): string {
  if (node?.type === 'text') return node.value;
  return node?.type === 'element' ? node.children.map(textOf).join('') : '';
}
