import { existsSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
// Published, the compiler lies in dist/: the package's folder is one level further up.
const isPublished = import.meta.url.endsWith('.js');

/** The folder of the package that this compiler belongs to. */
export const packageRoot = resolve(here, isPublished ? '../../..' : '../..');

/** The types of the language: always those of this compiler, whatever is installed where the author works. */
export const languageModule = resolve(packageRoot, isPublished ? 'dist/dsl/index.d.ts' : 'dsl/index.ts');

/** The folder of the vocabulary that comes with the compiler, as source, since it is read like a policy. */
export const vocabularyFolder = resolve(packageRoot, 'policies/vocabulary');

export const vocabularyModule = resolve(vocabularyFolder, 'index.ts');

/** Whether a path lies in a folder, or is it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Whether there is a vocabulary to import. */
export function hasVocabulary(): boolean {
  return existsSync(vocabularyModule);
}
