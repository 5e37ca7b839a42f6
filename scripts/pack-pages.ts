import { mkdir, writeFile } from 'node:fs/promises';
import { bundleNames, bundleOf } from '../compiler/site/bundles.ts';

// The package holds the pages' scripts as they were built, so that whoever installs it needs no bundler.
const folder = new URL('../dist/pages/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const name of bundleNames) {
  const { script, style } = await bundleOf(name);
  await writeFile(new URL(`${name}.js`, folder), script);
  await writeFile(new URL(`${name}.css`, folder), style);
}
