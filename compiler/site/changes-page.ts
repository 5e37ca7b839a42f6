import { h } from 'hastscript';
import type { ChangeLog } from '../compare/change-log.ts';
import { changeLogDocument, titleOf } from '../compare/change-log-document.ts';
import { documentStyle, sheetStyle } from '../html/document-style.ts';
import { htmlOf } from '../html/from-markdown.ts';
import { printPage } from '../html/page.ts';
import { fragment, placesIn, textIn } from '../html/places.ts';
import { sectionsOf } from '../html/sections.ts';
import { visible } from '../visible-text.ts';

/** What changed between two versions, as a page: the document that `diff` prints as Markdown, with a list of its parts. */
export function changesPage(log: ChangeLog): string {
  const { older, newer } = log;
  const { children } = changeLogDocument(log);
  const places = placesIn(children);
  const { opening, sections } = sectionsOf(children);
  const [contents, main] = [places.other('contents'), places.other('main')];
  const policyPage = (name: string) => `../${encodeURIComponent(name)}/policy.html`;
  return printPage({
    title: `${titleOf(log)}, effective ${newer.effective}`,
    description: `What changed between ${older.label} and ${newer.label}: outcomes, clauses, paths and terms.`,
    style: `${documentStyle}${sheetStyle({
      left: visible(`${newer.number}  ${newer.title}`),
      right: `What changed from ${older.effective} to ${newer.effective}`,
      below: `Digests ${older.digest.slice(0, 12)}, ${newer.digest.slice(0, 12)}`,
    })}`,
    body: [
      h('a.skip', { href: fragment(main) }, 'Skip to the changes'),
      h('nav.site', { ariaLabel: 'Pages' }, [
        h('a', { href: '../index.html' }, 'All policies'),
        h('a', { href: policyPage(older.label) }, `Effective ${older.effective}`),
        h('a', { href: policyPage(newer.label) }, `Effective ${newer.effective}`),
      ]),
      h('main', { id: main }, [
        h('header', [h('p.eyebrow', 'Change log'), ...htmlOf(opening, places)]),
        h('div.parts', [
          h('nav.contents', { ariaLabelledBy: contents }, [
            h('h2', { id: contents }, 'Contents'),
            h(
              'ul',
              { role: 'list' },
              sections.map(({ heading }) =>
                h('li', h('a', { href: fragment(places.heading(heading) ?? '') }, textIn(heading))),
              ),
            ),
          ]),
          h(
            'div.text',
            sections.map(({ heading, content }) => h('section', [...htmlOf([heading, ...content], places)])),
          ),
        ]),
      ]),
    ],
  });
}
