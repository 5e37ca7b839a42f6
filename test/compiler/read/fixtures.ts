import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder for one test, gone after it. */
export function temporaryFolder(): { readonly root: string; readonly remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'triplicate-read-'));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Writes files below a folder. */
export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Copies a fixture to where it is read. */
export function copyTo(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
}

/** A small policy that compiles, with other criteria or more keys where they are given. */
export function smallPolicy(
  options: {
    readonly number?: string;
    readonly criteria?: string;
    readonly before?: string;
    readonly more?: string;
  } = {},
): string {
  const { number = 'SMALL', criteria = 'allOf({ age: ageAtLeast(17) })', before = '', more = '' } = options;
  return `import { ageAtLeast, allOf, indication, policy } from 'triplicate';
import { lemtrada, multipleSclerosis, sharedVocabulary } from 'triplicate/vocabulary';
${before}
export const small = policy({
  number: '${number}',
  title: 'Small',
  effective: '2024-03-01',
  product: lemtrada,
  vocabulary: sharedVocabulary,
  medicalNecessity: indication(multipleSclerosis, ${criteria}),
  ${more}
});
`;
}
