import { ts } from 'ts-morph';
import * as errors from '../errors.ts';
import { languageExports, type Binding, type Memory } from './binding.ts';
import { evaluate, failed, type Scope } from './evaluate.ts';
import { notebook, type Finding, type Notebook, type Stretch } from './findings.ts';
import { importsOf, type ImportOf } from './imports.ts';
import { outsideStatement } from './outside.ts';
import type { NameOf } from './place.ts';

/** What a module holds. */
export interface ModuleValue {
  readonly exports: ReadonlyMap<string, Binding>;
  readonly findings: readonly Finding[];
  readonly echoes: readonly Stretch[];
  /** The policy that it exports, and under which name. */
  readonly policy?: DeclaredPolicy;
}

/** A policy as the builder returned it. */
export interface DeclaredPolicy {
  readonly value: object;
  readonly exportName: string;
  readonly call: ts.CallExpression;
}

/** What a module is read with. */
export interface ModuleContext {
  readonly root: string;
  readonly memory: Memory;
  readonly nameOf: NameOf;
  /** The value of another module; nothing where it could not be read. */
  readonly moduleAt: (path: string) => ModuleValue | undefined;
}

interface Module extends ModuleContext, Notebook {
  readonly names: Map<string, Binding>;
  readonly exports: Map<string, Binding>;
  readonly declared: ReadonlySet<string>;
  readonly policies: { readonly value: object; readonly call: ts.CallExpression }[];
}

/** Reads a module: its consts in their order, each once. Nothing of it is executed. */
export function readModuleValue(source: ts.SourceFile, context: ModuleContext): ModuleValue {
  const module: Module = {
    ...context,
    ...notebook(context.nameOf),
    names: new Map(),
    exports: new Map(),
    declared: declaredNames(source),
    policies: [],
  };
  const imports = new Map(importsOf(source, context.root).map((found) => [found.node, found]));
  for (const found of imports.values()) bindImport(found, module);
  for (const statement of source.statements) {
    readStatement(statement, module);
    // What was refused is declared all the same: nothing more is said where it is used.
    for (const name of namesOf(statement))
      if (!module.names.has(name)) module.names.set(name, { kind: 'failed' });
  }
  // Exports last: they may name what is declared below them.
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly)
      bindExport(statement, imports.get(statement), module);
  }
  const policy = exportedPolicy(module);
  return {
    exports: module.exports,
    findings: module.findings,
    echoes: module.echoes,
    ...(policy === undefined ? {} : { policy }),
  };
}

function declaredNames(source: ts.SourceFile): ReadonlySet<string> {
  return new Set(source.statements.flatMap(namesOf));
}

/** The names that a statement declares, be it one that is taken or not. */
function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  }
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return statement.name === undefined ? [] : [statement.name.text];
  if (ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement)) return [statement.name.text];
  if (!ts.isImportDeclaration(statement)) return [];
  const { name, namedBindings } = statement.importClause ?? {};
  if (namedBindings === undefined) return name === undefined ? [] : [name.text];
  return ts.isNamespaceImport(namedBindings)
    ? [namedBindings.name.text]
    : namedBindings.elements.map((element) => element.name.text);
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : boundNames(element.name),
  );
}

function exportsOf({ target }: ImportOf, { moduleAt }: Module): ReadonlyMap<string, Binding> | undefined {
  if (target.kind === 'language') return languageExports;
  return target.kind === 'module' ? moduleAt(target.path)?.exports : undefined;
}

/** A name for which the import is refused already, or that TypeScript complains of. */
const told: Binding = { kind: 'failed', isTold: true };

function bindImport(found: ImportOf, module: Module): void {
  const { node, specifier, target } = found;
  if (target.kind === 'refused') module.note(specifier, target.message);
  if (!ts.isImportDeclaration(node)) return;
  const { importClause: clause } = node;
  if (clause === undefined) {
    if (target.kind !== 'refused') {
      module.note(node, (place) =>
        errors.statement(place, 'TRI125', 'an import of nothing', 'Import names, or take the line away.'),
      );
    }
    return;
  }
  if (clause.name !== undefined) {
    const { name } = clause;
    module.note(name, errors.defaultBinding);
    module.names.set(name.text, told);
  }
  const exports = exportsOf(found, module);
  const { namedBindings } = clause;
  if (namedBindings === undefined) return;
  if (ts.isNamespaceImport(namedBindings)) {
    module.names.set(namedBindings.name.text, exports === undefined ? told : { kind: 'namespace', exports });
    return;
  }
  for (const { name, propertyName } of namedBindings.elements) {
    // A name that is not there, or a type, is for TypeScript to complain of.
    module.names.set(name.text, exports?.get((propertyName ?? name).text) ?? told);
  }
}

