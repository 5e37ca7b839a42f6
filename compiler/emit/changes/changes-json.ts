import type { CompiledPolicy, VersionChanges } from '../../compiled-policy.ts';
import { sha256 } from '../../digest.ts';
import { jsonText } from '../../visible-text.ts';

/**
 * What changed since each version before, by its name, as JSON: the logs that `diff --json` prints, of which versions each
 * is, and a sum by which a log that somebody has changed by hand is told.
 */
export function changesJson(
  { digest, kernel }: Pick<CompiledPolicy, 'digest' | 'kernel'>,
  changes: readonly VersionChanges[],
): string {
  const { number, title, effective } = kernel;
  return jsonText({
    policy: { number, title, effective, digest },
    since: Object.fromEntries(
      changes.map(({ compared, log }) => [log.older.label, { compared, sum: sumOf(log), log }]),
    ),
  });
}

/** SHA-256 of a log as it is printed. */
export function sumOf(log: VersionChanges['log']): string {
  return sha256(jsonText(log));
}
