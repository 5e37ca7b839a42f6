import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CompiledPolicy, VersionChanges } from '../../../compiler/compiled-policy.ts';
import { policyHtml } from '../../../compiler/emit/criteria/policy-html.ts';
import { withEarlierVersions, type WithSolver } from '../../../compiler/examine/changes.ts';
import { examine } from '../../../compiler/examine/examine.ts';
import { keptChanges } from '../../../compiler/examine/kept-changes.ts';
import { generate } from '../../../compiler/generate.ts';
import { loadSolver } from '../../../compiler/logic/solver.ts';
import { compile, type Compilation } from '../../../compiler/pipeline.ts';
import { changesPage } from '../../../compiler/site/changes-page.ts';
import { siteMaker } from '../../../compiler/site/site.ts';
import { elements } from '../../support/html.ts';
import { demoPolicy, project, type Project } from '../../support/project.ts';

/** Three versions of a policy, of which each asks for a greater age than the one before, and another policy. */
let at: Project;
let compilation: Compilation;
let told: readonly CompiledPolicy[];
let asked = 0;

const ask: WithSolver = async (work) => {
  asked += 1;
  const solver = await loadSolver();
  try {
    return await work(solver);
  } finally {
    solver.close();
  }
};

beforeAll(async () => {
  at = project({
    'policies/oldest.ts': demoPolicy(16).replace("effective: '2024-01-01'", "effective: '2022-01-01'"),
    'policies/older.ts': demoPolicy(17).replace("effective: '2024-01-01'", "effective: '2023-01-01'"),
    'policies/newer.ts': demoPolicy(18),
    'policies/other.ts': demoPolicy(18, 'OTHER'),
  });
  compilation = await compile({ root: at.root });
  const { policies } = compilation;
  told = await withEarlierVersions(at.root, policies, policies, { again: false, ask });
  await generate(at.root, { ...compilation, policies: told });
}, 120_000);
afterAll(() => at.remove());

const named = (name: string, policies = told) => {
  const found = policies.find((policy) => policy.name === name);
  if (found === undefined) throw new Error(`There is no policy ${name}.`);
  return found;
};
const file = (name: string) => join(at.root, 'generated/newer', name);

function changes(newer = 'newer', older = 'older'): VersionChanges {
  const found = named(newer).earlier?.find(({ name }) => name === older)?.changes;
  if (found === undefined) throw new Error('The versions were not compared.');
  return found;
}

describe('the versions before', () => {
  test('are those of the same number, the latest first, and what changed since each is told', () => {
    const before = told.map(({ name, earlier = [] }) => [
      name,
      ...earlier.map((older) => [older.name, older.effective]),
    ]);
    expect(before).toEqual([
      ['newer', ['older', '2023-01-01'], ['oldest', '2022-01-01']],
      ['older', ['oldest', '2022-01-01']],
      ['oldest'],
      ['other'],
    ]);
    for (const [newer, older, ages] of [
      ['newer', 'older', [17, 18]],
      ['newer', 'oldest', [16, 18]],
      ['older', 'oldest', [16, 17]],
    ] as const) {
      const { log } = changes(newer, older);
      expect([log.older.label, log.newer.label, log.verdict]).toEqual([older, newer, 'different']);
      expect(
        log.clauses
          .filter(({ change }) => change === 'meaning')
          .map((clause) => [clause.newer?.id, clause.older?.text, clause.newer?.text]),
      ).toEqual([['age', ...ages.map((age) => `${age} years of age or older`)]]);
    }
    // Once for every two versions.
    expect(asked).toBe(3);
  });

  test('are told again without a question, by the same object, while neither version changes', async () => {
    const { policies } = compilation;
    const again = await withEarlierVersions(at.root, policies, policies, { again: false, ask });
    expect(again.map((policy, place) => policy === told[place])).toEqual([true, true, true, true]);
    expect(asked).toBe(3);
  });

  test('are told of where their changes are not known and nobody is asked', async () => {
    const source = demoPolicy(19);
    writeFileSync(join(at.root, 'policies/newer.ts'), source);
    const { policies } = await compile({ root: at.root });
    const [newer] = await withEarlierVersions(at.root, policies, policies, { again: false });
    expect(newer?.earlier).toEqual([
      { name: 'older', effective: '2023-01-01' },
      { name: 'oldest', effective: '2022-01-01' },
    ]);
    const page = newer === undefined ? '' : policyHtml(newer);
    expect(page).toContain('The version effective');
    expect(elements(page, '.changes')).toEqual([]);
    writeFileSync(join(at.root, 'policies/newer.ts'), demoPolicy(18));
  });

  test('are found when one policy alone is compiled', async () => {
    const one = await compile({ root: at.root, only: 'newer' });
    expect(one.policies.map(({ name }) => name)).toEqual(['newer']);
    const { policies } = await examine(at.root, one, { keptOnly: true });
    expect(policies.map(({ earlier }) => earlier?.map(({ changes: { log } = {} }) => log))).toEqual([
      [changes().log, changes('newer', 'oldest').log],
    ]);
  });
});

