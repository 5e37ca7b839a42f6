import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { beforeAll, describe, expect, test } from 'vitest';
import * as t from 'triplicate';
import * as v from 'triplicate/vocabulary';
import type { CompiledPolicy } from '../../../../compiler/compiled-policy.ts';
import { criteriaMarkdown } from '../../../../compiler/emit/criteria/criteria-markdown.ts';
import { policyHtml } from '../../../../compiler/emit/criteria/policy-html.ts';
import { examine } from '../../../../compiler/examine/examine.ts';
import { compile } from '../../../../compiler/pipeline.ts';
import { outline } from '../../../../dsl/policy/outline.ts';
import { clausesOf, type OutlineClause } from '../../../../dsl/policy/outline-clause.ts';
import { plainText } from '../../../../dsl/text.ts';
import { compiledByHand, compiledIp0213, projectRoot } from '../../../support/compiled-ip0213.ts';
import { hostile, hostilePolicy } from '../../../support/hostile-policy.ts';
import { elements } from '../../../support/html.ts';

let policies: readonly CompiledPolicy[] = [];
beforeAll(async () => {
  const compiled = await compile({ root: projectRoot });
  ({ policies } = await examine(projectRoot, compiled, { keptOnly: true }));
}, 120_000);

/** The text of an element without that of the elements below it that a selector finds. */
function textOf(element: Element | ElementContent | undefined, without = ':not(*)'): string {
  if (element === undefined) return '';
  if (element.type === 'text') return element.value;
  if (element.type !== 'element') return '';
  const left = new Set(selectAll(without, element));
  const inner = (node: ElementContent): string =>
    node.type === 'text'
      ? node.value
      : node.type === 'element' && !left.has(node)
        ? // Blocks stand apart from each other, and cells as well.
          `${/^(?:a|code|strong|sup|time)$/.test(node.tagName) ? '' : ' '}${node.children.map(inner).join('')}`
        : '';
  return element.children.map(inner).join('');
}

function withId(page: string, id: string): readonly Element[] {
  return elements(page, '[id]').filter(({ properties }) => properties.id === id);
}

/** Words as they follow each other, without what only one of the two forms has: emphasis, bullets, full stops, citations. */
function words(text: string): readonly string[] {
  return text
    .replace(/[⁰¹²³⁴-⁹⁻](?:,?[⁰¹²³⁴-⁹⁻])*/g, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/[.:]+$/, ''))
    .filter((word) => word !== '');
}

