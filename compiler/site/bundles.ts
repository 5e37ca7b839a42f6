import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Bundle } from './bundle.ts';

/** The scripts of pages, each a folder in `pages/`; `live` keeps a page that is served as new as its policies. */
export const bundleNames = ['desk', 'matrix', 'library', 'live'] as const;

export type BundleName = (typeof bundleNames)[number];

export type Bundles = Readonly<Record<BundleName, Bundle>>;

/** All of them. */
export async function loadBundles(): Promise<Bundles> {
  const [desk, matrix, library, live] = await Promise.all([
    bundleOf('desk'),
    bundleOf('matrix'),
    bundleOf('library'),
    bundleOf('live'),
  ]);
  return { desk, matrix, library, live };
}

const folder = fileURLToPath(new URL('../../pages/', import.meta.url));

/**
 * The scripts of a page: built from `pages/` in a checkout, where Vite is installed; in the package, as they were built when
 * it was packed.
 */
export async function bundleOf(name: BundleName): Promise<Bundle> {
  const source = ['main.tsx', 'main.ts']
    .map((file) => `${folder}${name}/${file}`)
    .find((file) => existsSync(file));
  if (source !== undefined) {
    const { buildBundle } = await import('./build-bundle.ts');
    return await buildBundle(source);
  }
  const [script, style] = await Promise.all([
    readFile(`${folder}${name}.js`, 'utf8'),
    readFile(`${folder}${name}.css`, 'utf8'),
  ]);
  return { script, style };
}
