import type { Heading, RootContent } from 'mdast';

/** A part of a document under a heading of the second level. */
export interface Section {
  readonly heading: Heading;
  readonly content: readonly RootContent[];
}

/** The parts of a document, and what stands before the first of them. */
export function sectionsOf(blocks: readonly RootContent[]): {
  readonly opening: readonly RootContent[];
  readonly sections: readonly Section[];
} {
  const starts = blocks.flatMap((block, place) =>
    block.type === 'heading' && block.depth === 2 ? [{ heading: block, place }] : [],
  );
  return {
    opening: blocks.slice(0, starts[0]?.place),
    sections: starts.map(({ heading, place }, index) => ({
      heading,
      content: blocks.slice(place + 1, starts[index + 1]?.place),
    })),
  };
}
