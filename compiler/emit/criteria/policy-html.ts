import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Heading, RootContent } from 'mdast';
import type { CompiledPolicy } from '../../compiled-policy.ts';
import { documentStyle, sheetStyle } from '../../html/document-style.ts';
import { htmlOf } from '../../html/from-markdown.ts';
import { printPage } from '../../html/page.ts';
import { policyLinks } from '../../html/policy-links.ts';
import { fragment, placesIn, textIn, type Places } from '../../html/places.ts';
import { sectionsOf, type Section } from '../../html/sections.ts';
import { visible } from '../../visible-text.ts';
import { criteriaDocument } from './document.ts';
import { dated } from './phrase.ts';
import { changesPart, closingWords, publishedParts } from './published-parts.ts';

/** Other pages, where the document stands beside them. */
export interface PolicyLinks {
  /** Whether the page leads to the other pages of the policy in the site. */
  readonly site?: boolean;
  /** The address of the whole account of what changed since the version before. */
  readonly changes?: string;
}

/**
 * The policy as a payer publishes it, as a page for a browser and for paper: the same tree as the criteria in Markdown, with an
 * anchor for each clause by its permanent id and by its printed number.
 */
export function policyHtml(policy: CompiledPolicy, links: PolicyLinks = {}): string {
  const { kernel, digest, earlier: [earlier] = [] } = policy;
  const document = criteriaDocument(policy.policy);
  const changes = changesPart(earlier);
  const places = placesIn([...document.children, ...changes]);
  const { title, facts, contents, published, boilerplate, beside } = publishedParts(document);
  const [changed] = sectionsOf(changes).sections;
  const main = places.other('main');
  return printPage({
    title: `${kernel.number} ${kernel.title}, effective ${kernel.effective}`,
    description: `Coverage policy ${kernel.number}, ${kernel.title}: the criteria as they are published, effective ${kernel.effective}.`,
    style: `${documentStyle}${sheetStyle({
      left: visible(`${kernel.number}  ${kernel.title}`),
      right: `Effective ${textIn(dated(kernel.effective))}`,
      below: `Digest ${digest.slice(0, 12)}`,
    })}`,
    body: [
      h('a.skip', { href: fragment(main) }, 'Skip to the policy'),
      ...(links.site === true ? [policyLinks('Document')] : []),
      h('main', { id: main }, [
        h('header', [
          h('p.eyebrow', 'Coverage policy'),
          ...htmlOf(title, places),
          ...factsOf(facts, policy, changed, places),
        ]),
        h('div.parts', [
          contentsList(
            contents,
            [...published, ...(changed === undefined ? [] : [changed]), ...beside],
            places,
          ),
          h('div.text', [
            ...published.map((section) => h('section', sectionHtml(section, places))),
            ...(boilerplate.length === 0 ? [] : [h('div.boilerplate', [...htmlOf(boilerplate, places)])]),
            ...(changed === undefined ? [] : [changesHtml(changed, links.changes, places)]),
            ...beside.map((section) => h('section.beside', sectionHtml(section, places))),
            h('footer', h('p', closingWords)),
          ]),
        ]),
      ]),
    ],
  });
}

/** What the policy says of itself, and what tells one text of it from another. */
function factsOf(
  facts: readonly RootContent[],
  { source, digest, earlier: [earlier] = [] }: CompiledPolicy,
  changed: Section | undefined,
  places: Places,
): readonly ElementContent[] {
  const fact = (term: string, ...content: readonly (ElementContent | string)[]) =>
    h('div', [h('dt', term), h('dd', [...content])]);
  const toChanges =
    changed === undefined
      ? []
      : [': ', h('a', { href: fragment(places.heading(changed.heading) ?? '') }, 'what changed')];
  const added = [
    ...(earlier === undefined
      ? []
      : [fact('Replaces', 'The version effective ', time(earlier.effective), ...toChanges)]),
    fact('Compiled from', h('code', visible(source))),
    fact('Digest', h('details', [h('summary', h('code', digest.slice(0, 12))), h('code', digest)])),
  ];
  return htmlOf(facts, places).map((block) =>
    block.type === 'element' ? { ...block, children: [...block.children, ...added] } : block,
  );
}

function time(date: string): ElementContent {
  return h('time', { dateTime: date }, textIn(dated(date)));
}

function changesHtml(section: Section, address: string | undefined, places: Places): ElementContent {
  const whole =
    address === undefined
      ? []
      : [
          h(
            'p.whole',
            h('a', { href: address }, 'The whole change log, with a made-up request for each change'),
          ),
        ];
  return h('section.beside.changes', [...sectionHtml(section, places), ...whole]);
}

function sectionHtml({ heading, content }: Section, places: Places): ElementContent[] {
  return [...htmlOf([heading, ...content], places)];
}

/** Every part, and below it the run-in headings in it. */
function contentsList(
  [title]: readonly Heading[],
  sections: readonly Section[],
  places: Places,
): ElementContent | undefined {
  if (title === undefined) return undefined;
  const link = (id: string | undefined, text: string) => h('a', { href: fragment(id ?? '') }, text);
  return h('nav.contents', { ariaLabelledBy: places.heading(title) }, [
    ...htmlOf([title], places),
    h(
      'ul',
      { role: 'list' },
      sections.map(({ heading, content }) => {
        const inner = content.flatMap((block) => runInLink(block, places, link));
        return h('li', [
          link(places.heading(heading), textIn(heading)),
          inner.length === 0 ? undefined : h('ul', { role: 'list' }, inner),
        ]);
      }),
    ),
  ]);
}

function runInLink(
  block: RootContent,
  places: Places,
  link: (id: string | undefined, text: string) => ElementContent,
): readonly ElementContent[] {
  if (block.type !== 'paragraph' || block.data?.role !== 'heading' || block.data.clause === undefined)
    return [];
  const [name] = block.children;
  const text = name === undefined ? '' : textIn(name).replace(/\.$/, '');
  return [h('li', link(places.clause(block.data.clause.id)?.id, text))];
}
