import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { largestFile } from './case-files/json.ts';
import { WrongInput } from './generated-policy.ts';
import { codeOf } from './write/write-failure.ts';

/** The bytes of a case and what to call it in messages. */
export interface CaseBytes {
  readonly label: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a case file. A path is looked up from the current folder, and from where npm was called.
 * @throws WrongInput where it cannot be read.
 */
export async function readCaseBytes(file: string, calledFrom = process.env['INIT_CWD']): Promise<CaseBytes> {
  const places = [resolve(file), ...(calledFrom === undefined ? [] : [resolve(calledFrom, file)])];
  for (const place of places) {
    try {
      const { size } = await stat(place);
      if (size > largestFile)
        throw new WrongInput(`${file} has ${size} bytes; a case has at most ${largestFile}.`);
      return { label: file, bytes: await readFile(place) };
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined) throw error;
      if (code !== 'ENOENT') throw new WrongInput(`${file} cannot be read (${reasons[code] ?? code}).`);
    }
  }
  throw new WrongInput(`${file} is not there. Name a case file, or - for standard input.`);
}

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
  ENOTDIR: 'a part of its path is a file',
};
