import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Compared, VersionChanges } from '../compiled-policy.ts';
import { canonical } from '../digest.ts';
import { sumOf } from '../emit/changes/changes-json.ts';
import { parsed, textOf, withParts } from './kept.ts';

interface ChangesFile extends VersionChanges {
  readonly sum: string;
}

/**
 * What changed since the version before, as a policy's folder in `generated/` keeps it; nothing where it is of other versions,
 * or not as it was written.
 */
export async function keptChanges(folder: string, wanted: Compared): Promise<VersionChanges | undefined> {
  const text = await textOf(`${folder}/changes.json`);
  const kept = text === undefined ? undefined : parsed(text);
  if (!isChangesFile(kept)) return undefined;
  const { compared, sum, log } = kept;
  const isSame = canonical(compared) === canonical(wanted) && sum === sumOf(log);
  return isSame ? { compared, log } : undefined;
}

const ajv = new Ajv2020({ strict: true });
const list = { type: 'array', items: { type: 'object' } };
const isChangesFile = ajv.compile<ChangesFile>(
  withParts({
    compared: { type: 'object' },
    sum: { type: 'string' },
    log: withParts({ verdict: { type: 'string' }, outcomes: list, terms: list, clauses: list, paths: list }),
  }),
);
