import { describe, expect, it } from 'vitest';
import { libraryPage } from '../../../compiler/site/library-page.ts';
import { compiledByHand, compiledIp0213 } from '../../support/compiled-ip0213.ts';
import { elements } from '../../support/html.ts';
import { hostilePolicy } from '../../support/hostile-policy.ts';

const bundle = { style: '', script: '' };
const later = {
  ...compiledIp0213,
  name: 'later',
  kernel: { ...compiledIp0213.kernel, effective: '2025-05-01' },
  earlier: [{ name: compiledIp0213.name, effective: compiledIp0213.kernel.effective }],
};

describe('the index of the library', () => {
  it('names what a policy is found by', () => {
    const page = libraryPage([compiledIp0213], bundle);
    for (const words of ['IP0213', 'Lemtrada (alemtuzumab)', 'Multiple Sclerosis', 'J0202', 'G35.C1'])
      expect(page).toContain(words);
    expect(/data-search="([^"]*)"/.exec(page)?.[1]).toContain('lemtrada');
    expect(page).toContain('ip0213-alemtuzumab/policy.pdf');
  });

  it('puts the versions of one policy together, the latest first, each with the days on which it is in force', () => {
    const page = libraryPage([compiledIp0213, later], bundle);
    expect(page.match(/<article>/g)).toHaveLength(1);
    const text = page.replaceAll(/<[^>]*>/g, '');
    expect(text).toMatch(/From 2025-05-01.*2024-03-01 to 2025-04-30/s);
    expect(page).not.toContain('href="changes/');
  });

  it('shows what a hostile policy says as text', () => {
    const page = libraryPage([compiledByHand(hostilePolicy())], bundle);
    expect(elements(page, 'script')).toHaveLength(1);
    expect(elements(page, 'b')).toEqual([]);
    expect(elements(page, 'article')).toHaveLength(1);
  });
});
