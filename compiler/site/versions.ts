import type { CompiledPolicy } from '../compiled-policy.ts';

/** Where the site keeps what changed between two versions. */
export function changesPath(older: CompiledPolicy, newer: CompiledPolicy): string {
  return `changes/${older.name}..${newer.name}.html`;
}
