import { basename, dirname, relative, sep } from 'node:path';
import { ts, type Project } from 'ts-morph';
import type { Policy } from '../../dsl/policy/policy.ts';
import * as errors from '../errors.ts';
import type { Diagnostic } from '../errors.ts';
import { didYouMean } from '../nearest.ts';
import { emptyMemory, isObject, type Memory } from './binding.ts';
import type { Finding } from './findings.ts';
import { fileNamer, findModules, policyFolder, readModule, realPath } from './find-modules.ts';
import { orderModules } from './graph.ts';
import { importsOf, type ImportOf } from './imports.ts';
import {
  readModuleValue,
  type DeclaredPolicy,
  type ModuleContext,
  type ModuleValue,
} from './module-value.ts';
import { packageRoot } from './own-files.ts';
import { nodePlace, type NameOf } from './place.ts';
import { policyProject } from './project.ts';
import { deepest, scan } from './scan.ts';
import { mergedFindings, syntaxFindings, typeFindings } from './type-findings.ts';
import { typeQuestions, virtualModule, type TypedIds } from './type-ids.ts';

/** A policy as it was read. Between two readings it is the same object unless its sources changed. */
export interface ReadPolicy {
  /** The name of its folder in `generated/`. */
  readonly name: string;
  /** Its module, relative to the project. */
  readonly source: string;
  /** The folder of its cases. */
  readonly casesFolder: string;
  readonly policy: Policy;
  /** The ids that its type tells. */
  readonly typed: TypedIds;
  readonly call: ts.Node;
  readonly memory: Memory;
  readonly nameOf: NameOf;
}

