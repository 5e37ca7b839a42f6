import type { List, ListItem, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { CompiledPolicy } from '../../compiled-policy.ts';
import { criteriaDocument } from './document.ts';
import { columns, wrap } from './wrap.ts';

/** Lines are at most so long, save where a single word is longer. */
const width = 100;
const step = '    ';

/** The criteria for reading as they are, without any markup. */
export function criteriaText({ policy }: CompiledPolicy): string {
  const { children } = criteriaDocument(policy);
  const blocks = children.filter((_, index) => !isContents(children, index)).map(block);
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** The table of contents leads nowhere in a plain text. */
function isContents(blocks: Root['children'], index: number): boolean {
  const opens = (at: number) => {
    const found = blocks[at];
    return found?.type === 'heading' && found.depth === 2 && plain(found.children) === 'Table of Contents';
  };
  return opens(index) || (blocks[index]?.type === 'list' && opens(index - 1));
}

function block(content: RootContent): readonly string[] {
  switch (content.type) {
    case 'heading': {
      const text = plain(content.children);
      return content.depth === 1
        ? [text, '='.repeat([...text].length)]
        : [text, '-'.repeat([...text].length)];
    }
    case 'paragraph':
      return wrap(plain(content.children), width);
    case 'list':
      return listLines(content, '');
    case 'table':
      return tableLines(content);
    case 'thematicBreak':
      return ['='.repeat(width)];
    default:
      return [];
  }
}

function listLines(list: List, indent: string): readonly string[] {
  return list.children.flatMap((item, index) => itemLines(item, markOf(list, item, index), indent));
}

function markOf({ ordered, start }: List, { data }: ListItem, index: number): string {
  if (data?.mark !== undefined) return data.mark;
  return ordered === true ? `${(start ?? 1) + index}.` : '-';
}

/** The mark, and the text hanging beside it; a list below it stands a step further in. */
function itemLines({ children }: ListItem, mark: string, indent: string): readonly string[] {
  const lead = mark.length < step.length ? mark.padEnd(step.length) : `${mark} `;
  const hanging = indent + ' '.repeat(lead.length);
  return children.flatMap((child, index) => {
    if (child.type === 'list') return listLines(child, indent + step);
    if (child.type !== 'paragraph') return [];
    const lines = wrap(plain(child.children), width - hanging.length);
    return lines.map((line, at) => (index === 0 && at === 0 ? indent + lead + line : hanging + line));
  });
}

function tableLines({ children }: Table): readonly string[] {
  const rows = children.map((row) => row.children.map((cell) => plain(cell.children)));
  const [head = [], ...rest] = columns(rows, width);
  const rule = (head[0] ?? '').replace(/./gu, '-');
  return [...head, rule, ...rest.flat()];
}

function plain(content: readonly PhrasingContent[]): string {
  return content
    .map((part) => ('children' in part ? plain(part.children) : 'value' in part ? part.value : ''))
    .join('');
}
