import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Project, ts } from 'ts-morph';
import { isWithin, languageModule } from './own-files.ts';
import { targetOf } from './imports.ts';

/**
 * The project that policy modules are checked in. Its options are the compiler's own, as strict as this package's
 * tsconfig.json, and nothing is looked for where an author works but the modules themselves.
 */
export function policyProject(root: string, isKnown: (path: string) => boolean): Project {
  const project = new Project({
    // What lies on the disk is read by us alone, after it was looked through; TypeScript gets it from memory.
    useInMemoryFileSystem: true,
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2023.d.ts'],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      moduleDetection: ts.ModuleDetectionKind.Force,
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noImplicitOverride: true,
      noFallthroughCasesInSwitch: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      noPropertyAccessFromIndexSignature: true,
      verbatimModuleSyntax: true,
      allowImportingTsExtensions: true,
      noErrorTruncation: true,
      skipLibCheck: true,
      noEmit: true,
      types: [],
    },
    resolutionHost: (host, options) => ({
      resolveModuleNames: (names, from) =>
        names.map((name) => {
          if (isWithin(dirname(languageModule), from)) {
            return ts.resolveModuleName(name, from, options(), host).resolvedModule;
          }
          const target = targetOf(name, from, root);
          if (target.kind === 'language') return resolved(languageModule);
          return target.kind === 'module' && isKnown(target.path) ? resolved(target.path) : undefined;
        }),
    }),
  });
  const files = project.getFileSystem();
  for (const path of languageFiles()) files.writeFileSync(path, readFileSync(path, 'utf8'));
  return project;
}

/** Every file of the language, or of its types. */
function languageFiles(): readonly string[] {
  const folder = dirname(languageModule);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name));
}

function resolved(resolvedFileName: string): ts.ResolvedModuleFull {
  return {
    resolvedFileName,
    extension: resolvedFileName.endsWith('.d.ts') ? ts.Extension.Dts : ts.Extension.Ts,
    isExternalLibraryImport: false,
  };
}
