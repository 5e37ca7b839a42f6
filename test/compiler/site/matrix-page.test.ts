import { describe, expect, it } from 'vitest';
import { matrixData } from '../../../compiler/site/build-matrix-data.ts';
import { matrixPage } from '../../../compiler/site/matrix-page.ts';
import { compiledByHand, compiledIp0213 } from '../../support/compiled-ip0213.ts';
import { hostile, hostilePolicy } from '../../support/hostile-policy.ts';
import { elements, textOf } from '../../support/html.ts';
import { manyPaths } from '../../support/many-paths.ts';

const bundle = { script: 'void 0;', style: '' };

describe('the matrix page', () => {
  it('is the same text each time', async () => {
    expect(await matrixPage({ ...compiledIp0213 }, bundle)).toBe(await matrixPage(compiledIp0213, bundle));
  });

  it('says without scripts how many ways there are, and has every clause with its wording', async () => {
    const page = await matrixPage(compiledIp0213, bundle);
    const summary = elements(page, '#matrix-app li').map((item) => textOf(item));
    expect(summary[0]).toBe('Paths to medical necessity. 14 ways. Each row is one way to meet the criteria.');
    expect(summary).toHaveLength(4);
    const legend = elements(page, '.legend > li');
    expect(legend).toHaveLength(28);
    expect(legend[1]?.properties['id']).toBe('clause-age');
    expect(textOf(legend[1])).toBe('A 17 years of age or older');
  });

  it('has a diagram for each kind of request, each box a link to its clause, and the same as a list', async () => {
    const page = await matrixPage(compiledIp0213, bundle);
    expect(elements(page, '#decision > details > summary').map((each) => textOf(each))).toEqual([
      'How a first request is decided',
      'How a reauthorization is decided',
    ]);
    const boxes = elements(page, '#decision > details:first-of-type svg a');
    expect(boxes.map(({ properties }) => properties['href'])).toContain('#clause-course.stepTherapy.first');
    const items = elements(page, '#decision > details:first-of-type .diagram-list > li').map((each) =>
      textOf(each),
    );
    expect(items).toHaveLength(boxes.length);
    expect(items[0]).toBe('A — 17 years of age or older. Met: go on to 2. Not met: denied.');
    expect(items[11]).toMatch(/Met: criteria met; go on to 13\. Not met: denied\.$/);
    expect(items[16]).toMatch(/Met: denied\. Not met: no exclusion applies; go on to 18\.$/);
    expect(items[18]).toMatch(/Met: approved\. Not met: modified, to a recommended dose\.$/);
    // A link leads to something on the page also where no script runs.
    const ids = new Set(elements(page, '[id]').map(({ properties }) => properties['id']));
    const targets = elements(page, 'a[href^="#"]').map(({ properties }) =>
      String(properties['href']).slice(1),
    );
    expect(targets.filter((target) => !ids.has(decodeURIComponent(target)))).toEqual([]);
  });

  it('names each title of a drawing once', async () => {
    const page = await matrixPage(compiledIp0213, bundle);
    const ids = elements(page, '[id]').map(({ properties }) => properties['id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows hostile text, and none of it as markup or hidden', async () => {
    const page = await matrixPage(compiledByHand(hostilePolicy()), bundle);
    expect(elements(page, 'b')).toEqual([]);
    expect(elements(page, 'script')).toHaveLength(2);
    expect(page).not.toContain('\u202e');
    expect(elements(page, 'title').map((each) => textOf(each))[0]).toContain('[U+202E] rtl');
    const data: unknown = JSON.parse(textOf(elements(page, '#matrix-data')[0]));
    expect(JSON.stringify(data)).toContain(JSON.stringify(hostile.slice(0, 20)).slice(1, -1));
    expect(JSON.stringify(data)).not.toContain('\u202e');
  });
});

describe('what the page reads', () => {
  it('holds every path of 14,000, and of more only the first 20,000', () => {
    const [section] = matrixData(manyPaths(14, 10, 10, 10)).sections;
    expect([section?.count, section?.ways.length]).toEqual(['14000', 14_000]);
    expect(new Set(section?.ways.map(String)).size).toBe(14_000);
    const [larger] = matrixData(manyPaths(20, 20, 20, 20)).sections;
    expect([larger?.count, larger?.ways.length]).toEqual(['160000', 20_000]);
  });

  it('tells of a clause what it rests on, what the cases show and what shows it by itself', () => {
    const clause = matrixData(compiledIp0213).clauses.find(({ id }) => id === 'course.highEfficacy');
    expect(clause).toMatchObject({
      number: 'C.ii',
      facts: ['drugs', 'drugsComplete'],
      grade: 'plain',
      shown: { met: 62, 'not-met': 77, unknown: 3 },
    });
    expect(clause?.source).toMatch(/^policies\/ip0213-alemtuzumab\/policy\.ts:\d+:5$/);
    expect(clause?.evaluatorLine).toBeGreaterThan(100);
  });

  it('places each clause in its group', () => {
    const { clauses } = matrixData(compiledIp0213);
    const chain = (id: string) => {
      const names: string[] = [];
      for (let at = clauses.find((each) => each.id === id); at !== undefined; at = clauses[at.within ?? -1])
        names.push(at.id);
      return names;
    };
    expect(chain('course.aggressive.mri')).toEqual([
      'course.aggressive.mri',
      'course.aggressive',
      'course',
      'indication',
    ]);
    expect(chain('dosing.first')).toEqual(['dosing.first', 'dosing']);
    expect(chain('exclusions.hivInfection')).toEqual(['exclusions.hivInfection']);
  });
});