function bindExport(node: ts.ExportDeclaration, found: ImportOf | undefined, module: Module): void {
  const { exportClause: clause } = node;
  const from = found === undefined ? undefined : exportsOf(found, module);
  if (clause === undefined) {
    for (const [name, binding] of from ?? [])
      if (!module.exports.has(name)) module.exports.set(name, binding);
  } else if (ts.isNamespaceExport(clause)) {
    module.exports.set(
      clause.name.text,
      from === undefined ? { kind: 'failed' } : { kind: 'namespace', exports: from },
    );
  } else {
    for (const element of clause.elements) {
      if (element.isTypeOnly) continue;
      if (element.name.text === 'default') module.note(element, errors.defaultBinding);
      const source = found === undefined ? module.names : from;
      module.exports.set(
        element.name.text,
        source?.get((element.propertyName ?? element.name).text) ?? { kind: 'failed' },
      );
    }
  }
}

function readStatement(statement: ts.Statement, module: Module): void {
  if (
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isEmptyStatement(statement)
  )
    return;
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    return refuseAny(statement, module);
  if (ts.isVariableStatement(statement)) return readConsts(statement, module);
  if (ts.isExportAssignment(statement)) {
    module.note(statement, errors.defaultBinding);
    return;
  }
  if (ts.isExpressionStatement(statement)) {
    const value = evaluate(statement.expression, scopeOf(module));
    if (value === failed || module.policies.some(({ call }) => call === statement.expression)) return;
  }
  module.note(statement, outsideStatement(statement));
}

function readConsts(statement: ts.VariableStatement, module: Module): void {
  const { declarationList: list } = statement;
  const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  if (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true) {
    module.note(statement, (place) =>
      errors.statement(place, 'TRI136', "a 'declare'", 'Declare consts with their values.'),
    );
    return;
  }
  if ((list.flags & ts.NodeFlags.BlockScoped) !== ts.NodeFlags.Const) {
    module.note(list, (place) =>
      errors.statement(place, 'TRI134', "'let', 'var' or 'using'", 'Write const.'),
    );
  }
  for (const { name, type, initializer } of list.declarations) {
    if (type !== undefined) refuseAny(type, module);
    const value = initializer === undefined ? failed : evaluate(initializer, scopeOf(module));
    if (!ts.isIdentifier(name)) {
      module.note(name, (place) =>
        errors.statement(
          place,
          'TRI135',
          'a name for parts of a value',
          'Name the whole value, and take its parts by .name.',
        ),
      );
      continue;
    }
    const binding: Binding = value === failed ? { kind: 'failed' } : { kind: 'value', value };
    module.names.set(name.text, binding);
    if (isExported) module.exports.set(name.text, binding);
  }
}

function refuseAny(node: ts.Node, module: Module): void {
  if (node.kind === ts.SyntaxKind.AnyKeyword) module.note(node, errors.anyType);
  ts.forEachChild(node, (child) => refuseAny(child, module));
}

function scopeOf(module: Module): Scope {
  const { names, declared, memory, policies } = module;
  return {
    lookUp: (name) => names.get(name),
    declared,
    memory,
    notebook: module,
    declaresPolicy: (value, call) => policies.push({ value, call }),
  };
}

function exportedPolicy(module: Module): DeclaredPolicy | undefined {
  const names = new Map<unknown, string>();
  for (const [name, binding] of module.exports)
    if (binding.kind === 'value' && !names.has(binding.value)) names.set(binding.value, name);
  const [first, ...others] = module.policies.flatMap(({ value, call }) => {
    const exportName = names.get(value);
    if (exportName === undefined) module.note(call, errors.unexportedPolicy);
    return exportName === undefined ? [] : [{ value, call, exportName }];
  });
  for (const { call } of others) module.note(call, errors.secondPolicy);
  return first;
}
