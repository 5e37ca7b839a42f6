import { basename, dirname } from 'node:path';
import type { ts } from 'ts-morph';
import type { Policy } from '../../dsl/policy/policy.ts';
import * as errors from '../errors.ts';
import type { Diagnostic } from '../errors.ts';
import { didYouMean } from '../nearest.ts';
import { emptyMemory, isObject, type Memory } from './binding.ts';
import { circleDiagnostic, diagnose, diagnoseDraft, surprise } from './diagnose.ts';
import { fileNamer, findModules, policyFolder, realPath } from './find-modules.ts';
import { orderModules } from './graph.ts';
import { loadTexts } from './load.ts';
import { targets, type LoadedModule, type ModuleState } from './module-state.ts';
import { readModuleValue, type ModuleContext } from './module-value.ts';
import { packageRoot } from './own-files.ts';
import type { NameOf } from './place.ts';
import { nameDiagnostics, policyName } from './policy-names.ts';
import { policyProject } from './project.ts';
import { typeQuestions, type TypedIds } from './type-ids.ts';

/** A policy as it was read. Between two readings it is the same object unless its sources changed. */
export interface ReadPolicy {
  /** The name of its folder in `generated/`. */
  readonly name: string;
  /** Its module, relative to the project. */
  readonly source: string;
  /** The folder of its cases. */
  readonly casesFolder: string;
  readonly policy: Policy;
  readonly call: ts.Node;
  readonly memory: Memory;
  readonly nameOf: NameOf;
}

/** What was read, sorted by name, and what is wrong with it. */
export interface Reading {
  readonly policies: readonly ReadPolicy[];
  readonly diagnostics: readonly Diagnostic[];
  /** The ids that a policy's type tells; nothing where types were not looked at since it changed. */
  readonly typedOf: (policy: ReadPolicy) => TypedIds | undefined;
}

/** Reads the policies of a project; what did not change since the last time is not read again. */
export interface Reader {
  readonly read: (only?: string) => Reading;
  /** The same without checking types, which takes most of the time: only the reader's own refusals are told. */
  readonly draft: (only?: string) => Reading;
}

interface KnownPolicy {
  readonly value: object;
  readonly read: ReadPolicy;
}

