import { bottomClauses, factsOf } from '../../../dsl/kernel/facts.ts';
import type { Kernel, NamedRow } from '../../../dsl/kernel/kernel.ts';

/** A JSON Schema, as data. */
export type Schema = { readonly [keyword: string]: unknown };

/** Tells of a fact, and of the facts below it, the clauses that read it. */
export type Serves = (fact: string) => { readonly 'x-clauses'?: readonly string[] };

/** What tells of each fact the clauses that read it. */
export function servedBy(kernel: Kernel): Serves {
  const clauses = new Map<string, string[]>();
  for (const { number, expression } of bottomClauses(kernel)) {
    const facts = factsOf(expression);
    // Whether a history is complete bears on whatever reads one.
    const histories = facts.some((fact) => fact.startsWith('events.')) ? ['events', 'complete'] : [];
    for (const fact of [...facts, ...histories]) {
      const known = clauses.get(fact);
      if (known === undefined) clauses.set(fact, [number]);
      else known.push(number);
    }
  }
  return (fact) => {
    const served = clauses.get(fact);
    return served === undefined ? {} : { 'x-clauses': served };
  };
}

/** The grades of evidence. */
export const evidence = {
  enum: ['documented', 'reported', 'absent'],
  description: 'How well it is supported: by a record, by a statement without one, or known not to be so.',
};

/** What may show a fact. */
export const evidenceSource = {
  enum: ['record', 'claim', 'laboratory', 'prescriber', 'attestation'],
  description:
    'What shows it: the medical record, a paid claim, the report of a laboratory, what the prescriber states, or an attestation.',
};

/** An object that has these keys and no other. */
export function record(
  properties: Readonly<Record<string, unknown>>,
  required: readonly string[] = [],
): Schema {
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
  };
}

/** A calendar date. */
export function date(description: string, more: Schema = {}): Schema {
  return {
    type: 'string',
    format: 'date',
    description: `${description} A calendar date, YYYY-MM-DD.`,
    ...more,
  };
}

/** The ids and names of rows, each once. */
export function namesOf(rows: readonly NamedRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ id, name }) => [id, name]))];
}

/** A UCUM unit, as a text. */
export function unitText(description: string): Schema {
  return { type: 'string', minLength: 1, maxLength: 50, description };
}

/** One unit by itself, several as a list. */
export function oneOrAll(units: readonly string[]): string | readonly string[] {
  const [only] = units;
  return units.length === 1 && only !== undefined ? only : units;
}
