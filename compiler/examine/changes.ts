import { comparePolicies } from '../compare/compare-policies.ts';
import type {
  Compared,
  CompiledPolicy,
  ComparedVersion,
  EarlierVersion,
  VersionChanges,
} from '../compiled-policy.ts';
import { canonical, sha256 } from '../digest.ts';
import { earlierVersions } from '../earlier-version.ts';
import type { Solver } from '../logic/solver.ts';
import { keptChanges, type Kept } from './kept-changes.ts';

/** A policy and a version before it. */
interface VersionPair {
  readonly older: CompiledPolicy;
  readonly newer: CompiledPolicy;
}

/** Gives a solver to some work; nothing comes of it where nobody waits for it any more. */
export type WithSolver = <Result>(work: (solver: Solver) => Promise<Result>) => Promise<Result | undefined>;

/**
 * Tells each policy of the versions before it and of what changed since each, so that any two versions can be looked at beside
 * each other: a version that is added to n others is compared n times, and later ones leave these comparisons alone. What `generated/` keeps of the same two versions is
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
    let kept: Promise<Kept> | undefined;
    const keptOnce = () => (kept ??= keptChanges(`${root}/generated/${newer.name}`));
    const earlier: EarlierVersion[] = [];
    for (const older of earlierVersions(newer, library)) {
      const changes = await changesOf({ older, newer }, keptOnce);
      const { name, kernel } = older;
      earlier.push({ name, effective: kernel.effective, ...(changes === undefined ? {} : { changes }) });
    }
    told.push(attached(newer, earlier));
  }
  return told;

  async function changesOf(
    pair: VersionPair,
    keptOnce: () => Promise<Kept>,
  ): Promise<VersionChanges | undefined> {
    const compared = comparedOf(pair);
    const key = canonical(compared);
    const before = known.get(key) ?? (again ? undefined : (await keptOnce())(compared));
    const changes = before ?? (await ask?.((solver) => comparison(pair, compared, solver)));
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

/** A policy with the versions before it: the same object again for the same, so that nothing is emitted anew. */
function attached(newer: CompiledPolicy, earlier: readonly EarlierVersion[]): CompiledPolicy {
  if (earlier.length === 0) return newer;
  const before = attachments.get(newer);
  if (before !== undefined && isSame(before.earlier ?? [], earlier)) return before;
  const told: CompiledPolicy = { ...newer, earlier };
  attachments.set(newer, told);
  return told;
}

function isSame(first: readonly EarlierVersion[], second: readonly EarlierVersion[]): boolean {
  return (
    first.length === second.length &&
    first.every(({ name, effective, changes }, place) => {
      const other = second[place];
      return name === other?.name && effective === other.effective && changes === other.changes;
    })
  );
}

function comparedOf({ older, newer }: VersionPair): Compared {
  return { older: identity(older), newer: identity(newer) };
}

const identities = new WeakMap<CompiledPolicy, ComparedVersion>();

function identity(policy: CompiledPolicy): ComparedVersion {
  const before = identities.get(policy);
  if (before !== undefined) return before;
  const found = { digest: policy.digest, kernel: sha256(canonical(policy.kernel)) };
  identities.set(policy, found);
  return found;
}
