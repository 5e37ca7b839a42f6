import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { byCodeUnit, unreadable, type Diagnostic } from '../errors.ts';

/** A module's text, by its path. */
export interface ModuleText {
  readonly path: string;
  readonly text: string;
}

/** The folder that policies are looked for in. */
export function policyFolder(root: string): string {
  const folder = join(root, 'policies');
  return existsSync(folder) ? folder : root;
}

/** Every `.ts` module below a folder, sorted by path; folders of tools and of outputs are left out. */
export function findModules(
  folder: string,
  nameOf: (path: string) => string,
): {
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const paths: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    try {
      for (const entry of readdirSync(next, { withFileTypes: true })) {
        if (entry.name.startsWith('.')) continue;
        const path = join(next, entry.name);
        const isModule = entry.name.endsWith('.ts') && !/\.(?:test|d)\.ts$/.test(entry.name);
        if (isModule) paths.push(path);
        else if (entry.isDirectory() && !ignored.has(entry.name)) folders.push(path);
      }
    } catch (error) {
      diagnostics.push(unreadable(nameOf(next), reasonOf(error)));
    }
  }
  return { paths: paths.sort((first, second) => byCodeUnit(portable(first), portable(second))), diagnostics };
}

/** The text of a module, or why there is none. */
export function readModule(path: string): { readonly text: string } | { readonly reason: string } {
  try {
    const size = statSync(path).size;
    if (size > largest) return { reason: `it has ${size} bytes, and the most that is read is ${largest}` };
    const bytes = readFileSync(path);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text };
  } catch (error) {
    return { reason: error instanceof TypeError ? 'it is not UTF-8' : reasonOf(error) };
  }
}

/** The path that a file really has, past symbolic links; as given where there is none. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Names files for a reader: relative to the project, or to the package for what it brings along. */
export function fileNamer(root: string, packageRoot: string): (path: string) => string {
  return (path) => {
    const within = portable(relative(root, path));
    if (!within.startsWith('..')) return within;
    return `triplicate/${portable(relative(packageRoot, path))}`;
  };
}

const ignored = new Set(['node_modules', 'generated', 'dist']);
const largest = 4_000_000;

function portable(path: string): string {
  return path.split(sep).join('/');
}

function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return 'an unknown error';
  return error.code === 'EISDIR'
    ? 'it is a folder'
    : error.code === 'ENOENT'
      ? 'it leads nowhere'
      : String(error.code);
}
