import type { Heading, Root, RootContent } from 'mdast';
import { changeSummary } from '../../compare/change-summary.ts';
import type { EarlierVersion } from '../../compiled-policy.ts';
import { textIn } from '../../html/places.ts';
import { sectionsOf, type Section } from '../../html/sections.ts';
import { heading } from '../../markdown.ts';
import { dated } from './phrase.ts';

/** The parts of a policy's document, as a page and paper set them apart. */
export interface PublishedParts {
  readonly title: readonly RootContent[];
  readonly facts: readonly RootContent[];
  /** The heading of the contents: the list below it is made of the headings. */
  readonly contents: readonly Heading[];
  readonly published: readonly Section[];
  readonly boilerplate: readonly RootContent[];
  /** What is no part of the published policy. */
  readonly beside: readonly Section[];
}

/** What a document is made of. */
export function publishedParts({ children }: Root): PublishedParts {
  const isBoilerplate = (block: RootContent) =>
    block.type === 'paragraph' && block.data?.role === 'boilerplate';
  const isContents = ({ content: [first] }: Section) =>
    first?.type === 'list' && first.data?.role === 'contents';
  const end = children.findIndex(({ type }) => type === 'thematicBreak');
  const own = end < 0 ? children : children.slice(0, end);
  const { opening, sections } = sectionsOf(own.filter((block) => !isBoilerplate(block)));
  return {
    title: opening.filter(({ type }) => type === 'heading'),
    facts: opening.filter(({ type }) => type !== 'heading'),
    contents: sections.filter(isContents).map(({ heading: title }) => title),
    published: sections.filter((section) => !isContents(section)),
    boilerplate: own.filter(isBoilerplate),
    beside: end < 0 ? [] : sectionsOf(children.slice(end + 1)).sections,
  };
}

/** What changed since the version before, where it is known. */
export function changesPart(earlier: EarlierVersion | undefined): readonly RootContent[] {
  if (earlier?.changes === undefined) return [];
  return [
    heading(2, `What changed since the version effective ${textIn(dated(earlier.effective))}`),
    ...changeSummary(earlier.changes.log),
  ];
}

/** What stands at the end of a document. */
export const closingWords =
  'This document supports a coverage decision and does not replace one. The policy is its publisher’s; the published text governs.';
