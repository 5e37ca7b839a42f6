import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Heading, Link, List, ListItem, Paragraph, RootContent, Table, Text } from 'mdast';
import { toHast, type Handlers, type State } from 'mdast-util-to-hast';
import type { ClauseAnchor } from '../markdown.ts';
import { fragment, textIn, type Places } from './places.ts';
import { withCaptions, withoutSpace } from './run-in.ts';

/** Parts of a document as HTML, with an anchor for each of its clauses, headings, citations and references. */
export function htmlOf(blocks: readonly RootContent[], places: Places): readonly ElementContent[] {
  const tree = toHast({ type: 'root', children: withCaptions(blocks) }, { handlers: handlersFor(places) });
  return tree.type === 'root'
    ? tree.children.flatMap((node) => (node.type === 'doctype' || isBreak(node) ? [] : [node]))
    : [];
}

/** Line breaks between blocks say nothing in HTML. */
function isBreak(node: { readonly type: string; readonly value?: unknown }): boolean {
  return node.type === 'text' && node.value === '\n';
}

function handlersFor(places: Places): Handlers {
  return {
    heading: (state: State, node: Heading) =>
      h(`h${node.depth}`, { id: places.heading(node) }, state.all(node)),
    paragraph: (state: State, node: Paragraph) => paragraph(state, node, places),
    list: (state: State, node: List) => list(state, node, places),
    table: (state: State, node: Table) => table(state, node),
    text: (_: State, node: Text) => text(node, places),
    link: (state: State, node: Link) => h('a', { href: linked(node.url, places) }, state.all(node)),
  };
}

function paragraph(state: State, node: Paragraph, places: Places): ElementContent[] {
  const { clause, role } = node.data ?? {};
  const name = textIn(node.children[0] ?? node).replace(/\.$/, '');
  if (role !== 'heading') {
    const { ids, alias } = clausePlace(clause, places);
    const self = clause === undefined ? [] : [selfLink(ids.id, clause.number ?? textIn(node).slice(0, 60))];
    return [h('p', ids, [...alias, ...state.all(node), ...self])];
  }
  const { ids, alias } = clausePlace(clause, places);
  return [
    h('h3', ids, [...alias, name, selfLink(ids.id, name)]),
    h('p', state.all({ ...node, children: withoutSpace(node.children.slice(1)) })),
  ];
}

function list(state: State, node: List, places: Places): ElementContent {
  if (node.data?.role === 'facts') return facts(state, node);
  const marks = node.children.map((item, place) =>
    node.ordered === true ? `${(node.start ?? 1) + place}.` : item.data?.mark,
  );
  const isMarked = marks.some((mark) => mark !== undefined);
  const references = node.data?.role === 'references';
  const items = node.children.map((item, place) =>
    listItem(state, item, places, marks[place], references ? place + 1 : undefined),
  );
  // The marks are text, so that they are read aloud and copied; some readers take a list without its own marks for none.
  return isMarked ? h('ol.marked', { role: 'list' }, items) : h('ul', items);
}

function listItem(
  state: State,
  node: ListItem,
  places: Places,
  mark: string | undefined,
  reference: number | undefined,
): ElementContent {
  const { clause } = node.data ?? {};
  const { ids, alias } = clausePlace(clause, places);
  const back = reference === undefined ? [] : backLinks(reference, places);
  const self =
    clause === undefined || mark !== undefined
      ? []
      : [selfLink(ids.id, clause.number ?? textIn(node).slice(0, 60))];
  const content = node.children.flatMap((block, place): readonly ElementContent[] => {
    if (block.type !== 'paragraph' || node.spread === true) return nodesOf(state.one(block, node));
    return [h('p', [...state.all(block), ...(place === 0 ? [...self, ...back] : [])])];
  });
  const properties = reference === undefined ? ids : { id: places.reference(reference) };
  if (mark === undefined) return h('li', properties, [...alias, ...content]);
  const printed = ids.id === undefined ? h('span.mark', mark) : h('a.mark', { href: fragment(ids.id) }, mark);
  return h('li', properties, [...alias, printed, ' ', h('div', content)]);
}

function nodesOf(result: ReturnType<State['one']>): readonly ElementContent[] {
  return result === undefined ? [] : Array.isArray(result) ? result : [result];
}

/** The id of a clause for its element, and an empty element that has its printed number for an id. */
function clausePlace(clause: ClauseAnchor | undefined, places: Places) {
  const { id, alias } = (clause === undefined ? undefined : places.clause(clause.id)) ?? {};
  return {
    ids: id === undefined ? {} : { id },
    alias: alias === undefined ? [] : [h('span.number', { id: alias })],
  };
}

/** The sign is the style's, so that it is not copied with the text. */
function selfLink(id: string | undefined, name: string): ElementContent {
  return h('a.self', { href: fragment(id ?? ''), ariaLabel: `Link to: ${name}` });
}

function backLinks(reference: number, places: Places): readonly ElementContent[] {
  return places.citing(reference).flatMap((id, place, all): readonly ElementContent[] => [
    { type: 'text', value: ' ' },
    h(
      'a.back',
      {
        href: fragment(id),
        ariaLabel: `Back to place ${place + 1} of ${all.length} that cite reference ${reference}`,
      },
      '↩',
    ),
  ]);
}

/** Terms and what they come to: the bold words of each item are its term. */
function facts(state: State, { children }: List): ElementContent {
  return h(
    'dl.facts',
    children.map(({ children: [block] }) => {
      if (block?.type !== 'paragraph') return undefined;
      const [term, ...rest] = block.children;
      return h('div', [
        h('dt', term === undefined ? '' : textIn(term).replace(/:$/, '')),
        h('dd', state.all({ ...block, children: withoutSpace(rest) })),
      ]);
    }),
  );
}

function table(state: State, { children: [head, ...rows], data }: Table): ElementContent {
  const cell = (content: Table['children'][number]['children'][number]) => state.all(content);
  return h('table', [
    data?.caption === undefined ? undefined : h('caption', data.caption),
    h(
      'thead',
      h(
        'tr',
        (head?.children ?? []).map((each) =>
          each.children.length === 0 || textIn(each) === '' ? h('td') : h('th', { scope: 'col' }, cell(each)),
        ),
      ),
    ),
    h(
      'tbody',
      rows.map(({ children }) =>
        h(
          'tr',
          children.map((each, place) =>
            place === 0 ? h('th', { scope: 'row' }, cell(each)) : h('td', cell(each)),
          ),
        ),
      ),
    ),
  ]);
}

function text(node: Text, places: Places): ElementContent {
  if (node.data?.date !== undefined) return h('time', { dateTime: node.data.date }, node.value);
  const place = node.data?.clause === undefined ? undefined : places.clause(node.data.clause);
  if (place !== undefined) return h('a', { href: fragment(place.id) }, node.value);
  const cites = places.citation(node);
  if (cites.length === 0) return { type: 'text', value: node.value };
  return h(
    'sup',
    cites.flatMap(({ number, id }, place) => {
      const reference = places.reference(number);
      const shown =
        reference === undefined
          ? h('span', { id }, String(number))
          : h('a', { id, href: fragment(reference), ariaLabel: `Reference ${number}` }, String(number));
      return place === 0 ? [shown] : [',\u2009', shown];
    }),
  );
}

function linked(url: string, places: Places): string {
  const id = places.linked(url);
  return id === undefined ? url : fragment(id);
}
