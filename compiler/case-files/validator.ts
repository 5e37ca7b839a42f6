import { _ } from 'ajv';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { isDate } from '../../dsl/kernel/calendar.ts';
import { rememberedByText } from '../remembered.ts';
import { isRecord } from './values.ts';

/**
 * The function that tells whether a value is a case by a schema.
 * @throws TypeError where the schema is no object
 */
export function validatorOf<Text>(schema: unknown): ValidateFunction<Text> {
  return compilerOf().compile<Text>(object(schema));
}

/**
 * The same function as the text of a CommonJS module, for a page that may not make code of text. What it requires is
 * `formats`, with the test of each format by name, and Ajv's own small helpers.
 */
export function validatorSource(schema: unknown): string {
  return sourceOf(JSON.stringify(object(schema)));
}

/** Compiling a schema takes a tenth of a second. */
const sourceOf = rememberedByText((text) => {
  const ajv = compilerOf(true);
  return standalone.default(ajv, ajv.compile(object(JSON.parse(text))));
}, 32);

function compilerOf(source = false): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    ...(source ? { code: { source, formats: _`require("formats")` } } : {}),
  });
  ajv.addFormat('date', isDate);
  ajv.addVocabulary(['x-clauses', 'x-unit']);
  return ajv;
}

function object(schema: unknown): object {
  if (!isRecord(schema)) throw new TypeError('A schema is an object.');
  return schema;
}