function wordsOfMarkdown(policy: CompiledPolicy): readonly string[] {
  const lines = criteriaMarkdown(policy)
    .replace(/(?<=\n## )Table of Contents\n\n(?:- .*\n)+\n## /, '')
    .split('\n')
    .filter((line) => !/^\|[ :|-]+\|$|^---$/.test(line))
    .map((line) =>
      line
        .replace(/^\s*(?:- |#+ )/, '')
        .replace(/\[([^\]]*)\]\(#[^)]*\)/g, '$1')
        .replace(/^\||(?<!\\)\|/g, ' ')
        .replace(/\*\*/g, '')
        .replace(/\\(?=[^\w\s])/g, '')
        .replaceAll('&lt;', '<'),
    );
  return words(lines.join('\n'));
}

/** The words of the page that the criteria text has as well. */
function wordsOfPage(page: string): readonly string[] {
  const main = select('main', fromHtml(page));
  const added =
    'nav, sup, .back, .eyebrow, .changes, footer, #appendix ~ table caption, .facts > div:has(details), .facts > div:has(code), .facts > div:has(a)';
  return words(textOf(main, added));
}

describe("every policy's document", () => {
  test('has the words of the criteria text in its order', () => {
    expect(policies.length).toBeGreaterThan(10);
    for (const policy of policies)
      expect([policy.name, wordsOfPage(policyHtml(policy))]).toEqual([policy.name, wordsOfMarkdown(policy)]);
  });

  test('has each clause once, by its permanent id, with its mark and its wording', () => {
    for (const policy of policies) {
      const page = policyHtml(policy);
      for (const clause of clausesOf(outline(policy.policy))) {
        const found = withId(page, clause.id);
        expect([policy.name, clause.id, found.length]).toEqual([policy.name, clause.id, 1]);
        expect([policy.name, clause.id, shownOf(found[0])]).toEqual([
          policy.name,
          clause.id,
          expect.stringContaining(firstWords(clause)),
        ]);
      }
    }
  });

  test('has each printed number for a second name of the clause', () => {
    for (const policy of policies) {
      const page = policyHtml(policy);
      for (const { id, number } of policy.kernel.clauses.filter((clause) => clause.number !== clause.id)) {
        if (id === 'indication' && number === 'Indication') continue;
        const [clause] = withId(page, id);
        const names = selectAll('.number', clause).map(({ properties }) => properties.id);
        expect([policy.name, id, names]).toEqual([
          policy.name,
          id,
          expect.arrayContaining([number.replace(/\s+/g, '-')]),
        ]);
      }
    }
  });

  test('leads nowhere but to what is there, and gives no id twice', () => {
    for (const policy of policies) {
      const page = policyHtml(policy);
      const all = elements(page, '[id]').map(({ properties }) => String(properties.id));
      expect([policy.name, all.length]).toEqual([policy.name, new Set(all).size]);
      const targets = elements(page, 'a').map(({ properties }) => String(properties.href));
      expect(targets.length).toBeGreaterThan(10);
      for (const target of targets)
        expect([policy.name, target, all.includes(decodeURIComponent(target.slice(1)))]).toEqual([
          policy.name,
          target,
          true,
        ]);
      expect(
        elements(page, '[aria-labelledby]').map(({ properties }) => properties.ariaLabelledBy),
      ).toSatisfy((labels: readonly (readonly string[])[]) =>
        labels.flat().every((label) => all.includes(label)),
      );
    }
  });
});

/** What is read of a clause: of a heading, the heading and the sentence below it. */
function shownOf(element: Element | undefined): string {
  return textOf(element, '.self, .back').replace(/\s+/g, ' ').trim();
}

/** The mark of a clause and the words that it begins with; a heading's is its number. */
function firstWords(clause: OutlineClause): string {
  const { mark, text, number, isIndication, id, section } = clause;
  if (isIndication === true) return number;
  if (id === 'dosing') return 'Dosing';
  if (id === 'indication') return 'is considered medically necessary';
  const begin = plainText(text).slice(0, 30).trim();
  return section === 'exclusions' || mark === '•' ? begin : `${mark} ${begin}`.trim();
}

describe("IP0213's document", () => {
  const page = policyHtml(compiledIp0213);

  test('nests the lists as the clauses are nested', () => {
    const inner = selectAll('[id="course.aggressive"] [id="course.aggressive.mri"]', fromHtml(page));
    expect(inner).toHaveLength(1);
    const [list] = selectAll('[id="course.aggressive"] ol', fromHtml(page));
    expect(list?.properties.role).toBe('list');
    expect(selectAll(':scope > li', list)).toHaveLength(4);
  });

  test('names its tables, and heads their columns and rows', () => {
    expect(elements(page, 'caption').map((caption) => textOf(caption))).toEqual([
      'Considered Medically Necessary when criteria in the applicable policy statements listed above are met:',
      'Disease modifying agent used for Multiple Sclerosis',
    ]);
    expect(elements(page, 'thead th[scope=col]')).toHaveLength(4);
    for (const row of elements(page, 'tbody tr')) expect(selectAll('th[scope=row]', row)).toHaveLength(1);
  });

  test('leads from a citation to its reference and back', () => {
    const [citation] = elements(page, 'sup a');
    expect(citation?.properties.href).toBe('#reference-1');
    const [reference] = withId(page, 'reference-1');
    expect(textOf(reference)).toContain('Lemtrada');
    const back = selectAll('a.back', reference).map(({ properties }) => properties.href);
    expect(back[0]).toBe(`#${String(citation?.properties.id)}`);
    const citing = elements(page, 'sup a').filter(({ properties }) => properties.href === '#reference-1');
    expect(back).toEqual(citing.map(({ properties }) => `#${String(properties.id)}`));
  });

  test('leads from “see Appendix” to the appendix', () => {
    const links = selectAll('.marked a[href="#appendix"]', fromHtml(page));
    expect(links.map((link) => textOf(link))).toContain('Appendix');
    expect(withId(page, 'appendix').map(({ tagName }) => tagName)).toEqual(['h2']);
  });

  test('says what it is: number, dates, digest and source', () => {
    const facts = elements(page, '.facts dd').map((fact) => textOf(fact).trim());
    expect(facts).toEqual(
      expect.arrayContaining(['IP0213', '3/1/2024', '3/1/2025', 'policies/ip0213-alemtuzumab/policy.ts']),
    );
    expect(facts.at(-1)).toContain(compiledIp0213.digest);
    expect(elements(page, '.facts time').map(({ properties }) => properties.dateTime)).toEqual([
      '2024-03-01',
      '2025-03-01',
    ]);
  });

  test('has no links to other pages but those that it is told', () => {
    const outward = (text: string) =>
      elements(text, 'a')
        .map(({ properties }) => String(properties.href))
        .filter((href) => !href.startsWith('#'));
    expect(outward(page)).toEqual([]);
    const inSite = policyHtml(compiledIp0213, { site: true });
    expect(outward(inSite)).toEqual(['../index.html', 'matrix.html', 'desk.html', 'policy.pdf']);
    expect(elements(inSite, '[aria-current=page]').map((link) => textOf(link))).toEqual(['Document']);
  });
});

describe('hostile text', () => {
  const page = policyHtml(compiledByHand(hostilePolicy()));

  test('is shown and is no markup, in the text and in the style of the sheets', () => {
    expect(elements(page, 'script, b')).toEqual([]);
    expect(page).not.toContain('\u202e');
    expect(textOf(elements(page, 'h1')[0])).toBe(hostile.replace('\n', ' ').replace('\u202e', '[U+202E]'));
    const sheets = elements(page, 'style').map((style) => textOf(style).split('@page {')[1] ?? '');
    const contents = sheets.join('').match(/content: .*/g) ?? [];
    expect(contents).toHaveLength(4);
    for (const each of contents)
      expect(each).toMatch(/^content: "(?:[\w .,-]|\\[\da-f]+ )*"(?: counter|; font)/);
  });

  test('takes no clause its place', () => {
    for (const { id } of clausesOf(outline(hostilePolicy()))) expect(withId(page, id)).toHaveLength(1);
  });
});

test('a clause that is named like a part of the page keeps its name, and the part gets another', () => {
  const page = policyHtml(
    compiledByHand(
      t.policy({
        number: 'X1',
        title: 'x',
        effective: '2024-01-01',
        product: v.lemtrada,
        vocabulary: v.sharedVocabulary,
        overview: [t.paragraph('As is known.', { cites: [1] })],
        medicalNecessity: t.indication(
          v.multipleSclerosis,
          t.allOf({
            main: t.ageAtLeast(18),
            overview: t.ageAtMost(60),
            A: t.ageAtLeast(19),
            'reference-1': t.ageAtLeast(20),
          }),
        ),
        references: ['A book.'],
      }),
    ),
  );
  for (const id of ['main', 'overview', 'A', 'reference-1'])
    expect(withId(page, id).map(({ tagName }) => tagName)).toEqual(['li']);
  expect(elements(page, 'main')[0]?.properties.id).toBe('main-2');
  expect(elements(page, '.skip')[0]?.properties.href).toBe('#main-2');
  expect(elements(page, 'sup a')[0]?.properties.href).toBe('#reference-1-2');
  expect(elements(page, '.contents a').map(({ properties }) => properties.href)).toContain('#overview-2');
  // The first clause is printed as A, and the third is named so: the name is the clause's.
  expect(elements(page, '.number').map(({ properties }) => properties.id)).not.toContain('A');
});
