import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CaseRecord } from '../dsl/kernel/case.ts';
import type { CaseFile, ExpectedDetermination } from './compiled-policy.ts';
import { checkCase, checkCaseFile, type Validate } from './case-files/check-case.ts';
import { largestFile } from './case-files/json.ts';
import { caseProblem, type CaseProblem } from './case-files/problems.ts';
import { validatorOf } from './case-files/validator.ts';
import { isRecord } from './case-files/values.ts';

export type { CaseProblem } from './case-files/problems.ts';

/** The case files of a folder, and what is wrong with those that could not be taken. */
export interface CasesRead {
  /** Sorted by file name. */
  readonly cases: readonly CaseFile[];
  readonly problems: readonly FileProblem[];
}

/** A problem, and the file it was found in. */
export interface FileProblem extends CaseProblem {
  readonly file: string;
}

/** A case that may be evaluated, or every reason why it may not. */
export type CaseReading =
  | { readonly record: CaseRecord; readonly problems: readonly [] }
  | { readonly record?: never; readonly problems: readonly CaseProblem[] };

/** A case file as its text holds it. */
type CaseText = CaseRecord & { readonly about?: string; readonly expected?: ExpectedDetermination };

/**
 * Reads the case files of a folder, each with what its author expects; a folder that is not there holds none. With
 * the policy's schema they are checked against it, and without one for their frame alone.
 */
export function readCases(folder: string, schema?: unknown): CasesRead {
  const names = listFolder(folder);
  const read = names.map((name) => readCaseFile(folder, name, schema));
  return {
    cases: read.flatMap(({ case: found }) => found ?? []),
    problems: read.flatMap(({ file, problems }) => problems.map((problem) => ({ ...problem, file }))),
  };
}

/** Every problem of a case, by the policy's `facts.schema.json`; none where it may be evaluated. */
export function validateCase(schema: unknown, value: unknown): readonly CaseProblem[] {
  return checkCase(validatorOnce(schema), value).problems;
}

/** Reads one case from the bytes of a file: what `about` and `expected` say beside it is left out. */
export function readCase(bytes: Uint8Array, schema: unknown): CaseReading {
  const { text, problems } = checkCaseFile(validatorOnce(schema), bytes);
  if (text === undefined) return { problems };
  const { about: _about, expected: _expected, ...record } = text;
  return { record, problems: [] };
}

const validators = new WeakMap<object, Validate<CaseText>>();

function validatorOnce(schema: unknown): Validate<CaseText> {
  const before = isRecord(schema) ? validators.get(schema) : undefined;
  if (before !== undefined) return before;
  const validate = validatorOf<CaseText>(schema);
  if (isRecord(schema)) validators.set(schema, validate);
  return validate;
}

interface FileRead {
  readonly file: string;
  readonly case?: CaseFile;
  readonly problems: readonly CaseProblem[];
}

function readCaseFile(folder: string, name: string, schema: unknown): FileRead {
  const file = path.join(folder, name);
  const failed = (...problems: readonly CaseProblem[]): FileRead => ({ file, problems });
  const bytes = readBytes(file);
  if (typeof bytes === 'string') return failed(caseProblem('', bytes));
  const { text, problems } = checkCaseFile(validatorOnce(schema ?? frame), bytes);
  if (text === undefined) return failed(...problems);
  const { about, expected, ...record } = text;
  const missing = [
    ...(about === undefined
      ? [caseProblem('about', 'It is missing. Say in a line what the case shows.')]
      : []),
    ...(expected === undefined
      ? [caseProblem('expected', 'It is missing. Write the outcome that the policy text gives.')]
      : []),
  ];
  if (about === undefined || expected === undefined) return failed(...missing);
  return { file, case: { name: name.slice(0, -'.json'.length), about, expected, record }, problems: [] };
}

function listFolder(folder: string): readonly string[] {
  try {
    // Sorted by code unit: the same order in every locale.
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    return [];
  }
}

/** The bytes of a file, or why they could not be read. */
function readBytes(file: string): Uint8Array | string {
  try {
    const { size } = statSync(file);
    if (size > largestFile)
      return `The file has ${size} bytes, and the most that is read is ${largestFile}. One case is a few thousand.`;
    return readFileSync(file);
  } catch (error) {
    const code = isRecord(error) ? String(error['code']) : 'an unknown error';
    return `The file can't be read (${code}).`;
  }
}

/** What every case file has, whatever the policy. */
const frame: object = {
  type: 'object',
  properties: {
    about: { type: 'string' },
    expected: {
      type: 'object',
      properties: {
        outcome: { enum: ['approved', 'modified', 'denied', 'pended', 'notApplicable'] },
        layer: { enum: ['scope', 'mandate', 'plan', 'policy'] },
        clauses: { type: 'object', additionalProperties: { enum: ['met', 'unknown', 'not-met'] } },
      },
      required: ['outcome', 'layer', 'clauses'],
    },
    request: {
      type: 'object',
      properties: { dateOfService: { type: 'string', format: 'date' } },
      required: ['dateOfService'],
    },
  },
  required: ['request'],
};
