import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { applyPlan } from './apply.ts';
import { lockName } from './listing.ts';
import { withLock } from './lock.ts';
import { planWrites, type PlannedFile, type WritePlan } from './plan.ts';
import { writeFailure } from './write-failure.ts';

/** What was written, or with `check` what would have been: paths in the folder. */
export interface WriteReport {
  readonly missing: readonly string[];
  readonly stale: readonly string[];
  readonly extra: readonly string[];
  readonly unchanged: number;
}

/** How outputs are written. */
export interface WriteOptions {
  /** Compare only: nothing is touched. */
  readonly check?: boolean;
  /** The one policy that was compiled: nothing outside its folder is touched. */
  readonly only?: string;
}

/**
 * Makes a folder hold exactly these outputs, and says what that took. Only files whose bytes differ are written; a
 * file that is no output is removed, for the folder belongs to the compiler.
 */
export async function writeOutputs(
  folder: string,
  outputs: readonly PlannedFile[],
  { check = false, only }: WriteOptions = {},
): Promise<WriteReport> {
  try {
    const plan = await planWrites(folder, outputs, only);
    // A lock that is there is another run's, to wait for, or a killed one's, to clear away.
    if (check || (isDone(plan) && !existsSync(`${folder}/${lockName}`))) return reportOf(plan);
    await mkdir(folder, { recursive: true });
    return await withLock(folder, async () => {
      // Another run may have written meanwhile.
      const current = await planWrites(folder, outputs, only);
      await applyPlan(folder, current);
      return reportOf(current);
    });
  } catch (error) {
    throw writeFailure(basename(folder), error);
  }
}

/** Whether the folder held already what it should. */
export function isUpToDate({ missing, stale, extra }: WriteReport): boolean {
  return missing.length + stale.length + extra.length === 0;
}

function isDone(plan: WritePlan): boolean {
  return isUpToDate(reportOf(plan)) && plan.idleFolders.length === 0;
}

function reportOf({ missing, stale, extra, unchanged }: WritePlan): WriteReport {
  return {
    missing: missing.map(({ path }) => path).sort(),
    stale: stale.map(({ path }) => path).sort(),
    extra,
    unchanged,
  };
}
