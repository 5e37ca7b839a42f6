import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readCaseBytes } from '../case-bytes.ts';
import { readCase } from '../cases.ts';
import { WrongInput } from '../generated-policy.ts';
import { codeOf } from '../write/write-failure.ts';
import type { CohortFile } from './cohort.ts';

/**
 * Reads the case files of a folder, sorted by name. A case has to be well formed for each of the schemas.
 * @throws WrongInput where the folder can't be read or has no case file.
 */
export async function readCohort(
  folder: string,
  schemas: readonly unknown[],
  calledFrom = process.env['INIT_CWD'],
): Promise<readonly CohortFile[]> {
  const { place, names } = await listing(folder, calledFrom);
  if (names.length === 0)
    throw new WrongInput(`${folder} holds no case file: cases are files that end in .json.`);
  const files: CohortFile[] = [];
  for (const file of names) files.push(await readFile(place, file, schemas));
  return files;
}

async function readFile(place: string, file: string, schemas: readonly unknown[]): Promise<CohortFile> {
  try {
    const { bytes } = await readCaseBytes(join(place, file));
    const read = schemas.map((schema) => readCase(bytes, schema));
    const problems = [...new Set(read.flatMap((each) => each.problems.map(({ text }) => text)))];
    const [first] = read;
    return problems.length > 0 || first?.record === undefined
      ? { file, problems }
      : { file, record: first.record, problems: [] };
  } catch (error) {
    if (error instanceof WrongInput) return { file, problems: [error.message] };
    throw error;
  }
}

/** The case files of a folder, which is looked up from the current one and from where npm was called. */
async function listing(
  folder: string,
  calledFrom: string | undefined,
): Promise<{ readonly place: string; readonly names: readonly string[] }> {
  const places = [resolve(folder), ...(calledFrom === undefined ? [] : [resolve(calledFrom, folder)])];
  for (const place of places) {
    try {
      const names = (await readdir(place)).filter((name) => name.endsWith('.json')).sort();
      return { place, names };
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined) throw error;
      if (code === 'ENOTDIR')
        throw new WrongInput(`${folder} is no folder. Name the folder of the case files.`);
      if (code !== 'ENOENT') throw new WrongInput(`${folder} cannot be read (${code}).`);
    }
  }
  throw new WrongInput(`${folder} is not there. Name the folder of the case files.`);
}
