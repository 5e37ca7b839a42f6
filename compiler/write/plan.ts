import { readFile } from 'node:fs/promises';
import { listing } from './listing.ts';
import { codeOf } from './write-failure.ts';

/** A file to be: its path in the folder, with `/` between folders, and its text, or its bytes. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** What there is to do, in the order of the outputs. */
export interface WritePlan {
  readonly missing: readonly PlannedFile[];
  /** There with other bytes, or as something else than a plain file. */
  readonly stale: readonly PlannedFile[];
  /** There, and no output: files of policies that are gone, leftovers of runs that were killed. */
  readonly extra: readonly string[];
  /** Links and the like that stand where an output belongs: removed before it is written, never written through. */
  readonly displaced: readonly string[];
  /** Folders that no output needs, the deepest first. */
  readonly idleFolders: readonly string[];
  readonly unchanged: number;
}

/**
 * Compares a folder with what it should hold. `within` narrows it to one folder of it: what lies outside is neither
 * compared nor extra.
 */
export async function planWrites(
  root: string,
  outputs: readonly PlannedFile[],
  within?: string,
): Promise<WritePlan> {
  const wanted = within === undefined ? outputs : outputs.filter(({ path }) => path.startsWith(`${within}/`));
  const present = await listing(root, within);
  const states = await inTurns(wanted, async ({ path, text }) => {
    if (present.others.has(path)) return 'stale';
    if (!present.files.has(path)) return 'missing';
    return (await holds(`${root}/${path}`, text)) ? 'unchanged' : 'stale';
  });
  const inState = (state: string) => wanted.filter((_, index) => states[index] === state);
  const paths = new Set(wanted.map(({ path }) => path));
  const needed = new Set(wanted.flatMap(({ path }) => foldersAbove(path)));
  return {
    missing: inState('missing'),
    stale: inState('stale'),
    extra: [...present.files, ...present.others].filter((path) => !paths.has(path)).sort(),
    displaced: [...present.others].filter((path) => paths.has(path)),
    idleFolders: present.folders.filter((folder) => !needed.has(folder)),
    unchanged: inState('unchanged').length,
  };
}

/** Does asynchronous work for each item, a few at a time, and keeps the order of the results. */
export async function inTurns<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  atOnce = 16,
): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += atOnce) {
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(work))));
  }
  return results;
}

async function holds(path: string, text: string | Uint8Array): Promise<boolean> {
  try {
    return (await readFile(path)).equals(typeof text === 'string' ? Buffer.from(text) : text);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
