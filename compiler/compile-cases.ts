import { readdirSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readCases } from './cases.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import { factsSchema, openIds } from './emit/facts-schema/facts-schema.ts';
import { caseFile, type Diagnostic } from './errors.ts';
import { didYouMean } from './nearest.ts';
import { rememberedByText } from './remembered.ts';
import type { ReadPolicy } from './read/reader.ts';

/** A policy with its worked cases, and what is wrong with those. */
export interface CasedPolicy {
  readonly compiled: CompiledPolicy;
  readonly diagnostics: readonly Diagnostic[];
}

const known = new WeakMap<CompiledPolicy, { readonly state: string; readonly cased: CasedPolicy }>();

/** Reads the worked cases of a policy; while none of their files changes, the result is the same object. */
export function compileCases({ casesFolder, source }: ReadPolicy, policy: CompiledPolicy): CasedPolicy {
  const state = stateOf(casesFolder);
  const before = known.get(policy);
  if (before?.state === state) return before.cased;
  const cased = state === '' ? { compiled: policy, diagnostics: [] } : withCases(casesFolder, source, policy);
  known.set(policy, { state, cased });
  return cased;
}

function withCases(folder: string, source: string, policy: CompiledPolicy): CasedPolicy {
  const schema = schemaOf(factsSchema(policy));
  const { cases, problems } = readCases(folder, schema);
  const place =
    source.endsWith('/policy.ts') || source === 'policy.ts'
      ? source.replace(/policy\.ts$/, 'cases')
      : source.replace(/\.ts$/, '/cases');
  const ids = openIds(policy.kernel);
  const strays = cases.flatMap(({ name, expected }) =>
    [...Object.keys(expected.clauses), ...(expected.missing ?? []), ...(expected.needsReview ?? [])]
      .filter((id) => !ids.includes(id) && !id.startsWith('request.'))
      .map((id) =>
        caseFile(
          `${place}/${name}.json`,
          `It expects something of '${id}', which is no clause of the policy.${didYouMean(id, ids)}`,
        ),
      ),
  );
  return {
    compiled: { ...policy, cases },
    diagnostics: [
      ...problems.map(({ file, text }) => caseFile(`${place}/${basename(file)}`, text)),
      ...strays,
    ],
  };
}

/** The same object for the same text, so that it is compiled once. */
const schemaOf = rememberedByText((text) => Object(JSON.parse(text)), 32);

/** What tells whether a case file has changed. */
function stateOf(folder: string): string {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => {
        const { mtimeMs, size } = statSync(`${folder}/${name}`);
        return `${name} ${mtimeMs} ${size}`;
      })
      .join('\n');
  } catch {
    return '';
  }
}
