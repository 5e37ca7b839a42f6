import { readFileSync } from 'node:fs';
import { builders, type Builder } from './builders.ts';
import { compileExamples, type CompiledExample } from './compile-examples.ts';
import { kernelNodes, type KernelNode } from './kernel-nodes.ts';
import { examplesOf, languageReference, type NamedExample } from './language-reference.ts';

/** The reference, and what it was made of. */
export interface Reference {
  readonly text: string;
  readonly builders: readonly Builder[];
  readonly examples: readonly NamedExample[];
  readonly compiled: ReadonlyMap<string, CompiledExample>;
  readonly nodes: readonly KernelNode[];
}

/**
 * The reference of the language as it stands in this checkout, its examples laid out by `format`.
 * @throws Error where an example does not compile.
 */
export async function referenceText(format: (source: string) => Promise<string>): Promise<Reference> {
  const all = builders();
  const examples = examplesOf(all);
  const compiled = compileExamples(new Map(examples.map(({ name, policy }) => [name, policy])));
  const laidOut = new Map(
    await Promise.all(examples.map(async ({ source }) => [source, await format(source)] as const)),
  );
  const nodes = kernelNodes();
  const text = languageReference({
    builders: all,
    examples,
    compiled,
    nodes,
    meaning: readFileSync(new URL('meaning.md', import.meta.url), 'utf8'),
    format: (source) => laidOut.get(source) ?? source,
  });
  return { text, builders: all, examples, compiled, nodes };
}
