import type { CompiledPolicy } from './compiled-policy.ts';

/** The version of a policy's number that was in force before it; none where it is the first. */
export function earlierVersion(
  { kernel }: CompiledPolicy,
  policies: readonly CompiledPolicy[],
): CompiledPolicy | undefined {
  return policies
    .filter((other) => other.kernel.number === kernel.number && other.kernel.effective < kernel.effective)
    .reduce<CompiledPolicy | undefined>(
      (latest, other) =>
        latest === undefined || other.kernel.effective > latest.kernel.effective ? other : latest,
      undefined,
    );
}
