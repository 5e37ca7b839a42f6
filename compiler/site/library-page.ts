import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { addDays } from '../../dsl/kernel/calendar.ts';
import { coveredBy } from '../../dsl/policy/covered.ts';
import { outline } from '../../dsl/policy/outline.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import { codesOf } from '../emit/matrix/codes.ts';
import { printPage } from '../html/page.ts';
import { visible } from '../visible-text.ts';
import type { Bundle } from './bundle.ts';
import { changesPath, seriesOf, type Series } from './versions.ts';

/**
 * The index of all policies: found by drug, condition, code, number or title, each with its versions and what there is to
 * read of them. It is whole without its script, which only hides what a search does not name.
 */
export function libraryPage(policies: readonly CompiledPolicy[], bundle: Bundle): string {
  const series = seriesOf(policies);
  const count = `${series.length} ${series.length === 1 ? 'policy' : 'policies'}`;
  return printPage({
    title: 'Coverage policies',
    description: `${count}: criteria, coverage matrix and reviewer's desk, each from one source.`,
    style: bundle.style,
    scripts: [bundle.script],
    body: [
      h('header.head', [
        h('p.brand', 'Triplicate'),
        h('h1', 'Coverage policies'),
        h('p.lead', 'Each policy is written once: what you read here, and what decides, have one source.'),
      ]),
      h('main', [
        h('search', [
          h('label', { htmlFor: 'query' }, 'Find a policy by drug, condition, code, number or title'),
          h('input#query', { type: 'search', autocomplete: 'off', spellcheck: 'false' }),
          h('p#count', { role: 'status' }, `${count}.`),
        ]),
        h('ul#policies', { role: 'list' }, series.map(seriesItem)),
        h('p#none', { hidden: true }, 'No policy names all of these words. Try fewer, or a part of one.'),
      ]),
      h(
        'footer',
        h(
          'p',
          'These pages support a coverage decision and do not replace one. A policy is its publisher’s; its text governs. All cases are made up.',
        ),
      ),
    ],
  });
}

function seriesItem({ number, versions }: Series): ElementContent {
  const [latest] = versions;
  const { title } = latest.kernel;
  const terms = (of: (policy: CompiledPolicy) => readonly string[]) => [...new Set(versions.flatMap(of))];
  const [covered, conditions, codes] = [terms(coveredNames), terms(conditionNames), terms(codeNames)];
  const search = [number, title, ...covered, ...conditions, ...codes, ...versions.map(({ name }) => name)];
  return h('li', { dataSearch: visible(search.join(' ')).toLowerCase() }, [
    h('article', [
      h('h2', [visible(title), ' ', h('span.number', visible(number))]),
      h('dl', [...term('Covers', covered), ...term('For', conditions), ...term('Codes', codes)]),
      h(
        'ul.versions',
        { role: 'list', ariaLabel: `Versions of ${visible(title)}` },
        versions.map((version, place) => versionItem(version, versions[place - 1])),
      ),
    ]),
  ]);
}

function versionItem(version: CompiledPolicy, later: CompiledPolicy | undefined): ElementContent {
  const { name, kernel } = version;
  const ofVersion = ` of ${visible(kernel.title)}, effective ${kernel.effective}`;
  const link = (href: string, text: string) =>
    h('li', h('a', { href }, [text, h('span.visually-hidden', ofVersion)]));
  return h('li', [
    h('p', [
      ...(later === undefined
        ? [h('strong', ['From ', date(kernel.effective)])]
        : [date(kernel.effective), ' to ', date(addDays(later.kernel.effective, -1))]),
      ...(kernel.nextReview === undefined ? [] : [', next review ', date(kernel.nextReview)]),
    ]),
    h('ul.links', { role: 'list' }, [
      link(`${name}/policy.html`, 'Document'),
      link(`${name}/policy.pdf`, 'PDF'),
      link(`${name}/matrix.html`, 'Matrix'),
      link(`${name}/desk.html`, 'Desk'),
      ...changesItem(version, ofVersion),
    ]),
  ]);
}

/** The ways to what changed since each version before, the latest first, where that is known. */
function changesItem(version: CompiledPolicy, ofVersion: string): readonly ElementContent[] {
  const compared = (version.earlier ?? []).filter(({ changes }) => changes !== undefined);
  const links = compared.flatMap((older, place): readonly (ElementContent | string)[] => [
    ...(place === 0 ? [] : [', ']),
    h('a', { href: changesPath(older, version) }, [
      ...(place === 0 ? ['Changes since '] : [h('span.visually-hidden', 'Changes '), 'since ']),
      older.effective,
      h('span.visually-hidden', ofVersion),
    ]),
  ]);
  return links.length === 0 ? [] : [h('li', links)];
}

function date(day: string): ElementContent {
  return h('time', { dateTime: day }, day);
}

function term(name: string, values: readonly string[]): readonly ElementContent[] {
  return values.length === 0 ? [] : [h('dt', name), h('dd', visible(values.join(', ')))];
}

function coveredNames({ policy }: CompiledPolicy): readonly string[] {
  return coveredBy(policy).map((covered) =>
    covered.kind === 'item' ? covered.name : `${covered.brand} (${covered.ingredient.name})`,
  );
}

function conditionNames({ policy }: CompiledPolicy): readonly string[] {
  const { medicalNecessity } = outline(policy);
  const indications = medicalNecessity.isIndication === true ? [medicalNecessity] : medicalNecessity.children;
  return indications.map(({ number }) => number);
}

/** Billing codes first, then those of the diagnoses that its criteria read. */
function codeNames({ kernel, policy }: CompiledPolicy): readonly string[] {
  const { codes = [], services = [] } = policy.coding ?? {};
  const read = kernel.clauses.flatMap(({ id, expression }) =>
    codesOf(kernel, policy.vocabulary, id, expression).filter(({ says }) => says !== 'bills'),
  );
  return [...new Set([...codes, ...services, ...read].map(({ code }) => code))];
}