describe('what generated/ keeps of a comparison', () => {
  test('is taken over as it was, byte for byte, and is of these two versions alone', async () => {
    const { compared } = changes();
    const kept = await keptChanges(join(at.root, 'generated/newer'));
    expect(kept(compared)).toEqual(changes());
    expect(kept(changes('newer', 'oldest').compared)).toEqual(changes('newer', 'oldest'));
    expect(kept(changes('older', 'oldest').compared)).toBeUndefined();
    for (const version of ['older', 'newer'] as const)
      for (const part of ['digest', 'kernel'] as const) {
        const other = { ...compared, [version]: { ...compared[version], [part]: '0' } };
        expect(kept(other)).toBeUndefined();
      }
  });

  test('is not taken over when somebody has changed it', async () => {
    const text = readFileSync(file('changes.json'), 'utf8');
    const changed = text.replace('"verdict": "different"', '"verdict": "equivalent"');
    expect(changed).not.toBe(text);
    for (const bad of [changed, '', '{}', text.slice(0, -20)]) {
      writeFileSync(file('changes.json'), bad);
      expect((await keptChanges(join(at.root, 'generated/newer')))(changes().compared)).toBeUndefined();
    }
    writeFileSync(file('changes.json'), text);
    expect((await keptChanges(join(at.root, 'generated/newer')))(changes().compared)).toEqual(changes());
  });
});

describe('what changed, for a reader', () => {
  test('stands in the document of the newer version: verdict, outcomes, clauses and terms', () => {
    const page = policyHtml(named('newer'), { changes: '../changes/older..newer.html' });
    const [section] = elements(page, '.changes');
    const text = JSON.stringify(section);
    for (const words of [
      'What changed since the version effective 1/1/2023',
      'The versions do not come to the same outcome for every request.',
      'Some requests that were approved are now denied.',
      'Changed in meaning',
      'Stricter: no request fares better by this clause than before, and some fare worse.',
      '17 years of age or older',
      'Effective date',
    ])
      expect(text).toContain(words);
    expect(elements(page, '.changes a[href="#age"]')).toHaveLength(1);
    expect(elements(page, '.facts a')).toHaveLength(1);
    expect(elements(page, 'a[href="../changes/older..newer.html"]')).toHaveLength(1);
    expect(elements(policyHtml(named('newer')), 'a[href$=".html"]')).toEqual([]);
  });

  test('has a page of its own, with each example as a case', () => {
    const { log } = changes();
    const page = changesPage(log, []);
    expect(elements(page, 'h1')).toHaveLength(1);
    expect(elements(page, 'pre').length).toBeGreaterThan(0);
    const parts = elements(page, '.contents a').map(({ properties }) => properties.href);
    expect(parts).toEqual(
      elements(page, 'h2[id]')
        .slice(1)
        .map(({ properties }) => `#${String(properties.id)}`),
    );
    expect(elements(page, 'a[href="../newer/policy.html"]')).toHaveLength(1);
  });

  test('has a page for any two versions, and each leads to those with another version in the place of either', async () => {
    const bundle = { style: '', script: '' };
    const files = siteMaker({ desk: bundle, matrix: bundle, library: bundle, live: bundle })(told);
    const pages = new Map<string, string>();
    for (const { path, make } of files)
      if (path.endsWith('.html') && !/(?:matrix|desk)\.html$/.test(path))
        pages.set(path, String(await make()));
    const pageOf = (path: string) => pages.get(path) ?? '';
    const linksOf = (path: string) =>
      elements(pageOf(path), '.versions li > *').map(({ properties, children: [text] }) => [
        text?.type === 'text' ? text.value : '',
        properties.href ?? properties.ariaCurrent,
      ]);
    expect([...pages.keys()].filter((path) => path.startsWith('changes/'))).toEqual([
      'changes/older..newer.html',
      'changes/oldest..newer.html',
      'changes/oldest..older.html',
    ]);
    expect(linksOf('changes/oldest..newer.html')).toEqual([
      ['2022-01-01', 'page'],
      ['2023-01-01', '../changes/older..newer.html'],
      ['2023-01-01', '../changes/oldest..older.html'],
      ['2024-01-01', 'page'],
    ]);
    expect(linksOf('changes/older..newer.html')).toEqual([
      ['2022-01-01', '../changes/oldest..newer.html'],
      ['2023-01-01', 'page'],
      ['2024-01-01', 'page'],
    ]);
    const inLibrary = elements(pageOf('index.html'), '.links a[href^="changes/"]');
    expect(inLibrary.map(({ properties }) => properties.href)).toEqual([
      'changes/older..newer.html',
      'changes/oldest..newer.html',
      'changes/oldest..older.html',
    ]);
  });

  test('has no choice of versions where there are but two', () => {
    const pair = {
      older: { name: 'older', effective: '2023-01-01' },
      newer: { name: 'newer', effective: '2024-01-01' },
    };
    expect(elements(changesPage(changes().log, [pair]), '.versions')).toEqual([]);
  });
});
