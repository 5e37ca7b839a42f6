import { existsSync } from 'node:fs';
import { generatedNames, WrongInput } from './generated-policy.ts';
import { didYouMean } from './nearest.ts';

/** A generated policy and the folder of its case files. */
export interface CaseFolder {
  readonly name: string;
  readonly folder: string;
}

/**
 * The case folders of all generated policies, or of one.
 * @throws WrongInput where there is none.
 */
export async function caseFolders(root: string, only?: string): Promise<readonly CaseFolder[]> {
  const names = await generatedNames(root);
  if (names.length === 0) {
    throw new WrongInput('There is nothing in generated/ yet: run `triplicate generate` first.');
  }
  if (only !== undefined && !names.includes(only)) {
    throw new WrongInput(`There is no policy '${only}' in generated/.${didYouMean(only, names)}`);
  }
  const folders = names
    .filter((name) => only === undefined || name === only)
    .flatMap((name) => {
      const folder = [`${root}/policies/${name}/cases`, `${root}/${name}/cases`].find((path) =>
        existsSync(path),
      );
      return folder === undefined ? [] : [{ name, folder }];
    });
  if (folders.length > 0) return folders;
  throw new WrongInput(
    `There are no case files: they belong in policies/${only ?? '<policy>'}/cases/, one JSON file each.`,
  );
}
