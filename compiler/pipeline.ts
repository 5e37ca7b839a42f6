import { checkPolicies } from './check/checks.ts';
import { compileCases } from './compile-cases.ts';
import { elaboratePolicy, idDifferences } from './compile-policy.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import { indexModule } from './emit/index-module.ts';
import { outputs } from './emit/outputs.ts';
import { internal, sorted, type Diagnostic, type Place } from './errors.ts';
import { createReader } from './read/reader.ts';

/** What to compile: the policies of a project, or one of them by its name. */
export interface CompilerProject {
  readonly root: string;
  readonly only?: string;
}

/** The policies of a project, sorted by name, and what is wrong with them. */
export interface Compilation {
  readonly policies: readonly CompiledPolicy[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where a clause of a policy stands, both by name; the policy itself, where the clause is none. */
  readonly placeOf: (policy: string, clause: string) => Place | undefined;
  /** True where one policy of the project was asked for, so that other versions of it may be missing. */
  readonly isOne?: true;
}

/** A file to be generated: its path in `generated/`, with `/` between folders, and its text, or its bytes. */
export interface Output {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** A compiler that keeps what it knows between runs: a policy that did not change is the same object again. */
export interface Compiler {
  readonly compile: () => Promise<Compilation>;
  /**
   * The same before its types and the policies are checked, which takes most of the time: to be shown until `compile` tells
   * whether they are sound, and for nothing else.
   */
  readonly draft: () => Promise<Compilation>;
}

/** Opens a project for compiling once or, as with `--watch`, many times. */
export function createCompiler({ root, only }: CompilerProject): Compiler {
  const reader = createReader(root);
  const elaborated = once(elaboratePolicy);

  const stages = (isDraft: boolean): Compilation => {
    // Read the modules of policies, and check their types.
    const reading = isDraft ? reader.draft(only) : reader.read(only);
    // Elaborate each policy to its kernel, and make sure that its types tell the same ids.
    const results = reading.policies.map((policy) => {
      const [result, typed] = [elaborated(policy), reading.typedOf(policy)];
      const differences = 'compiled' in result && typed !== undefined ? idDifferences(typed, result) : [];
      return { read: policy, result: differences.length > 0 ? differences : result };
    });
    const policies = results.flatMap(({ read, result }) => ('compiled' in result ? { read, ...result } : []));
    const refusals = results.flatMap(({ result }) => ('compiled' in result ? [] : result));
    // Read their worked cases.
    const cased = policies.map((policy) => ({ ...policy, ...compileCases(policy.read, policy.compiled) }));
    const problems = cased.flatMap(({ diagnostics }) => diagnostics);
    // Check the policies, each by itself and all together.
    const isWhole = only === undefined && refusals.length === 0 && !hasErrors(reading.diagnostics);
    const findings = isDraft ? [] : checkPolicies(cased, isWhole);
    return {
      policies: cased.map(({ compiled }) => compiled),
      placeOf: (name, clause) => cased.find(({ compiled }) => compiled.name === name)?.placeOf(clause),
      diagnostics: sorted([...reading.diagnostics, ...refusals, ...findings, ...problems]),
      ...(only === undefined ? {} : { isOne: true }),
    };
  };

  const compiled = async (isDraft: boolean): Promise<Compilation> => {
    try {
      return stages(isDraft);
    } catch (error) {
      return {
        policies: [],
        placeOf: () => undefined,
        diagnostics: [internal(undefined, error instanceof Error ? error.message : String(error))],
      };
    }
  };
  return { compile: () => compiled(false), draft: () => compiled(true) };
}

/** Compiles a project once. */
export function compile(project: CompilerProject): Promise<Compilation> {
  return createCompiler(project).compile();
}

/** Every file that the policies come to. */
export function outputsOf(policies: readonly CompiledPolicy[]): readonly Output[] {
  return [...policies.flatMap(emitted), { path: 'index.ts', text: indexModule(policies) }];
}

/** What is emitted for a policy; while it is the same object, that stays the same as well. */
const emitted = once((policy: CompiledPolicy): readonly Output[] =>
  outputs.flatMap(({ name, emit }) => {
    const text = emit(policy);
    return text === undefined ? [] : { path: `${policy.name}/${name}`, text };
  }),
);

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function once<Argument extends object, Result extends object>(
  work: (argument: Argument) => Result,
): (argument: Argument) => Result {
  const known = new WeakMap<Argument, Result>();
  return (argument) => {
    const before = known.get(argument);
    if (before !== undefined) return before;
    const result = work(argument);
    known.set(argument, result);
    return result;
  };
}