/** What was read, sorted by name, and what is wrong with it. */
export interface Reading {
  readonly policies: readonly ReadPolicy[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the policies of a project; what did not change since the last time is not read again. */
export interface Reader {
  readonly read: (only?: string) => Reading;
}

interface ModuleState extends LoadedModule {
  /** What it holds; nothing where it can't be read. */
  readonly value: ModuleValue | undefined;
  /** What it was read with: while that is the same, so is the module. */
  readonly basis: readonly unknown[];
  readonly diagnostics: readonly Diagnostic[];
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

  return {
    read: (only) => {
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
        return { policies: [], diagnostics: [errors.unknownPolicy(only, meant)] };
      }
      const texts = loadTexts(
        wanted.map(({ path }) => path),
        { project, root, nameOf, known, states },
        diagnostics,
      );
      const { order, circles } = orderModules([...texts.keys()], (path) => targets(texts.get(path)?.imports));
      for (const circle of circles) diagnostics.push(circleDiagnostic(circle, texts, nameOf));
      const inCircle = new Set(circles.flat());
      const fresh = new Map<string, ModuleState>();
      for (const path of order) {
        const loaded = texts.get(path);
        if (loaded === undefined) continue;
        const basis = basisOf(loaded, texts, states, inCircle.has(path));
        const before = states.get(path);
        if (before !== undefined && before.source === loaded.source && same(before.basis, basis)) continue;
        const state: ModuleState = {
          ...loaded,
          basis,
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
        fresh.set(path, state);
      }
      for (const path of [...states.keys()]) if (!texts.has(path)) states.delete(path);
      const declared = wanted.flatMap(({ path, name }) => {
        const policy = states.get(path)?.value?.policy;
        return policy === undefined ? [] : [{ path, name, policy }];
      });
      const asked = declared.filter(({ path, policy }) => policies.get(path)?.value !== policy.value);
      const types = typeQuestions(
        project,
        root,
        asked.map(({ path, policy }) => ({ path, exportName: policy.exportName })),
      );
      // Only now is the program made: once for what TypeScript says, and for what the types tell.
      const program = project.getProgram().compilerObject;
      for (const [path, state] of fresh)
        states.set(path, { ...state, diagnostics: diagnose(state, states, program, nameOf) });
      diagnostics.push(
        ...order.flatMap((path) => states.get(path)?.diagnostics ?? []),
        ...nameDiagnostics(declared, nameOf),
      );
      const isSound = (path: string) => states.get(path)?.diagnostics.length === 0;
      for (const [index, { path, name, policy }] of asked.entries()) {
        if (!isSound(path) || !isPolicy(policy.value)) continue;
        const own = basename(path) === 'policy.ts' ? dirname(path) : path.slice(0, -'.ts'.length);
        const read = {
          name,
          source: nameOf(path),
          casesFolder: `${own}/cases`,
          policy: policy.value,
          typed: types(index),
          call: policy.call,
          memory,
          nameOf,
        };
        policies.set(path, { value: policy.value, read });
      }
      const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
      if (declared.length === 0 && !hasErrors)
        diagnostics.push(errors.noPolicies(home === root ? 'this folder' : 'policies/'));
      return {
        policies: declared
          .flatMap(({ path }) => (isSound(path) ? (policies.get(path)?.read ?? []) : []))
          .sort((first, second) => errors.byCodeUnit(first.name, second.name)),
        diagnostics: errors.sorted(diagnostics),
      };
    },
  };
}

interface LoadedModule {
  readonly text: string;
  readonly source: ts.SourceFile;
  readonly imports: readonly ImportOf[];
  readonly isBroken: boolean;
}

interface Loading {
  readonly project: Project;
  readonly root: string;
  readonly nameOf: NameOf;
  readonly known: Set<string>;
  readonly states: ReadonlyMap<string, ModuleState>;
}

/** Brings the project up to date with the files: these modules, and all that they import. */
function loadTexts(
  paths: readonly string[],
  loading: Loading,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, LoadedModule> {
  const { project, root, nameOf, known, states } = loading;
  const loaded = new Map<string, LoadedModule>();
  const queue = [...paths];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (loaded.has(path)) continue;
    const read = readModule(path);
    const scanned =
      'text' in read ? scan(path, read.text, nameOf) : [errors.unreadable(nameOf(path), read.reason)];
    diagnostics.push(...scanned);
    const isBroken = scanned.length > 0;
    // What is not fit to be parsed stands as an empty module: TypeScript must not fetch it by itself.
    const text = 'text' in read && !isBroken ? read.text : 'export {};';
    const before = states.get(path);
    known.add(path);
    const source = before?.text === text ? before.source : parse(project, path, text);
    const imports = before?.source === source ? before.imports : importsOf(source, root);
    loaded.set(path, { text, source, imports, isBroken });
    queue.push(...imports.flatMap(({ target }) => (target.kind === 'module' ? [target.path] : [])));
  }
  for (const path of [...known]) {
    if (loaded.has(path)) continue;
    known.delete(path);
    const gone = project.getSourceFile(path);
    if (gone !== undefined) project.removeSourceFile(gone);
  }
  const asked = project.getSourceFile(virtualModule(root));
  if (asked !== undefined) project.removeSourceFile(asked);
  return loaded;
}

function parse(project: Project, path: string, text: string): ts.SourceFile {
  return project.createSourceFile(path, text, { overwrite: true }).compilerNode;
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

function valueOf(source: ts.SourceFile, context: ModuleContext): Pick<ModuleState, 'value' | 'diagnostics'> {
  try {
    return { value: readModuleValue(source, context), diagnostics: [] };
  } catch (error) {
    return { value: undefined, diagnostics: [surprise(source, error, context.nameOf)] };
  }
}

/** What is wrong with a module that was read. */
function diagnose(
  state: ModuleState,
  states: ReadonlyMap<string, ModuleState>,
  program: ts.Program,
  nameOf: NameOf,
): readonly Diagnostic[] {
  const { source, value, imports, diagnostics } = state;
  if (value === undefined) return diagnostics;
  try {
    const syntax = program.getSyntacticDiagnostics(source);
    if (syntax.length > 0) return diagnosticsOf(syntaxFindings(syntax, source, nameOf));
    // With an import missing, what TypeScript says of the rest follows from that.
    const isWhole = targets(imports).every((path) => {
      const part = states.get(path);
      return part?.value !== undefined && program.getSyntacticDiagnostics(part.source).length === 0;
    });
    const types = isWhole ? typeFindings(program.getSemanticDiagnostics(source), source, nameOf) : [];
    return diagnosticsOf(mergedFindings(value.findings, value.echoes, types));
  } catch (error) {
    return [surprise(source, error, nameOf)];
  }
}

function surprise(source: ts.SourceFile, error: unknown, nameOf: NameOf): Diagnostic {
  const place = nodePlace(source.statements[0] ?? source, nameOf);
  // Chains without brackets, as a.b.c..., can be deep as well.
  if (error instanceof RangeError) return errors.tooDeep(place, deepest);
  return errors.internal(place, error instanceof Error ? error.message : String(error));
}

function diagnosticsOf(findings: readonly Finding[]): readonly Diagnostic[] {
  return findings.map(({ diagnostic }) => diagnostic);
}

function targets(imports: readonly ImportOf[] | undefined): readonly string[] {
  return (imports ?? []).flatMap(({ target, isForTypes }) =>
    target.kind === 'module' && !isForTypes ? [target.path] : [],
  );
}

function same<T>(first: readonly T[], second: readonly T[]): boolean {
  return first.length === second.length && first.every((part, index) => part === second[index]);
}

function circleDiagnostic(
  circle: readonly string[],
  texts: ReadonlyMap<string, LoadedModule>,
  nameOf: NameOf,
): Diagnostic {
  const [last = '', first = ''] = circle.slice(-2);
  const closing = texts
    .get(last)
    ?.imports.find(({ target }) => target.kind === 'module' && target.path === first);
  return errors.circularImport(
    closing === undefined ? undefined : nodePlace(closing.node, nameOf),
    circle.map(nameOf),
  );
}

/** A policy is called by its folder; by its module, where that is not called policy.ts. */
function policyName(home: string, path: string): string {
  const within = relative(home, path).split(sep).join('/');
  const module = within.replace(/\.ts$/, '');
  return (module.endsWith('/policy') ? module.slice(0, -'/policy'.length) : module).replaceAll('/', '-');
}

interface Declared {
  readonly path: string;
  readonly name: string;
  readonly policy: DeclaredPolicy;
}

function nameDiagnostics(declared: readonly Declared[], nameOf: NameOf): readonly Diagnostic[] {
  const byName = new Map<string, Declared>();
  return declared.flatMap((one) => {
    const { name, policy } = one;
    const folded = name.toLowerCase();
    const other = byName.get(folded);
    if (other === undefined) byName.set(folded, one);
    return [
      ...(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/i.test(name) && !/^index(?:\.ts)?$/i.test(name)
        ? []
        : [errors.unfitPolicyName(nodePlace(policy.call, nameOf), name)]),
      ...(other === undefined
        ? []
        : [errors.samePolicyName(nodePlace(policy.call, nameOf), name, nameOf(other.path))]),
    ];
  });
}

function isPolicy(value: unknown): value is Policy {
  return isObject(value) && 'kind' in value && value.kind === 'policy';
}
