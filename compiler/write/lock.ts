import { lock } from 'proper-lockfile';
import { lockName } from './listing.ts';

/**
 * Does work while no other run does it in the same folder. The lock is kept alive while its owner lives, so that of a
 * run that was killed holds up the next by two seconds at most.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const release = await lock(folder, {
    lockfilePath: `${folder}/${lockName}`,
    stale: 2000,
    update: 1000,
    retries: { retries: 600, factor: 1, minTimeout: 50, maxTimeout: 100 },
    // Losing it (a computer that slept) does no harm: each file is replaced whole, and the next run mends the rest.
    onCompromised: () => undefined,
  });
  try {
    return await work();
  } finally {
    await release().catch(() => undefined);
  }
}
