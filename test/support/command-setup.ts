import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  /** What the set-up before all tests tells them. */
  export interface ProvidedContext {
    /** The module that runs the commands, built from the sources as they are. */
    readonly command: string;
  }
}

const repository = resolve(import.meta.dirname, '../..');

/**
 * Builds the commands once before all tests: some two hundred processes run them, and each would spend more than two seconds on
 * translating the same sources anew. They are the sources that users run, and every path that is reckoned from where a
 * module lies stays what it is in the sources. What is packed for users is run by scripts/outside.test.ts.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  // Below node_modules/, so that packages are found; in a folder of its own, for two runs may go on at once.
  const modules = join(repository, 'node_modules/.triplicate-test');
  mkdirSync(modules, { recursive: true });
  const folder = mkdtempSync(join(modules, 'command-'));
  const buildCommand = () =>
    build({
      root: repository,
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      plugins: [
        {
          name: 'where-modules-lie',
          enforce: 'pre',
          transform: (code, id) => ({
            code: code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
            map: null,
          }),
        },
      ],
      build: {
        ssr: join(repository, 'scripts/triplicate.ts'),
        outDir: folder,
        target: 'node20',
        minify: false,
      },
    });
  await buildCommand();
  project.provide('command', join(folder, 'triplicate.js'));
  // While vitest watches, the next tests run what was changed.
  project.onTestsRerun(async () => void (await buildCommand()));
  return () => rmSync(folder, { recursive: true, force: true });
}
