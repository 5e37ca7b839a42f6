import type { List, ListItem, Paragraph, PhrasingContent, RootContent, Table, Text } from 'mdast';
import { withCaptions, withoutSpace } from '../html/run-in.ts';
import { textIn, type Places } from '../html/places.ts';
import { inLetters } from './font.ts';

/**
 * Parts of a document in the language of Typst, with a label for each of its clauses, headings and references. Whatever an
 * author wrote stands in a string, where nothing of it is markup.
 */
export function typstOf(blocks: readonly RootContent[], places: Places): string {
  return withCaptions(blocks)
    .map((block) => blockOf(block, places))
    .join('\n#parbreak();\n');
}

/** Any text as a string of Typst's, in letters that can be printed. */
export function typstString(text: string): string {
  return `"${inLetters(text)
    .replace(/["\\]/g, '\\$&')
    .replace(/[\n\r\t]/g, ' ')}"`;
}

function blockOf(block: RootContent, places: Places): string {
  switch (block.type) {
    case 'heading':
      // The document's title stands above its headings, of which the first level is the outermost.
      return `#heading(level: ${Math.max(block.depth - 1, 1)}, ${content(block.children, places)});${label(places.heading(block))}`;
    case 'paragraph':
      return paragraph(block, places);
    case 'list':
      return block.data?.role === 'facts' ? facts(block, places) : list(block, places);
    case 'table':
      return table(block, places);
    case 'code':
      return `#raw(block: true, ${typstString(block.value)});`;
    case 'thematicBreak':
      return '#line(length: 100%);';
    default:
      return `#${typstString(textIn(block))};`;
  }
}

function paragraph(node: Paragraph, places: Places): string {
  const { clause, role } = node.data ?? {};
  const place = clause === undefined ? undefined : places.clause(clause.id)?.id;
  const [name, ...rest] = node.children;
  if (role !== 'heading' || name === undefined) return `${anchor(place)}${inlineOf(node.children, places)}`;
  const heading = `#heading(level: 2, ${typstString(textIn(name).replace(/\.$/, ''))});${label(place)}`;
  return `${heading}\n${inlineOf(withoutSpace(rest), places)}`;
}

/** Terms and what they come to: the bold words of each item are its term. */
function facts({ children }: List, places: Places): string {
  const items = children.map(({ children: [block] }) => {
    const [term, ...rest] = block?.type === 'paragraph' ? block.children : [];
    const name = term === undefined ? '' : textIn(term).replace(/:$/, '');
    return `terms.item(${typstString(name)}, ${content(withoutSpace(rest), places)})`;
  });
  return `#terms(${items.join(', ')});`;
}

function list(node: List, places: Places): string {
  const marks = node.children.map((item, place) =>
    node.ordered === true ? `${(node.start ?? 1) + place}.` : item.data?.mark,
  );
  const references = node.data?.role === 'references';
  const items = node.children.map(
    (item, place) =>
      `[${anchor(references ? places.reference(place + 1) : undefined)}${itemOf(item, places)}]`,
  );
  if (marks.every((mark) => mark === undefined)) return `#list(${items.join(', ')});`;
  // One mark alone is a list as well only with a comma behind it.
  const printed = marks.map((mark) => `${typstString(mark ?? '•')},`).join(' ');
  return `#enum(numbering: number => (${printed}).at(number - 1), ${items.join(', ')});`;
}

function itemOf(item: ListItem, places: Places): string {
  const { clause } = item.data ?? {};
  const place = clause === undefined ? undefined : places.clause(clause.id)?.id;
  return `${anchor(place)}${typstOf(item.children, places)}`;
}

function table({ children: [head, ...rows], data }: Table, places: Places): string {
  const cells = (row: Table['children'][number] | undefined) =>
    (row?.children ?? []).map((cell) => content(cell.children, places));
  const made = `table(columns: ${head?.children.length ?? 1}, table.header(${cells(head).join(', ')}), ${rows.flatMap(cells).join(', ')})`;
  return data?.caption === undefined
    ? `#${made};`
    : `#figure(${made}, caption: ${typstString(data.caption)}, kind: table);`;
}

function content(children: readonly PhrasingContent[], places: Places): string {
  return `[${inlineOf(children, places)}]`;
}

function inlineOf(children: readonly PhrasingContent[], places: Places): string {
  return children.map((child) => inline(child, places)).join('');
}

function inline(node: PhrasingContent, places: Places): string {
  switch (node.type) {
    case 'text':
      return text(node, places);
    case 'strong':
      return `#strong(${content(node.children, places)});`;
    case 'emphasis':
      return `#emph(${content(node.children, places)});`;
    case 'link': {
      const id = places.linked(node.url);
      return id === undefined ? inlineOf(node.children, places) : linkTo(id, content(node.children, places));
    }
    default:
      return `#${typstString(textIn(node))};`;
  }
}

function text(node: Text, places: Places): string {
  const clause = node.data?.clause === undefined ? undefined : places.clause(node.data.clause);
  if (clause !== undefined) return linkTo(clause.id, typstString(node.value));
  const cites = places.citation(node);
  if (cites.length === 0) return `#${typstString(node.value)};`;
  const numbers = cites.map(({ number }) => {
    const reference = places.reference(number);
    return reference === undefined
      ? `#${typstString(String(number))};`
      : linkTo(reference, typstString(String(number)));
  });
  return `#super[${numbers.join('#",";')}];`;
}

function linkTo(id: string, shown: string): string {
  return `#link(label(${typstString(id)}), ${shown});`;
}

/** A label of what stands before it. */
function label(id: string | undefined): string {
  return id === undefined ? '' : `#label(${typstString(id)});`;
}

/** A labelled place that shows nothing. */
function anchor(id: string | undefined): string {
  return id === undefined ? '' : `#[#metadata(none)${label(id)}];`;
}
