import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { policyHtml } from '../../../../compiler/emit/criteria/policy-html.ts';
import { policyPdf, policyTypst } from '../../../../compiler/emit/criteria/policy-pdf.ts';
import { fontBytes, ordinary, withoutLetter } from '../../../../compiler/pdf/font.ts';
import { printedPdf } from '../../../../compiler/pdf/print.ts';
import { paragraph } from '../../../../dsl/policy/paragraph.ts';
import { outline } from '../../../../dsl/policy/outline.ts';
import { clausesOf } from '../../../../dsl/policy/outline-clause.ts';
import { plainText } from '../../../../dsl/text.ts';
import { compiledByHand, compiledIp0213, projectRoot } from '../../../support/compiled-ip0213.ts';
import { hostilePolicy } from '../../../support/hostile-policy.ts';
import { readPdf } from '../../../support/read-pdf.ts';

const wordsOf = ({ sheets }: Awaited<ReturnType<typeof readPdf>>) =>
  sheets.map(({ words }) =>
    words
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' '),
  );
/** Without spaces: where a line breaks, or a word is bold, tells nothing. */
const packed = (text: string) => text.replace(/[\s•]+/g, '');

describe('a policy on paper', () => {
  it('shows a character that its fonts lack by its number, and those of ordinary policies as they are', async () => {
    const { background: _background, ...rest } = compiledIp0213.policy;
    // The micro sign is read back as the letter that looks like it, and raised figures are citations.
    const signs = ordinary.replace(' -~', '').replaceAll(/[µ¹²³]/g, '');
    const text = `β ≠ 漢 😀 ${signs}`;
    const pdf = await readPdf(policyPdf(compiledByHand({ ...rest, background: [paragraph(text)] })));
    const printed = packed(wordsOf(pdf).join(' '));
    expect(printed).toContain(packed(`β ≠ [U+6F22] [U+1F600] ${signs}`));
    expect(withoutLetter(text)).toEqual(['漢', '😀']);
    const [bytes] = fontBytes();
    const font = bytes === undefined ? undefined : create(bytes);
    expect(
      [...ordinary.slice(3)].filter(
        (sign) =>
          !(
            font !== undefined &&
            'hasGlyphForCodePoint' in font &&
            font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)
          ),
      ),
    ).toEqual([]);
  });

  it('has bookmarks, tags, a title, a language, and words that can be selected', async () => {
    const pdf = await readPdf(policyPdf(compiledIp0213));
    expect(pdf.bookmarks).toEqual(
      expect.arrayContaining(['Medical Necessity Criteria', 'Multiple Sclerosis', 'Dosing', 'Appendix']),
    );
    expect(pdf.isTagged).toBe(true);
    expect(pdf.title).toBe('IP0213 Alemtuzumab, effective 2024-03-01');
    expect(pdf.language).toBe('en-US');
    for (const role of [
      'H1',
      'H2',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Table',
      'TH',
      'TD',
      'Caption',
      'Link',
      'TOCI',
    ])
      expect(pdf.roles).toContain(role);
    const sheets = wordsOf(pdf);
    expect(sheets.length).toBeGreaterThan(3);
    for (const [place, sheet] of sheets.entries()) {
      expect(sheet).toContain(`Page ${place + 1} of ${sheets.length}`);
      expect(sheet).toContain('Effective 3/1/2024');
    }
    for (const { size, words } of pdf.sheets) {
      expect(size).toEqual([612, 792]);
      for (const { left, right } of words) {
        expect(left).toBeGreaterThan(53);
        expect(right).toBeLessThan(612 - 53);
      }
    }
  });

  it('says every clause with its mark, in order', async () => {
    const text = packed(wordsOf(await readPdf(policyPdf(compiledIp0213))).join(' '));
    let from = 0;
    for (const { mark, text: words, section } of clausesOf(outline(compiledIp0213.policy))) {
      if (section === 'exclusions' || mark === '') continue;
      const at = text.indexOf(packed(`${mark}${plainText(words)}`), from);
      expect([plainText(words), at >= from]).toEqual([plainText(words), true]);
      from = at;
    }
    expect(from).toBeGreaterThan(0);
  });

  it('is the same bytes again, whatever fonts the machine has by the same name', () => {
    const bytes = policyPdf(compiledIp0213);
    printedPdf('#set document(title: "Another", date: none)\nAnother');
    expect(Buffer.from(policyPdf(compiledIp0213)).equals(Buffer.from(bytes))).toBe(true);
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/CreationDate|ModDate/);

    const home = mkdtempSync(join(tmpdir(), 'triplicate-test-'));
    try {
      const font = readFileSync(
        createRequire(import.meta.url).resolve(
          '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
        ),
      );
      // The same font, but for the widths of its letters: wherever it is used, lines are broken otherwise.
      const widths = tableOf(font, 'hmtx');
      for (let at = widths.start; at + 4 <= widths.end; at += 4)
        font.writeUInt16BE(Math.min(font.readUInt16BE(at) * 2, 65_535), at);
      mkdirSync(join(home, '.local/share/fonts'), { recursive: true });
      writeFileSync(join(home, '.local/share/fonts/serif.ttf'), font);
      const document = policyTypst(compiledIp0213);
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [
          '--import',
          'tsx',
          '--input-type=module',
          '--eval',
          `import { createHash } from 'node:crypto';
           import { text } from 'node:stream/consumers';
           import { printedPdf } from './compiler/pdf/print.ts';
           console.log(createHash('sha256').update(printedPdf(await text(process.stdin))).digest('hex'));`,
        ],
        {
          cwd: projectRoot,
          input: document,
          encoding: 'utf8',
          env: { ...process.env, HOME: home, XDG_DATA_HOME: join(home, '.local/share'), TZ: 'Asia/Tokyo' },
        },
      );
      expect([stderr, stdout.trim()]).toEqual(['', createHash('sha256').update(bytes).digest('hex')]);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  }, 60_000);

  it('prints what an author writes, and runs nothing of it', async () => {
    const author = `#panic("ran") #read("/etc/passwd") $x$ "] \\ <label> @ref // no /* comment`;
    const pdf = await readPdf(policyPdf(compiledByHand(hostilePolicy(author))));
    const text = packed(wordsOf(pdf).join(' '));
    expect(text.split(packed(author)).length).toBeGreaterThan(8);
    expect(pdf.title).toContain(author);
  });

  it('stands beside the page in the site, and the page leads there', () => {
    const link = '<a href="policy.pdf" type="application/pdf">PDF</a>';
    expect(policyHtml(compiledIp0213, { site: true })).toContain(link);
    expect(policyHtml(compiledIp0213)).not.toContain('policy.pdf');
  });
});

/** Where a table of a font stands in its file. */
function tableOf(font: Buffer, name: string): { readonly start: number; readonly end: number } {
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16)
    if (font.toString('latin1', at, at + 4) === name) {
      const start = font.readUInt32BE(at + 8);
      return { start, end: start + font.readUInt32BE(at + 12) };
    }
  throw new Error(`The font has no table ${name}.`);
}
