import { readdir, readFile } from 'node:fs/promises';
import { isRecord } from './case-files/values.ts';
import type { Schema } from './emit/facts-schema/schema-parts.ts';
import { loadEvaluator, type EvaluatorModule } from './load-evaluator.ts';
import { didYouMean } from './nearest.ts';
import { codeOf } from './write/write-failure.ts';

/** Wrong input: a sentence for the person who gave it, and no stack trace. */
export class WrongInput extends Error {}

/** A policy as it was generated: what decides cases, and what says which are well formed. */
export interface GeneratedPolicy {
  readonly name: string;
  readonly evaluator: EvaluatorModule;
  /** The JSON Schema of its cases. */
  readonly schema: Schema;
}

/** The names of the policies in `generated/`, sorted. */
export async function generatedNames(root: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(`${root}/generated`, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return [];
    throw error;
  }
}

/**
 * Loads a generated policy.
 * @throws WrongInput where it is not there or is not of this version.
 */
export async function loadGenerated(root: string, name: string): Promise<GeneratedPolicy> {
  const names = await generatedNames(root);
  if (names.length === 0) {
    throw new WrongInput(`There is nothing in generated/ yet: run \`triplicate generate\` first.`);
  }
  if (!names.includes(name)) {
    throw new WrongInput(
      `There is no policy '${name}' in generated/.${didYouMean(name, names)} It has: ${names.join(', ')}.`,
    );
  }
  const text = await generatedText(root, `${name}/evaluator.ts`);
  const schema = parsedSchema(name, await generatedText(root, `${name}/facts.schema.json`));
  return { name, schema, evaluator: await evaluatorIn(name, text) };
}

/** The draft of JSON Schema that this version writes and reads. */
const draft = 'https://json-schema.org/draft/2020-12/schema';

function parsedSchema(name: string, text: string): Schema {
  const path = `generated/${name}/facts.schema.json`;
  const schema: unknown = parsed(text, () => new WrongInput(`${path} is not JSON. ${again}`));
  const written = isRecord(schema) ? schema['$schema'] : undefined;
  if (!isRecord(schema) || written !== draft) {
    throw new WrongInput(
      `${path} is written for '${String(written)}', which this version of Triplicate does not know. Use the version that wrote it, or: ${again}`,
    );
  }
  return schema;
}

const again = 'Run `triplicate generate` again.';

function parsed(text: string, refusal: () => Error): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal();
  }
}

/** How many criteria a policy has that put questions to a case, and how many of them leave one to a reviewer. */
export interface CriteriaCount {
  readonly criteria: number;
  readonly judgements: number;
}

/**
 * Counts the criteria of a generated policy, by its matrix: groups of other clauses are none.
 * @throws WrongInput where the matrix is not there or is not of this version.
 */
export async function criteriaCount(root: string, name: string): Promise<CriteriaCount> {
  const path = `${name}/matrix.json`;
  const refusal = () =>
    new WrongInput(`generated/${path} is no matrix of this version of Triplicate. ${again}`);
  const matrix: unknown = parsed(await generatedText(root, path), refusal);
  const clauses: unknown = isRecord(matrix) ? matrix['clauses'] : undefined;
  if (!Array.isArray(clauses)) throw refusal();
  const criteria = clauses.filter((clause: unknown) => isRecord(clause) && clause['bottom'] === true);
  const judgements = criteria.filter((clause: unknown) => {
    const facts = isRecord(clause) ? clause['facts'] : undefined;
    return Array.isArray(facts) && facts.some((fact) => String(fact).startsWith('judgements.'));
  });
  return { criteria: criteria.length, judgements: judgements.length };
}

async function generatedText(root: string, path: string): Promise<string> {
  try {
    return await readFile(`${root}/generated/${path}`, 'utf8');
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new WrongInput(`generated/${path} cannot be read (${codeOf(error)}). ${again}`);
  }
}

async function evaluatorIn(name: string, text: string): Promise<EvaluatorModule> {
  const refusal = new WrongInput(
    `generated/${name}/evaluator.ts is no evaluator of this version of Triplicate. ${again}`,
  );
  const loaded = await loadEvaluator(text).catch(() => {
    throw refusal;
  });
  const exported: Readonly<Record<string, unknown>> = { ...loaded };
  if (typeof exported['determine'] !== 'function' || typeof exported['policy'] !== 'object') throw refusal;
  return loaded;
}
