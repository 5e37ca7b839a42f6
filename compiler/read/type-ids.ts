import { ts, type Project } from 'ts-morph';
import { join } from 'node:path';

/** The ids that a policy's type tells: of its clauses, and of what it reads of a case. */
export interface TypedIds {
  readonly clauses: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
}

/** A policy to ask the types about. */
export interface TypedPolicy {
  readonly path: string;
  readonly exportName: string;
}

/**
 * Puts the question to the types of policies, all at once, in a module in memory; the answer for each, by its index,
 * comes from the program that is made next.
 */
export function typeQuestions(
  project: Project,
  root: string,
  policies: readonly TypedPolicy[],
): (index: number) => TypedIds {
  const text = [
    "import type { CriterionPath, FactKeysOf } from 'triplicate';",
    ...policies.map(
      ({ path, exportName }, index) =>
        `import type { ${exportName} as policy${index} } from ${JSON.stringify(specifierOf(root, path))};
export type Clauses${index} = CriterionPath<typeof policy${index}>;
export type Facts${index} = FactKeysOf<typeof policy${index}>;`,
    ),
  ].join('\n');
  if (policies.length === 0) return () => ({ clauses: new Set(), facts: new Set() });
  const { statements } = project.createSourceFile(virtualModule(root), text, {
    overwrite: true,
  }).compilerNode;
  const names = new Map(
    statements.flatMap((statement): [string, ts.Identifier][] =>
      ts.isTypeAliasDeclaration(statement) ? [[statement.name.text, statement.name]] : [],
    ),
  );
  return (index) => {
    const checker = project.getProgram().compilerObject.getTypeChecker();
    const idsOf = (alias: string) => {
      const name = names.get(alias);
      return literalsOf(checker, name === undefined ? undefined : checker.getTypeAtLocation(name));
    };
    return { clauses: idsOf(`Clauses${index}`), facts: idsOf(`Facts${index}`) };
  };
}

/** The path of the module that asks; no file is there. */
export function virtualModule(root: string): string {
  return join(root, '.triplicate-ids.ts');
}

function specifierOf(root: string, path: string): string {
  return `./${path
    .slice(root.length)
    .replace(/^[\\/]+/, '')
    .replaceAll('\\', '/')}`;
}

/** The members of a union of text literals; a type that is none stands as TypeScript prints it. */
function literalsOf(checker: ts.TypeChecker, type: ts.Type | undefined): ReadonlySet<string> {
  if (type === undefined || (type.flags & ts.TypeFlags.Never) !== 0) return new Set();
  const parts = type.isUnion() ? type.types : [type];
  return new Set(
    parts.map((part) => (part.isStringLiteral() ? part.value : `any ${checker.typeToString(part)}`)),
  );
}
