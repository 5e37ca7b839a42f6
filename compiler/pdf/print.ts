import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontBytes } from './font.ts';

let compiler: NodeCompiler | undefined;

/**
 * Prints a document in the language of Typst as PDF/UA, which a screen reader follows. Its bytes are of the document and of
 * this package alone: fonts of the machine come after those that are given, even by the same name, and no day is written.
 * @throws Error with Typst's message where the document can't be printed
 */
export function printedPdf(document: string): Uint8Array {
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: fontBytes() }],
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
