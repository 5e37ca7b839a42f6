import type { CompiledPolicy } from '../../compiled-policy.ts';
import { placesIn, textIn } from '../../html/places.ts';
import { bold, item, list, prose } from '../../markdown.ts';
import { family } from '../../pdf/font.ts';
import { printedPdf } from '../../pdf/print.ts';
import { typstOf, typstString } from '../../pdf/typst.ts';
import { visible } from '../../visible-text.ts';
import { criteriaDocument } from './document.ts';
import { dated } from './phrase.ts';
import { changesPart, closingWords, publishedParts } from './published-parts.ts';

/**
 * The policy as a payer publishes it, on paper: the same tree as the page's, with bookmarks of its headings, tags that a
 * screen reader follows, and words that can be selected and searched.
 */
export function policyPdf(policy: CompiledPolicy): Uint8Array {
  return printedPdf(policyTypst(policy));
}

/** The document in the language of Typst. */
export function policyTypst({
  kernel,
  digest,
  earlier: [earlier] = [],
  source,
  policy,
}: CompiledPolicy): string {
  const document = criteriaDocument(policy);
  const changes = changesPart(earlier);
  const places = placesIn([...document.children, ...changes]);
  const { title, facts, contents, published, boilerplate, beside } = publishedParts(document);
  const added = list([
    ...(earlier === undefined
      ? []
      : [item([prose(bold('Replaces'), ' the version effective ', dated(earlier.effective))])]),
    item([prose(bold('Compiled from'), ` ${source}`)]),
    item([prose(bold('Digest'), ` ${digest}`)]),
  ]);
  const sections = (all: typeof published) =>
    all.map(({ heading, content }) => typstOf([heading, ...content], places)).join('\n');
  return `${style({
    title: visible(`${kernel.number} ${kernel.title}, effective ${kernel.effective}`),
    left: visible(`${kernel.number}  ${kernel.title}`),
    right: `Effective ${textIn(dated(kernel.effective))}`,
    below: `Digest ${digest.slice(0, 12)}`,
  })}
#title(${typstString(title.map(textIn).join(' '))});
${typstOf(
  facts.map((block) =>
    block.type === 'list' ? { ...block, children: [...block.children, ...added.children] } : block,
  ),
  places,
)}
${contents.map((heading) => `#outline(title: ${typstString(textIn(heading))}, depth: 2);`).join('')}
${sections(published)}
${boilerplate.length === 0 ? '' : `#block(above: 2em, text(size: 9pt)[\n${typstOf(boilerplate, places)}\n]);`}
${typstOf(changes, places)}
${sections(beside)}
#block(above: 2em, text(size: 9pt, ${typstString(closingWords)}));
`;
}

interface Sheet {
  readonly title: string;
  readonly left: string;
  readonly right: string;
  readonly below: string;
}

/** What the sheets look like, and what runs along them. */
function style({ title, left, right, below }: Sheet): string {
  return `#set document(title: ${typstString(title)}, date: none)
#set text(font: ${typstString(family)}, size: 10pt, lang: "en", region: "us", fallback: false, hyphenate: false)
#let running(start, end) = text(size: 8pt, fill: luma(30%), grid(columns: (1fr, auto), start, end))
#set page(
  paper: "us-letter",
  margin: (x: 19mm, top: 22mm, bottom: 20mm),
  header: running(${typstString(left)}, ${typstString(right)}),
  footer: context running(${typstString(below)}, [Page #counter(page).display() of #counter(page).final().first()]),
)
#set par(leading: 0.6em, spacing: 0.95em)
#set strong(delta: 200)
#set heading(numbering: none)
#set enum(number-align: start + top, body-indent: 0.6em, spacing: 0.7em)
#set list(marker: "•", body-indent: 0.6em, spacing: 0.7em)
#show list: set block(above: 0.7em, below: 1em)
#show enum: set block(above: 0.7em, below: 1em)
#set terms(separator: h(0.8em), spacing: 0.5em)
#set table(stroke: (x, y) => (bottom: if y == 0 { 1pt } else { 0.4pt + luma(60%) }), inset: (x: 4pt, y: 4pt), align: start)
#show raw: set text(font: ${typstString(family)}, size: 9pt)
#show table.cell.where(y: 0): strong
#show figure: set block(breakable: true)
#show figure: set align(start)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: it => strong(it.body)
#show heading: set text(weight: 600)
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 1): set block(above: 1.8em, below: 0.8em, sticky: true)
#show heading.where(level: 2): set text(size: 11pt)
#show heading.where(level: 2): set block(above: 1.4em, below: 0.7em, sticky: true)
#show title: set text(size: 20pt, weight: 600)
#show title: set block(below: 0.9em)
`;
}