/** A reader for the project in a folder. */
export function createReader(folder: string): Reader {
  const root = realPath(folder);
  const nameOf = fileNamer(root, packageRoot);
  const memory = emptyMemory();
  const known = new Set<string>();
  const project = policyProject(root, (path) => known.has(path));
  const states = new Map<string, ModuleState>();
  const policies = new Map<string, KnownPolicy>();
  const typed = new WeakMap<ReadPolicy, TypedIds>();
  const typedOf = (policy: ReadPolicy) => typed.get(policy);

  return { read: (only) => reading(only, true), draft: (only) => reading(only, false) };

  function reading(only: string | undefined, withTypes: boolean): Reading {
    const home = policyFolder(root);
    const found = findModules(home, nameOf);
    const diagnostics = [...found.diagnostics];
    const named = found.paths.map((path) => ({ path, name: policyName(home, path) }));
    const wanted = only === undefined ? named : named.filter(({ name }) => name === only);
    if (only !== undefined && wanted.length === 0) {
      const meant = didYouMean(
        only,
        named.map(({ name }) => name),
      );
      return { policies: [], diagnostics: [errors.unknownPolicy(only, meant)], typedOf };
    }
    const texts = loadTexts(
      wanted.map(({ path }) => path),
      { project, root, nameOf, known, states },
      diagnostics,
    );
    const { order, circles } = orderModules([...texts.keys()], (path) => targets(texts.get(path)?.imports));
    for (const circle of circles) diagnostics.push(circleDiagnostic(circle, texts, nameOf));
    const inCircle = new Set(circles.flat());
    for (const path of order) {
      const loaded = texts.get(path);
      if (loaded === undefined) continue;
      const basis = basisOf(loaded, texts, states, inCircle.has(path));
      const before = states.get(path);
      if (before !== undefined && before.source === loaded.source && same(before.basis, basis)) continue;
      const state: ModuleState = {
        ...loaded,
        basis,
        isDiagnosed: false,
        ...(loaded.isBroken || inCircle.has(path)
          ? unread
          : valueOf(loaded.source, {
              root,
              memory,
              nameOf,
              moduleAt: (target) => states.get(target)?.value,
            })),
      };
      states.set(path, state);
    }
    for (const path of [...states.keys()]) if (!texts.has(path)) states.delete(path);
    const declared = wanted.flatMap(({ path, name }) => {
      const policy = states.get(path)?.value?.policy;
      return policy === undefined ? [] : [{ path, name, policy }];
    });
    const asked = declared.filter(({ path, policy }) => {
      const before = policies.get(path);
      return withTypes && (before?.value !== policy.value || !typed.has(before.read));
    });
    const types = typeQuestions(
      project,
      root,
      asked.map(({ path, policy }) => ({ path, exportName: policy.exportName })),
    );
    // Only now is the program made: once for what TypeScript says, and for what the types tell.
    const fresh = [...states].filter(([, { isDiagnosed }]) => !isDiagnosed);
    const program = fresh.length === 0 ? undefined : project.getProgram().compilerObject;
    const drafts = new Map<string, readonly Diagnostic[]>();
    if (program !== undefined) {
      for (const [path, state] of fresh) {
        if (withTypes) {
          const found = diagnose(state, states, program, nameOf);
          states.set(path, { ...state, diagnostics: found, isDiagnosed: true });
        } else drafts.set(path, diagnoseDraft(state, program, nameOf));
      }
    }
    const diagnosticsAt = (path: string) => drafts.get(path) ?? states.get(path)?.diagnostics ?? [];
    diagnostics.push(...order.flatMap(diagnosticsAt), ...nameDiagnostics(declared, nameOf));
    // A policy is sound when its module is, and every one that it rests on.
    const sound = new Set<string>();
    for (const path of order) {
      const state = states.get(path);
      if (state === undefined || diagnosticsAt(path).length > 0) continue;
      if (targets(state.imports).every((part) => sound.has(part))) sound.add(path);
    }
    const isSound = (path: string) => sound.has(path);
    for (const { path, name, policy } of declared) {
      const isKnown = policies.get(path)?.value === policy.value;
      if (isKnown || !isSound(path) || !isPolicy(policy.value)) continue;
      const own = basename(path) === 'policy.ts' ? dirname(path) : path.slice(0, -'.ts'.length);
      const read = {
        name,
        source: nameOf(path),
        casesFolder: `${own}/cases`,
        policy: policy.value,
        call: policy.call,
        memory,
        nameOf,
      };
      policies.set(path, { value: policy.value, read });
    }
    for (const [index, { path }] of asked.entries()) {
      const read = isSound(path) ? policies.get(path)?.read : undefined;
      if (read !== undefined) typed.set(read, types(index));
    }
    const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
    if (declared.length === 0 && !hasErrors)
      diagnostics.push(errors.noPolicies(home === root ? 'this folder' : 'policies/'));
    return {
      policies: declared
        .flatMap(({ path }) => (isSound(path) ? (policies.get(path)?.read ?? []) : []))
        .sort((first, second) => errors.byCodeUnit(first.name, second.name)),
      diagnostics: errors.sorted(diagnostics),
      typedOf,
    };
  }
}

function valueOf(source: ts.SourceFile, context: ModuleContext): Pick<ModuleState, 'value' | 'diagnostics'> {
  try {
    return { value: readModuleValue(source, context), diagnostics: [] };
  } catch (error) {
    return { value: undefined, diagnostics: [surprise(source, error, context.nameOf)] };
  }
}

const unread = { value: undefined, diagnostics: [] };

/** What the reading of a module rests on, beside its own text. */
function basisOf(
  { imports }: LoadedModule,
  texts: ReadonlyMap<string, LoadedModule>,
  states: ReadonlyMap<string, ModuleState>,
  isInCircle: boolean,
): readonly unknown[] {
  const parts = imports.map(({ target, isForTypes }) => {
    if (target.kind !== 'module') return target.kind;
    return isForTypes
      ? texts.get(target.path)?.source
      : (states.get(target.path)?.value ?? texts.get(target.path)?.source);
  });
  return [isInCircle, ...parts];
}

function same<T>(first: readonly T[], second: readonly T[]): boolean {
  return first.length === second.length && first.every((part, index) => part === second[index]);
}

function isPolicy(value: unknown): value is Policy {
  return isObject(value) && 'kind' in value && value.kind === 'policy';
}
