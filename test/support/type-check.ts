import { resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  allowImportingTsExtensions: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
  paths: {
    triplicate: [resolve(root, 'dsl/index.ts')],
    'triplicate/vocabulary': [resolve(root, 'policies/vocabulary/index.ts')],
  },
};

const parsed = new Map<string, ts.SourceFile>();

/** A program over modules that exist in memory alone, by name, beside the real language and vocabulary. */
export function programOf(modules: Readonly<Record<string, string>>): ts.Program {
  const texts = new Map(
    Object.entries(modules).map(([name, text]) => [resolve(root, 'test/dsl', `${name}.ts`), text]),
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => texts.has(resolve(file)) || fileExists.call(host, file);
  host.readFile = (file) => texts.get(resolve(file)) ?? readFile.call(host, file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(resolve(file));
    if (text !== undefined) return ts.createSourceFile(file, text, version, true);
    const known = parsed.get(file) ?? getSourceFile.call(host, file, version, ...rest);
    if (known !== undefined) parsed.set(file, known);
    return known;
  };
  return ts.createProgram([...texts.keys()], options, host);
}

/** What the compiler says of each module: `line: message`, the chain of reasons included. */
export function messagesOf(modules: Readonly<Record<string, string>>): Record<string, string[]> {
  const program = programOf(modules);
  return Object.fromEntries(
    Object.keys(modules).map((name) => {
      const file = program.getSourceFile(resolve(root, 'test/dsl', `${name}.ts`));
      const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      return [
        name,
        diagnostics.map((one) => `TS${one.code} ${ts.flattenDiagnosticMessageText(one.messageText, '\n')}`),
      ];
    }),
  );
}

/** How many type instantiations checking one module costs, beyond those of an empty one with the same imports. */
export function instantiationsOf(imports: string, body: string): number {
  const count = (text: string) => {
    const program = programOf({ measured: text });
    const errors = program.getSemanticDiagnostics(
      program.getSourceFile(resolve(root, 'test/dsl/measured.ts')),
    );
    if (errors.length > 0) throw new Error(ts.flattenDiagnosticMessageText(errors[0]?.messageText, '\n'));
    return program.getInstantiationCount();
  };
  return count(`${imports}\n${body}`) - count(`${imports}\n`);
}
