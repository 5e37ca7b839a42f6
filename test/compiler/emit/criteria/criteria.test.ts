import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { citation } from '../../../../compiler/emit/criteria/phrase.ts';
import { columns, wrap } from '../../../../compiler/emit/criteria/wrap.ts';
import { compiledByHand, compiledIp0213, outputText, projectRoot } from '../../../support/compiled-ip0213.ts';
import { hostilePolicy } from '../../../support/hostile-policy.ts';

/** What the published policy prints and is operative, an item a line, in its order. */
const published = readFileSync(path.join(projectRoot, 'test/fixtures/ip0213-operative.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '');

/** Where the generated text may differ from the published one: nowhere in what is operative. */
const allowedDifferences: Readonly<Record<string, string>> = {};

/** Without emphasis, escapes, links' targets, marks of lists and tables, trademark signs and footnotes. */
function normalised(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\(#[^)]*\)/g, '$1')
    .replace(/\*\*|\\|[®™]|[⁰¹²³⁴-⁹⁻]/g, '')
    .replace(/^\s*- /gm, '')
    .replace(/\|/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('operative items', () => {
  test('each stands in criteria.md as published, in the published order', async () => {
    const text = normalised(await outputText('criteria.md'));
    const missing: string[] = [];
    let from = 0;
    for (const line of published) {
      const wanted = normalised(allowedDifferences[line] ?? line);
      const at = text.indexOf(wanted, from);
      if (at < 0) missing.push(line);
      else from = at + wanted.length;
    }
    expect(missing).toEqual([]);
    expect(published).toHaveLength(58);
  });

  test('each stands in criteria.txt as well; only a row of a table may be broken to fit the page', async () => {
    const text = normalised(await outputText('criteria.txt'));
    const missing = published.filter((line) => !text.includes(normalised(line)));
    expect(missing).toEqual([expect.stringContaining('Plegridy')]);
    expect(text).toContain('Plegridy (peginterferon beta-1a subcutaneous or intramuscular');
  });
});

describe('criteria.md', () => {
  test('nests the clauses under their published marks', async () => {
    const text = await outputText('criteria.md');
    expect(text).toContain('\n- A. 17 years of age or older\n');
    expect(text).toContain('\n  - iii. Treatment of highly-active');
    expect(text).toContain('\n    - d. Documentation of cognitive impairment');
    expect(text).toContain('\n1. Documentation of beneficial response\n2. At least 12 months');
  });

  test('keeps how the criteria are read apart from what is published', async () => {
    const text = await outputText('criteria.md');
    const [before = '', after = ''] = text.split('## How these criteria are read');
    expect(before).not.toContain('24 months');
    expect(after).toContain('**C.iv.** Lemtrada is currently received while');
    expect(after).toContain('12 months from course to course and 12 months of slack');
  });

  test('links the contents to headings that are there', async () => {
    const text = await outputText('criteria.md');
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);
    const links = [...text.matchAll(/^- \[(.*)\]\((#.*)\)$/gm)].map(([, title = '']) => title);
    expect(links.length).toBeGreaterThan(8);
    for (const title of links) expect(headings).toContain(title);
  });
});

describe('criteria.txt', () => {
  test('has no line above 100 characters and no markup', async () => {
    const text = await outputText('criteria.txt');
    expect(text.split('\n').filter((line) => [...line].length > 100)).toEqual([]);
    expect(text).not.toMatch(/\*\*|\\|\]\(/);
  });

  test('hangs the lines of a clause beside its mark', async () => {
    expect(await outputText('criteria.txt')).toContain(
      '    a.  Active Secondary Progressive Multiple Sclerosis (SPMS) (for example, SPMS with a documented\n        relapse)\n',
    );
  });
});

describe('hostile text', () => {
  const compiled = compiledByHand(hostilePolicy());

  test('is no markup in Markdown', async () => {
    const text = await outputText('criteria.md', compiled);
    expect(text).not.toMatch(/(?<!\\)<\/?[a-z]/i);
    expect(text).not.toContain('\u202e');
    expect(text).toContain('[U+202E]'.replace('[', '\\['));
    expect(text).not.toMatch(/(?<!\\)\[x\]\(y\)/);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(3);
  });

  test('stays on its line in plain text', async () => {
    const text = await outputText('criteria.txt', compiled);
    expect(text).not.toContain('\u202e');
    expect(text).toContain('</script>');
  });
});

test('a citation draws runs of numbers together', () => {
  expect(citation([])).toBe('');
  expect(citation([1])).toBe('¹');
  expect(citation([4, 2, 3, 2])).toBe('²⁻⁴');
  expect(citation([1, 2, 5, 10])).toBe('¹,²,⁵,¹⁰');
});

test('text wraps at spaces, and a word is never broken', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('https://example.org/long x', 5)).toEqual(['https://example.org/long', 'x']);
  expect(wrap('  ', 5)).toEqual([]);
  expect(
    columns(
      [
        ['a', 'b'],
        ['ccc', 'd'],
      ],
      80,
    ),
  ).toEqual([['a    b'], ['ccc  d']]);
});

test('the same policy gives the same text', async () => {
  expect(await outputText('criteria.md', compiledByHand(compiledIp0213.policy))).toBe(
    await outputText('criteria.md'),
  );
});
