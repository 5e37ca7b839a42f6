import { readdir } from 'node:fs/promises';
import { codeOf } from './write-failure.ts';

/** The lock's place in the folder that it guards; it is no output. */
export const lockName = '.lock';

/** What is in a folder and below it, by path with `/` between folders. */
export interface Listing {
  readonly files: ReadonlySet<string>;
  /** Symbolic links and whatever else is neither file nor folder: never followed. */
  readonly others: ReadonlySet<string>;
  /** Folders, the deepest first. */
  readonly folders: readonly string[];
}

/** Lists a folder, at the top or from one folder in it; a folder that is not there is empty. */
export async function listing(root: string, within = ''): Promise<Listing> {
  const files = new Set<string>();
  const others = new Set<string>();
  const folders: string[] = [];
  const visit = async (path: string): Promise<void> => {
    for (const entry of await entriesOf(path === '' ? root : `${root}/${path}`)) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (inner === lockName) continue;
      if (entry.isDirectory()) {
        await visit(inner);
        folders.push(inner);
      } else (entry.isFile() ? files : others).add(inner);
    }
  };
  await visit(within);
  return { files, others, folders };
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    // With a policy's name, a file may stand where its folder belongs: the write mends that.
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
