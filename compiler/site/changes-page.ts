import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ChangeLog } from '../compare/change-log.ts';
import { changeLogDocument, titleOf } from '../compare/change-log-document.ts';
import { documentStyle, sheetStyle } from '../html/document-style.ts';
import { htmlOf } from '../html/from-markdown.ts';
import { printPage } from '../html/page.ts';
import { fragment, placesIn, textIn } from '../html/places.ts';
import { sectionsOf } from '../html/sections.ts';
import { visible } from '../visible-text.ts';
import { changesPath, type VersionName, type VersionPair } from './versions.ts';

/** What the choice of versions looks like; on paper there is none. */
const versionsStyle = `
.versions { display: grid; gap: 0.375rem; margin-block-end: 1rem; font-size: 0.9375rem; }
.versions > div { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1rem; }
.versions p { flex: 0 0 7rem; margin: 0; color: var(--ink-soft); }
.versions ul { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; margin: 0; padding: 0; list-style: none; font-variant-numeric: tabular-nums; }
.versions li { margin: 0; }
.versions li > * { display: block; padding: 0.125rem 0.625rem; border: 1px solid var(--line); border-radius: var(--radius); text-decoration: none; }
.versions a:hover { border-color: var(--accent); text-decoration: underline; }
.versions [aria-current] { background: var(--accent-ground); border-color: var(--accent); font-weight: 600; }
@media print { .versions { display: none; } }
`;

/**
 * What changed between two versions, as a page: the document that `diff` prints as Markdown, with a list of its parts.
 * @param pairs every two versions of the policy that have such a page: there the reader can turn to, by either version
 */
export function changesPage(log: ChangeLog, pairs: readonly VersionPair[]): string {
  const { older, newer } = log;
  const { children } = changeLogDocument(log);
  const places = placesIn(children);
  const { opening, sections } = sectionsOf(children);
  const [contents, main] = [places.other('contents'), places.other('main')];
  const policyPage = (name: string) => `../${encodeURIComponent(name)}/policy.html`;
  return printPage({
    title: `${titleOf(log)}, effective ${newer.effective}`,
    description: `What changed between ${older.label} and ${newer.label}: outcomes, clauses, paths and terms.`,
    style: `${documentStyle}${versionsStyle}${sheetStyle({
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
        h('header', [h('p.eyebrow', 'Change log'), ...htmlOf(opening, places), ...otherPairs(log, pairs)]),
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

/** Ways to put another version in the place of either of the two. */
function otherPairs({ older, newer }: ChangeLog, pairs: readonly VersionPair[]): readonly ElementContent[] {
  const [from, to] = [
    pairs.filter((pair) => pair.newer.name === newer.label),
    pairs.filter((pair) => pair.older.name === older.label),
  ];
  if (from.length < 2 && to.length < 2) return [];
  return [
    h('nav.versions', { ariaLabel: 'Versions to compare' }, [
      versionsRow(
        'Older version',
        from.map((pair) => ({ pair, version: pair.older, isShown: pair.older.name === older.label })),
      ),
      versionsRow(
        'Newer version',
        to.map((pair) => ({ pair, version: pair.newer, isShown: pair.newer.name === newer.label })),
      ),
    ]),
  ];
}

interface Choice {
  readonly pair: VersionPair;
  readonly version: VersionName;
  readonly isShown: boolean;
}

/** The versions that may stand in one of the two places, in the order in which they came into force. */
function versionsRow(name: string, choices: readonly Choice[]): ElementContent {
  const inOrder = choices.toSorted((one, other) =>
    one.version.effective < other.version.effective ? -1 : 1,
  );
  return h('div', [
    h('p', name),
    h(
      'ul',
      { role: 'list', ariaLabel: name },
      inOrder.map(({ pair, version: { effective }, isShown }) =>
        h(
          'li',
          isShown
            ? h('span', { ariaCurrent: 'page' }, effective)
            : h('a', { href: `../${changesPath(pair.older, pair.newer)}` }, effective),
        ),
      ),
    ),
  ]);
}
