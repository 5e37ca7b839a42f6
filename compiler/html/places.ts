import type { Heading, Nodes, RootContent, Text } from 'mdast';
import { anchorOf, type ClauseAnchor } from '../markdown.ts';

/** Where things stand in a page: ids, of which each is there once. */
export interface Places {
  /** The place of a clause, and a second one by its printed number where no other place has that name. */
  readonly clause: (id: string) => ClausePlace | undefined;
  readonly heading: (heading: Heading) => string | undefined;
  /** The id of the heading that a link of the document leads to, as `#appendix`. */
  readonly linked: (anchor: string) => string | undefined;
  /** The id of each number that a citation prints. */
  readonly citation: (text: Text) => readonly CitationPlace[];
  /** The id of a reference by its number. */
  readonly reference: (number: number) => string | undefined;
  /** The ids of the places that cite it. */
  readonly citing: (reference: number) => readonly string[];
  /** An id for what else the page holds. */
  readonly other: (name: string) => string;
}

/** The ids of a clause. */
export interface ClausePlace {
  readonly id: string;
  readonly alias?: string;
}

/** One number of a citation. */
export interface CitationPlace {
  readonly number: number;
  readonly id: string;
}

/**
 * Gives every part of a document its place. The permanent ids of its clauses come first: whatever is named like one of them
 * gets another name, so that a link to a clause stays right.
 */
export function placesIn(blocks: readonly RootContent[]): Places {
  const nodes = blocks.flatMap((block) => [...nodesIn(block)]);
  const { take, takeIfFree } = ids();
  const anchors = nodes.flatMap((node) => anchorIn(node) ?? []);
  const permanent = anchors.map(({ id }) => take(id));
  const headings = new Map(
    nodes.flatMap((node) =>
      node.type === 'heading' ? [[node, take(anchorOf(textIn(node)).slice(1))] as const] : [],
    ),
  );
  // Of headings that read alike, links lead to the first.
  const linked = new Map([...headings].toReversed().map(([node, id]) => [anchorOf(textIn(node)), id]));
  const clauses = new Map(
    anchors.map(({ id, number }, place) => {
      const alias = number === undefined ? undefined : takeIfFree(number);
      return [id, { id: permanent[place] ?? id, ...(alias === undefined ? {} : { alias }) }];
    }),
  );
  const lists = nodes.filter((node) => node.type === 'list' && node.data?.role === 'references');
  const references = lists.flatMap((node) =>
    node.type === 'list' ? node.children.map((_, place) => take(`reference-${place + 1}`)) : [],
  );
  const citing = new Map<number, string[]>();
  const citations = new Map(
    nodes.flatMap((node) => {
      if (node.type !== 'text' || node.data?.cites === undefined) return [];
      const cites = node.data.cites.map((number) => {
        const id = take(`cited-${number}`);
        citing.set(number, [...(citing.get(number) ?? []), id]);
        return { number, id };
      });
      return [[node, cites] as const];
    }),
  );
  return {
    clause: (id) => clauses.get(id),
    heading: (heading) => headings.get(heading),
    linked: (anchor) => linked.get(anchor),
    citation: (text) => citations.get(text) ?? [],
    reference: (number) => references[number - 1],
    citing: (number) => citing.get(number) ?? [],
    other: take,
  };
}

/** A link's target on the same page. */
export function fragment(id: string): string {
  return `#${encodeURIComponent(id)}`;
}

/** The text in a part of a document. */
export function textIn(node: Nodes): string {
  return [...nodesIn(node)].map((part) => ('value' in part ? part.value : '')).join('');
}

function anchorIn(node: Nodes): ClauseAnchor | undefined {
  return node.type === 'paragraph' || node.type === 'listItem' ? node.data?.clause : undefined;
}

/** A part of a document, and all that it holds, in the order of the text. */
export function* nodesIn(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesIn(child);
}

/** Ids that are given out once; a second that is asked for by the same name is counted. */
function ids() {
  const taken = new Set<string>();
  const named = (name: string) => name.trim().replace(/\s+/g, '-');
  const takeIfFree = (name: string) => {
    const id = named(name);
    if (id === '' || taken.has(id)) return undefined;
    taken.add(id);
    return id;
  };
  const take = (name: string): string => {
    const wanted = named(name) === '' ? 'part' : named(name);
    for (let count = 1; ; count += 1) {
      const id = takeIfFree(count === 1 ? wanted : `${wanted}-${count}`);
      if (id !== undefined) return id;
    }
  };
  return { take, takeIfFree };
}
