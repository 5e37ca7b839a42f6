import type { Project, ts } from 'ts-morph';
import * as errors from '../errors.ts';
import type { Diagnostic } from '../errors.ts';
import { readModule } from './find-modules.ts';
import { importsOf } from './imports.ts';
import type { LoadedModule, ModuleState } from './module-state.ts';
import type { NameOf } from './place.ts';
import { scan, tooDeepTree } from './scan.ts';
import { virtualModule } from './type-ids.ts';

/** What modules are loaded into. */
export interface Loading {
  readonly project: Project;
  readonly root: string;
  readonly nameOf: NameOf;
  readonly known: Set<string>;
  readonly states: ReadonlyMap<string, ModuleState>;
}

/** Brings the project up to date with the files: these modules, and all that they import. */
export function loadTexts(
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
    const before = states.get(path);
    const scanned =
      'text' in read
        ? lookThrough(path, read.text, before, nameOf)
        : [errors.unreadable(nameOf(path), read.reason)];
    diagnostics.push(...scanned);
    const isBroken = scanned.length > 0;
    // What is not fit to be parsed stands as an empty module: TypeScript must not fetch it by itself.
    const text = 'text' in read && !isBroken ? read.text : 'export {};';
    known.add(path);
    const source = before?.text === text ? before.source : parse(project, path, text);
    // Where imports lead may change while the module does not.
    const imports = importsOf(source, root);
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

/** What is wrong with a text before anything is made of it. */
function lookThrough(
  path: string,
  text: string,
  before: ModuleState | undefined,
  nameOf: NameOf,
): readonly Diagnostic[] {
  if (before?.text === text && !before.isBroken) return [];
  const scanned = scan(path, text, nameOf);
  if (scanned.length > 0) return scanned;
  const deep = tooDeepTree(path, text, nameOf);
  return deep === undefined ? [] : [deep];
}

function parse(project: Project, path: string, text: string): ts.SourceFile {
  return project.createSourceFile(path, text, { overwrite: true }).compilerNode;
}
