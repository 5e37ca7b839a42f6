import { printMarkdown } from '../markdown.ts';
import type { ChangeLog } from './change-log.ts';
import { changeLogDocument } from './change-log-document.ts';

/** The change log as a committee could publish it, in Markdown. */
export function changeLogMarkdown(log: ChangeLog): string {
  return printMarkdown(changeLogDocument(log));
}
