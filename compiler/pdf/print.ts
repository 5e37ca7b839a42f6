import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The family that documents are set in. */
export const family = 'Source Serif 4';

/** Its fonts, regular, slanted and bold: of a package, so that nothing hangs on the fonts of a machine. */
const fonts = ['400Regular', '400Regular_Italic', '600SemiBold'].map(
  (style) => `@expo-google-fonts/source-serif-4/${style}/SourceSerif4_${style}.ttf`,
);

let compiler: NodeCompiler | undefined;

/**
 * Prints a document in the language of Typst as PDF/UA, which a screen reader follows. Its bytes are of the document and of
 * this package alone: fonts of the machine come after those that are given, even by the same name, and no day is written.
 * @throws Error with Typst's message where the document can't be printed
 */
export function printedPdf(document: string): Uint8Array {
  const { resolve } = createRequire(import.meta.url);
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(resolve(path))) }],
  });
  try {
    return compiler.pdf({ mainFileContent: document }, { pdfStandard: 'ua-1' });
  } catch (error) {
    throw new Error(`The PDF could not be made: ${reasonOf(error)}`, { cause: error });
  } finally {
    // What was worked out is of use to the next documents, and does not heap up.
    compiler.evictCache(10);
  }
}

/** Typst's errors tell why in their code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
