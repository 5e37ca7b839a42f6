import { comparePolicies } from '../compare/compare-policies.ts';
import type { Compared, CompiledPolicy, ComparedVersion, VersionChanges } from '../compiled-policy.ts';
import { canonical, sha256 } from '../digest.ts';
import { earlierVersion } from '../earlier-version.ts';
import type { Solver } from '../logic/solver.ts';
import { keptChanges } from './kept-changes.ts';

/** A policy and the version before it. */
interface VersionPair {
  readonly older: CompiledPolicy;
  readonly newer: CompiledPolicy;
}

/** Gives a solver to some work; nothing comes of it where nobody waits for it any more. */
export type WithSolver = <Result>(work: (solver: Solver) => Promise<Result>) => Promise<Result | undefined>;

/**
 * Tells each policy of the version before it and of what changed since. What `generated/` keeps of the same two versions is
 * taken over, save with `again`; the rest is worked out where there is a solver to ask.
 * @param library all policies of the project
 */
export async function withEarlierVersions(
  root: string,
  policies: readonly CompiledPolicy[],
  library: readonly CompiledPolicy[],
  { again, ask }: { readonly again: boolean; readonly ask?: WithSolver },
): Promise<readonly CompiledPolicy[]> {
  const told: CompiledPolicy[] = [];
  for (const newer of policies) {
    const older = earlierVersion(newer, library);
    told.push(older === undefined ? newer : attached(newer, older, await changesOf({ older, newer })));
  }
  return told;

  async function changesOf(pair: VersionPair): Promise<VersionChanges | undefined> {
    const compared = comparedOf(pair);
    const key = canonical(compared);
    const kept =
      known.get(key) ??
      (again ? undefined : await keptChanges(`${root}/generated/${pair.newer.name}`, compared));
    const changes = kept ?? (await ask?.((solver) => comparison(pair, compared, solver)));
    if (changes !== undefined) known.set(key, changes);
    return changes;
  }
}

/** What was found out in this run. */
const known = new Map<string, VersionChanges>();

async function comparison(
  { older, newer }: VersionPair,
  compared: Compared,
  solver: Solver,
): Promise<VersionChanges> {
  const versions = [
    { label: older.name, compiled: older },
    { label: newer.name, compiled: newer },
  ] as const;
  return { compared, log: await comparePolicies(versions, () => Promise.resolve(solver)) };
}

const attachments = new WeakMap<CompiledPolicy, CompiledPolicy>();

/** A policy with the version before it: the same object again for the same, so that nothing is emitted anew. */
function attached(
  newer: CompiledPolicy,
  { name, kernel: { effective } }: CompiledPolicy,
  changes: VersionChanges | undefined,
): CompiledPolicy {
  const before = attachments.get(newer);
  const { earlier } = before ?? {};
  if (
    before !== undefined &&
    earlier?.name === name &&
    earlier.effective === effective &&
    earlier.changes === changes
  )
    return before;
  const told: CompiledPolicy = {
    ...newer,
    earlier: { name, effective, ...(changes === undefined ? {} : { changes }) },
  };
  attachments.set(newer, told);
  return told;
}

function comparedOf({ older, newer }: VersionPair): Compared {
  return { older: identity(older), newer: identity(newer) };
}

function identity({ digest, kernel }: CompiledPolicy): ComparedVersion {
  return { digest, kernel: sha256(canonical(kernel)) };
}
