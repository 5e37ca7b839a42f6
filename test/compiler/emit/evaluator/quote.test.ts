import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prune, wordsOf } from '../../../../compiler/emit/evaluator/prune.ts';
import { list, quote, source } from '../../../../compiler/emit/evaluator/quote.ts';

describe('quote', () => {
  it('escapes what ends a literal, a line or a script, and what hides or reorders text', () => {
    expect(quote(`it's \\ "so"`)).toBe(String.raw`'it\'s \\ "so"'`);
    expect(quote('a\nb\r\t\u2028\u2029')).toBe(String.raw`'a\nb\u000d\u0009\u2028\u2029'`);
    expect(quote('\u202e\u200f\u2066\ufeff\u00ad\u0000')).toBe(
      String.raw`'\u202e\u200f\u2066\ufeff\u00ad\u0000'`,
    );
    expect(quote('</script><!--')).toBe(String.raw`'<\/script><\!--'`);
    expect(quote('\u{e0041}\ud800')).toBe(String.raw`'\udb40\udc41\ud800'`);
  });

  it('leaves what a reader can read', () => {
    expect(quote('Lemtrada\u00ae \u2265 12 mg \u2013 \u4e2d\u6587 \u{1f600}')).toBe(
      "'Lemtrada\u00ae \u2265 12 mg \u2013 \u4e2d\u6587 \u{1f600}'",
    );
  });

  it('gives back the same text when the literal is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read: unknown = new Function(`return ${quote(text)}`)();
        expect(read).toBe(text);
        expect(quote(text)).not.toMatch(/[\n\r\u2028\u2029]/);
      }),
    );
  });
});

describe('source', () => {
  it('quotes every value but source itself, and indents what goes over lines', () => {
    const body = source`if (${'a'}) {
  ${[source`one(${1});`, source`two(${true});`]}
}`;
    expect(
      source`{
  ${body}
}`.code,
    ).toBe("{\n  if ('a') {\n    one(1);\n    two(true);\n  }\n}");
    expect(list(['`${x}`', 2]).code).toBe("['`${x}`', 2]");
  });
});

describe('prune', () => {
  it('keeps what is exported and what that needs, and no name that only a text or a comment holds', () => {
    const text = [
      '/** Uses other. */',
      'export function used(): string {',
      "  return helper() + 'other';",
      '}',
      '',
      'function helper(): string {',
      '  return one;',
      '}',
      '',
      '/** It and another call each other. */',
      'function other(): void {',
      '  another();',
      '}',
      '',
      'function another(): void {',
      '  other();',
      '}',
      '',
      'const one = 1; // other',
    ].join('\n');
    expect(prune(text)).toContain('function helper');
    expect(prune(text)).toContain('const one');
    expect(prune(text)).toContain('/** Uses other. */');
    expect(prune(text)).not.toMatch(/function (other|another)|each other/);
  });

  it('reads no words within literals', () => {
    expect([...wordsOf(String.raw`call('it\'s word', x)`)]).toEqual(['call', 'x']);
  });
});
