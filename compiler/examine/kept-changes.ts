import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Compared, VersionChanges } from '../compiled-policy.ts';
import { canonical } from '../digest.ts';
import { sumOf } from '../emit/changes/changes-json.ts';
import { parsed, textOf, withParts } from './kept.ts';

/** What is kept of two versions, if anything is. */
export type Kept = (wanted: Compared) => VersionChanges | undefined;

interface ChangesFile {
  readonly since: Readonly<Record<string, VersionChanges & { readonly sum: string }>>;
}

/**
 * What changed since each version before, as a policy's folder in `generated/` keeps it; nothing of other versions, nor what is
 * not as it was written.
 */
export async function keptChanges(folder: string): Promise<Kept> {
  const text = await textOf(`${folder}/changes.json`);
  const kept = text === undefined ? undefined : parsed(text);
  if (!isChangesFile(kept)) return () => undefined;
  const { since } = kept;
  return (wanted) => {
    const found = Object.values(since).find(({ compared }) => canonical(compared) === canonical(wanted));
    return found?.sum === undefined || found.sum !== sumOf(found.log)
      ? undefined
      : { compared: found.compared, log: found.log };
  };
}

const ajv = new Ajv2020({ strict: true });
const list = { type: 'array', items: { type: 'object' } };
const isChangesFile = ajv.compile<ChangesFile>(
  withParts({
    since: {
      type: 'object',
      additionalProperties: withParts({
        compared: { type: 'object' },
        sum: { type: 'string' },
        log: withParts({
          verdict: { type: 'string' },
          outcomes: list,
          terms: list,
          clauses: list,
          paths: list,
        }),
      }),
    },
  }),
);
