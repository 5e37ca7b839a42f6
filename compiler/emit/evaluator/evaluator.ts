import type { CompiledPolicy } from '../../compiled-policy.ts';
import { decideSource } from './decide.ts';
import { determineSource } from './determine.ts';
import { encodeSource } from './encode.ts';
import { factsSource } from './facts.ts';
import { sharedTables } from './names.ts';
import { layerLeafCount, planOf, type Plan } from './plan.ts';
import { prune } from './prune.ts';
import { join, list, source, type Code } from './quote.ts';

/** The part of a compiled policy that its evaluator depends on. */
export type Evaluated = Pick<CompiledPolicy, 'kernel' | 'digest' | 'name' | 'source'>;

/**
 * Prints the evaluator of a policy: one TypeScript module without imports, which encodes a case, decides it, and
 * writes the determination. It uses the kernel, the digest and the names of the policy alone.
 */
export function evaluator(compiled: Evaluated): string {
  const plan = planOf(compiled.kernel);
  const shared = sharedTables();
  const encode = encodeSource(plan, shared);
  const determine = determineSource(plan, shared);
  const parts = [
    header(compiled),
    constants(compiled, plan),
    factsSource(plan),
    decideSource(plan),
    ...shared.printed(),
    encode,
    determine,
  ];
  return `${prune(join(parts, '\n\n').code)
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function header({ source: module, digest }: Evaluated): Code {
  const plain = (text: string) => ({ code: text.replace(/[^\w./@-]/g, '_') });
  return source`
// Generated from ${plain(module)} by Triplicate: do not edit.
// Digest ${plain(digest)}
// It supports a coverage decision and does not replace one.`;
}

function constants({ digest }: Evaluated, { kernel, leaves }: Plan): Code {
  return source`
/** The policy that this module decides by. */
export const policy = {
  number: ${kernel.number},
  title: ${kernel.title},
  effective: ${kernel.effective},
  products: ${list(kernel.products)},
  digest: ${digest},
} as const;

/** The number of leaves that \`encode\` writes, and of clauses that \`decide\` writes. */
export const leafCount = ${layerLeafCount + leaves.length};
export const clauseCount = ${kernel.clauses.length};`;
}
