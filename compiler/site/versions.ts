import type { CompiledPolicy } from '../compiled-policy.ts';

/** A policy of the library: its versions, the latest first. */
export interface Series {
  readonly number: string;
  readonly versions: readonly [CompiledPolicy, ...CompiledPolicy[]];
}

/** Policies by their numbers, as the library lists them: by title, then number. */
export function seriesOf(policies: readonly CompiledPolicy[]): readonly Series[] {
  const groups = new Map<string, [CompiledPolicy, ...CompiledPolicy[]]>();
  const latestFirst = policies.toSorted(
    (first, second) =>
      order(second.kernel.effective, first.kernel.effective) || order(first.name, second.name),
  );
  for (const policy of latestFirst) {
    const group = groups.get(policy.kernel.number);
    if (group === undefined) groups.set(policy.kernel.number, [policy]);
    else group.push(policy);
  }
  return [...groups]
    .map(([number, versions]) => ({ number, versions }))
    .toSorted(
      (first, second) =>
        order(first.versions[0].kernel.title, second.versions[0].kernel.title) ||
        order(first.number, second.number),
    );
}

/** By code unit: the same in every locale. */
function order(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

type Named = Pick<CompiledPolicy, 'name'>;

/** Where the site keeps what changed between two versions. */
export function changesPath(older: Named, newer: Named): string {
  return `changes/${older.name}..${newer.name}.html`;
}

/** Two versions that are compared on a page of the site. */
export interface VersionPair {
  readonly older: VersionName;
  readonly newer: VersionName;
}

/** What a version is called, and from which day on it is in force, as `YYYY-MM-DD`. */
export interface VersionName {
  readonly name: string;
  readonly effective: string;
}

/** Every two versions of a policy of which it is known what changed, those before the latest version first. */
export function comparedVersions({ versions }: Series): readonly VersionPair[] {
  return versions.flatMap(({ name, kernel, earlier = [] }) =>
    earlier.flatMap((older) =>
      older.changes === undefined
        ? []
        : [
            {
              older: { name: older.name, effective: older.effective },
              newer: { name, effective: kernel.effective },
            },
          ],
    ),
  );
}
