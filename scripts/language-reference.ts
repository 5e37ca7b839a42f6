import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { referenceText, type Reference } from '../compiler/language-reference/reference-text.ts';

/** Where the reference stands. */
export const referenceFile = fileURLToPath(new URL('../docs/language.md', import.meta.url));

/** The reference as it is to stand there, formatted as every file of the project. */
export async function formattedReference(): Promise<Reference> {
  const options = { ...(await resolveConfig(referenceFile)), filepath: referenceFile };
  const reference = await referenceText(async (source) => {
    const laidOut = await format(source, { ...options, filepath: 'example.ts', printWidth: 90 });
    return laidOut.trim().replace(/;$/, '');
  });
  return { ...reference, text: await format(reference.text, options) };
}

/** `npm run docs` writes it. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { text } = await formattedReference();
  mkdirSync(dirname(referenceFile), { recursive: true });
  writeFileSync(referenceFile, text);
}
