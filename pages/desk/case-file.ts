import { checkCaseFile } from '../../compiler/case-files/check-case.ts';
import { isRecord } from '../../compiler/case-files/values.ts';
import type { Desk } from './desk.ts';
import { keyword, property, propertyNames, type SchemaPart } from './fields.ts';
import type { CaseOrigin, DeskState } from './state.ts';
import type { Tree } from './tree.ts';

/** A case file that was read, or what is wrong with it: a line a problem, in the words of `decide`. */
export type CaseRead =
  | { readonly tree: Tree; readonly file: CaseOrigin; readonly problems: readonly [] }
  | { readonly tree?: never; readonly problems: readonly string[] };

/** Reads a case as `decide` reads one. */
export function readCaseFile({ validate }: Desk, bytes: Uint8Array, name?: string): CaseRead {
  const { text, problems } = checkCaseFile(validate, bytes);
  if (text === undefined) return { problems: problems.map((problem) => problem.text) };
  const { about, expected, ...record } = text;
  return {
    tree: { ...record },
    file: {
      ...(name === undefined ? {} : { name }),
      ...(about === undefined ? {} : { about }),
      ...(expected === undefined ? {} : { expected }),
    },
    problems: [],
  };
}

/** The text of the case file of what stands in the form: keys in the schema's order, as case files are written. */
export function caseFileText({ schema }: Desk, { tree, file, saved }: DeskState): string {
  const { about, expected } = file;
  // What an author expects of a case says nothing of another.
  const whole = { about, expected: tree === saved ? expected : undefined, ...tree };
  return `${JSON.stringify(inOrder({ part: schema, root: schema }, whole), null, 2)}\n`;
}

function inOrder(schema: SchemaPart, value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((entry) => inOrder({ part: keyword(schema, 'items'), root: schema.root }, entry));
  if (!isRecord(value)) return value;
  const known = propertyNames(schema);
  const keys = [...known, ...Object.keys(value).filter((key) => !known.includes(key))];
  return Object.fromEntries(
    keys.flatMap((key) =>
      value[key] === undefined ? [] : [[key, inOrder(property(schema, key), value[key])]],
    ),
  );
}
