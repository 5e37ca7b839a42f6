import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as fontkit from 'fontkit';

/** The family that documents are set in. */
export const family = 'Source Serif 4';

/** Characters of ordinary policies, all of which the fonts have: reading a font takes longer than most texts do to print. */
export const ordinary = ' -~§©®°±²³µ·¹¼½¾×–—‘’“”•…™≤≥';
const notOrdinary = new RegExp(`[^${ordinary}]`, 'gu');

const { resolve } = createRequire(import.meta.url);

/** The fonts, regular, slanted and bold: of a package, so that nothing hangs on the fonts of a machine. */
const files = ['400Regular', '400Regular_Italic', '600SemiBold'].map((style) =>
  resolve(`@expo-google-fonts/source-serif-4/${style}/SourceSerif4_${style}.ttf`),
);

/** The bytes of the fonts. */
export function fontBytes(): Buffer[] {
  return files.map((file) => readFileSync(file));
}

/** A text in the letters of the fonts: any other character by its number, as `[U+6F22]`. */
export function inLetters(text: string): string {
  return text.replace(notOrdinary, (character) => (isInFonts(character) ? character : codeOf(character)));
}

/** The characters of a text that the fonts don't have, each once. */
export function withoutLetter(text: string): readonly string[] {
  return [...new Set(text.match(notOrdinary))].filter((character) => !isInFonts(character));
}

/** How a character that the fonts don't have is shown. */
export function codeOf(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

let sets: readonly ReadonlySet<number>[] | undefined;

function isInFonts(character: string): boolean {
  sets ??= characterSets();
  const code = character.codePointAt(0) ?? 0;
  return sets.every((set) => set.has(code));
}

function characterSets(): readonly ReadonlySet<number>[] {
  const load: (name: 'fontkit') => typeof fontkit = createRequire(import.meta.url);
  const { create } = load('fontkit');
  return fontBytes().map((bytes) => {
    const font = create(bytes);
    return new Set('characterSet' in font ? font.characterSet : []);
  });
}
