import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Expression } from '../../dsl/kernel/expression.ts';
import { outline } from '../../dsl/policy/outline.ts';
import { clausesOf } from '../../dsl/policy/outline-clause.ts';
import { elaboratePolicy } from '../compile-policy.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import { criteriaMarkdown } from '../emit/criteria/criteria-markdown.ts';
import type { Diagnostic } from '../errors.ts';
import { createReader } from '../read/reader.ts';
import type { ExamplePolicy, PrintedIn } from './example-policy.ts';

/** What the compiler makes of an example. */
export interface CompiledExample {
  readonly compiled: CompiledPolicy;
  /** The criteria text where the example stands in it, as Markdown; empty where it prints nothing. */
  readonly printed: string;
  /** How the compiler reads what the wording leaves open. */
  readonly readings: readonly string[];
  /** The kinds of node of the kernel that its clauses come to. */
  readonly nodes: readonly string[];
}

/**
 * Compiles example policies by the reader that compiles an author's: each as a module of a project in a folder that is
 * removed again.
 * @throws Error where one does not compile, with what the compiler says.
 */
export function compileExamples(
  examples: ReadonlyMap<string, ExamplePolicy>,
): ReadonlyMap<string, CompiledExample> {
  const root = mkdtempSync(join(tmpdir(), 'triplicate-examples-'));
  try {
    for (const [name, { text }] of examples) {
      mkdirSync(join(root, 'policies', name), { recursive: true });
      writeFileSync(join(root, 'policies', name, 'policy.ts'), text);
    }
    const { policies, diagnostics } = createReader(root).read();
    const elaborated = policies.map((policy) => ({ name: policy.name, result: elaboratePolicy(policy) }));
    refuse([...diagnostics, ...elaborated.flatMap(({ result }) => ('compiled' in result ? [] : result))]);
    return new Map(
      elaborated.flatMap(({ name, result }) =>
        'compiled' in result
          ? [[name, described(result.compiled, examples.get(name)?.printedIn ?? 'nowhere')] as const]
          : [],
      ),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function refuse(diagnostics: readonly Diagnostic[]): void {
  const texts = diagnostics.map(
    ({ position, message, remedy }) => `${position?.file ?? ''}: ${message} ${remedy}`,
  );
  if (texts.length > 0) throw new Error(`Examples do not compile:\n${texts.join('\n')}`);
}

function described(compiled: CompiledPolicy, printedIn: PrintedIn): CompiledExample {
  const isExample = ({ id }: { readonly id: string }) =>
    /^(?:exclusions\.|dosing\.)?example(?:\.|$)/.test(id);
  return {
    compiled,
    printed: printedIn === 'nowhere' ? '' : partOf(criteriaMarkdown(compiled), printedIn),
    readings: clausesOf(outline(compiled.policy))
      .filter(isExample)
      .flatMap(({ reading }) => reading ?? []),
    nodes: [
      ...new Set(compiled.kernel.clauses.filter(isExample).flatMap(({ expression }) => nodesOf(expression))),
    ],
  };
}

/** The text below a heading of the criteria text; of the criteria, the clause alone or the dosing where that is asked. */
function partOf(markdown: string, printedIn: PrintedIn): string {
  const isWithin = printedIn === 'its own clause' || printedIn === 'Dosing';
  const title = isWithin ? 'Medical Necessity Criteria' : printedIn;
  const below = markdown.split(`\n## ${title}\n`)[1] ?? '';
  const part = below.split(/\n(?:## |---\n)/)[0] ?? '';
  return part.slice(Math.max(part.indexOf(openings.get(printedIn) ?? ''), 0)).trim();
}

/** How a part of the criteria begins that is printed by itself. */
const openings: ReadonlyMap<PrintedIn, string> = new Map<PrintedIn, string>([
  ['its own clause', '\n- A. '],
  ['Dosing', '\n**Dosing.**'],
  ['Medical Necessity Criteria', '\n**'],
]);

function nodesOf(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return [expression.kind, ...expression.of.flatMap(nodesOf)];
    case 'not':
      return ['not', ...nodesOf(expression.of)];
    default:
      return [expression.kind];
  }
}
