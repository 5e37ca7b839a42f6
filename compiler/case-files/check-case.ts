import type { ErrorObject } from 'ajv';
import { parseJson } from './json.ts';
import { caseProblem, problemOf, type CaseProblem } from './problems.ts';

/**
 * What tells whether a value is a case by a policy's schema: Ajv's function, compiled where it is used or beforehand for a
 * page (compiler/case-files/validator.ts).
 */
export interface Validate<Text> {
  (value: unknown): value is Text;
  errors?: ErrorObject[] | null;
}

/** What a case file holds, or every reason why it may not be taken. */
export type CaseChecked<Text> =
  | { readonly text: Text; readonly problems: readonly [] }
  | { readonly text?: never; readonly problems: readonly CaseProblem[] };

/** The value as the case that it is, or every problem that it has, each said once. */
export function checkCase<Text>(validate: Validate<Text>, value: unknown): CaseChecked<Text> {
  if (validate(value)) return { text: value, problems: [] };
  const problems = (validate.errors ?? []).flatMap((error) => problemOf(error, value));
  const lines = new Set<string>();
  return { problems: problems.filter(({ text }) => !lines.has(text) && lines.add(text)) };
}

/** The same of the bytes of a file. */
export function checkCaseFile<Text>(validate: Validate<Text>, bytes: Uint8Array): CaseChecked<Text> {
  const parsed = parseJson(bytes);
  return 'problem' in parsed
    ? { problems: [caseProblem('', parsed.problem)] }
    : checkCase(validate, parsed.value);
}
