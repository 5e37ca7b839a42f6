import { mkdir, rm, rmdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { inTurns, type WritePlan } from './plan.ts';
import { codeOf, writeFailure } from './write-failure.ts';

/**
 * Carries a plan out. Each file is written beside its place and renamed into it, so that a run which is killed
 * leaves it whole, old or new; what it leaves besides is extra to the next run. Removals come first, because a
 * file may stand where a folder belongs.
 */
export async function applyPlan(root: string, plan: WritePlan): Promise<void> {
  const named = (path: string, work: () => Promise<void>) => underName(`${basename(root)}/${path}`, work);
  await inTurns([...plan.extra, ...plan.displaced], (path) =>
    named(path, () => rm(`${root}/${path}`, { force: true })),
  );
  for (const folder of plan.idleFolders) await named(folder, () => removeIfEmpty(`${root}/${folder}`));
  const files = [...plan.missing, ...plan.stale];
  await inTurns(files, ({ path, text }) =>
    named(path, async () => {
      await mkdir(dirname(`${root}/${path}`), { recursive: true });
      await replace(`${root}/${path}`, text);
    }),
  );
}

async function replace(path: string, text: string | Uint8Array): Promise<void> {
  // Without fsync: what a power cut could lose is generated again, and a thousand policies are nine thousand files.
  const content = typeof text === 'string' ? text : Buffer.from(text);
  await writeFileAtomic(path, content, { encoding: 'utf8', fsync: false });
}

async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(codeOf(error) ?? '')) throw error;
  }
}

async function underName(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw writeFailure(path, error);
  }
}
