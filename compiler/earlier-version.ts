import type { CompiledPolicy } from './compiled-policy.ts';

/** The versions of a policy's number that were in force before it, the latest first; none where it is the first. */
export function earlierVersions(
  { kernel }: CompiledPolicy,
  policies: readonly CompiledPolicy[],
): readonly CompiledPolicy[] {
  return policies
    .filter((other) => other.kernel.number === kernel.number && other.kernel.effective < kernel.effective)
    .toSorted((first, second) => (first.kernel.effective < second.kernel.effective ? 1 : -1));
}
