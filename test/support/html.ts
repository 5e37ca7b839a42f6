import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';

/** The elements of a printed page that a selector finds, read as a browser reads them. */
export function elements(page: string, selector: string): readonly Element[] {
  return selectAll(selector, fromHtml(page));
}
