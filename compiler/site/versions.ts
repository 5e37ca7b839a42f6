import type { CompiledPolicy } from '../compiled-policy.ts';

type Named = Pick<CompiledPolicy, 'name'>;

/** Where the site keeps what changed between two versions. */
export function changesPath(older: Named, newer: Named): string {
  return `changes/${older.name}..${newer.name}.html`;
}
