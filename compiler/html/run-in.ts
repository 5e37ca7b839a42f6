import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { textIn } from './places.ts';

/** The same blocks, in which a paragraph that names the table below it is the table's caption. */
export function withCaptions(blocks: readonly RootContent[]): RootContent[] {
  const isCaption = (block: RootContent | undefined, next: RootContent | undefined): block is Paragraph =>
    block?.type === 'paragraph' && block.data?.role === 'caption' && next?.type === 'table';
  return blocks.flatMap((block, place): readonly RootContent[] => {
    if (isCaption(block, blocks[place + 1])) return [];
    const before = blocks[place - 1];
    return block.type === 'table' && isCaption(before, block)
      ? [{ ...block, data: { caption: textIn(before) } }]
      : [block];
  });
}

/** What stands behind words that are set on a line of their own, as a run-in heading or a term. */
export function withoutSpace([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  if (first?.type !== 'text') return first === undefined ? [] : [first, ...rest];
  return [...(first.value.trim() === '' ? [] : [{ ...first, value: first.value.trimStart() }]), ...rest];
}
