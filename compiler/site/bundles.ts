import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What a page brings beside its own text: one classic script and one style sheet. */
export interface Bundle {
  readonly script: string;
  readonly style: string;
}

/** The pages that run scripts; each has a folder in `pages/` with `main.tsx`. */
export type BundleName = 'desk' | 'matrix' | 'library';

const sources = fileURLToPath(new URL('../../pages/', import.meta.url));

/**
 * The scripts of a page: built from `pages/` in a checkout, where Vite is installed; in the package, as they were built when
 * it was packed.
 */
export async function bundleOf(name: BundleName): Promise<Bundle> {
  if (existsSync(`${sources}${name}/main.tsx`)) {
    const { buildBundle } = await import('./build-bundle.ts');
    return await buildBundle(`${sources}${name}/main.tsx`);
  }
  const [script, style] = await Promise.all(
    ['js', 'css'].map((ending) => readFile(`${sources}${name}.${ending}`, 'utf8')),
  );
  return { script: script ?? '', style: style ?? '' };
}
