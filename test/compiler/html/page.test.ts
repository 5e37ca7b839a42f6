import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { printPage, withAddition } from '../../../compiler/html/page.ts';
import { elements } from '../../support/html.ts';
import { hostile } from '../../support/hostile-policy.ts';

const plain = { title: 'A page', description: 'What it is.', style: '', body: [h('p', 'Text')] };

/** The sources that a printed page allows for a directive. */
function allowed(page: string, directive: string): string | undefined {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  return policy
    .replaceAll('&#x27;', "'")
    .split('; ')
    .find((each) => each.startsWith(`${directive} `));
}

describe('a page', () => {
  it('without scripts allows none, and nothing to be fetched', () => {
    const page = printPage(plain);
    expect(allowed(page, 'script-src')).toBe("script-src 'none'");
    expect(allowed(page, 'default-src')).toBe("default-src 'none'");
    expect(allowed(page, 'connect-src')).toBeUndefined();
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('names each of its scripts by a digest', () => {
    const [one, two] = ['1 + 1;', '2;'].map((script) => printPage({ ...plain, scripts: [script] }));
    expect(allowed(one ?? '', 'script-src')).toMatch(/^script-src 'sha256-[\w+/]{43}='$/);
    expect(allowed(one ?? '', 'script-src')).not.toBe(allowed(two ?? '', 'script-src'));
  });

  it('lets no text out of the element that holds it', () => {
    const page = printPage({
      ...plain,
      title: hostile,
      description: hostile,
      body: [h('p', { title: hostile }, hostile)],
      data: { given: { text: hostile } },
      scripts: [`const text = ${JSON.stringify('</script><!-- <script> </STYLE>')};`],
    });
    expect(elements(page, 'script')).toHaveLength(2);
    expect(elements(page, 'b')).toEqual([]);
    const data: unknown = JSON.parse(/id="given">([^<]*)</.exec(page)?.[1] ?? '');
    expect(data).toEqual({ text: hostile });
    const code = /<script>(const[^<]*)<\/script>/.exec(page)?.[1] ?? '';
    // oxlint-disable-next-line no-new-func, no-implied-eval -- it is the script that is given above
    const run: unknown = new Function(`${code} return text;`)();
    expect(run).toBe('</script><!-- <script> </STYLE>');
  });
});

describe('an addition to a page', () => {
  it('allows itself beside what the page allows, and asking its own server', () => {
    const before = printPage({ ...plain, scripts: ['1;'] });
    const page = withAddition(before, { style: 'p { color: red }', script: '2;' });
    const own = allowed(before, 'script-src') ?? '';
    expect(allowed(page, 'script-src')?.startsWith(`${own} 'sha256-`)).toBe(true);
    expect(allowed(page, 'connect-src')).toBe("connect-src 'self'");
    expect(page).toContain('<script>2;</script></body>');
  });

  it('is allowed on a page without scripts', () => {
    const page = withAddition(printPage(plain), { style: '', script: '2;' });
    expect(allowed(page, 'script-src')).toMatch(/^script-src 'sha256-[^ ]*'$/);
  });
});
