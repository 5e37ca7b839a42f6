import { leavesOf } from '../../../dsl/kernel/facts.ts';
import type { EventRow, Kernel } from '../../../dsl/kernel/kernel.ts';
import { type Schema, type Serves, date, namesOf, oneOrAll, record, unitText } from './schema-parts.ts';

/** The diagnoses on file. */
export function diagnosesSchema({ tables }: Kernel, serves: Serves): Schema {
  const states = tables.axes.flatMap((axis) => axis.states);
  return {
    type: 'array',
    description:
      'The diagnoses on file; which of them governs on the date of service is for the policy to say.',
    ...serves('diagnoses'),
    items: record({
      ...(states.length === 0
        ? {}
        : {
            condition: {
              enum: [...new Set(states.map(({ condition }) => condition))],
              description: 'The course of the disease, as the record names it.',
            },
          }),
      activity: {
        enum: ['active', 'nonactive', 'unspecified'],
        description: 'Whether the disease is active.',
      },
      icd10: {
        type: 'string',
        pattern: '^[A-Za-z][0-9][0-9A-Za-z](\\.?[0-9A-Za-z]{1,4})?$',
        description:
          'An ICD-10-CM code; alone, it stands for condition and activity as far as it tells them.',
        examples: tables.axes.flatMap((axis) => axis.codes.map(({ code }) => code)),
      },
      evidence: { $ref: '#/$defs/evidence' },
      on: date('The day of the diagnosis.'),
    }),
  };
}

/** The drug history. */
export function drugsSchema({ tables, clauses }: Kernel, serves: Serves): Schema {
  const leaves = clauses.flatMap(({ expression }) => leavesOf(expression));
  const doseUnits = [
    ...new Set(leaves.flatMap((leaf) => (leaf.kind === 'trials' ? (leaf.dose?.unit ?? []) : []))),
  ];
  return {
    type: 'array',
    description: 'The drugs taken, a course an entry, and the contraindications to drugs.',
    ...serves('drugs'),
    items: record(
      {
        agent: {
          type: 'string',
          minLength: 1,
          maxLength: 200,
          description:
            'A brand or an ingredient. A name that the vocabulary lacks is kept, and needs review where it matters.',
          examples: [...new Set([...tables.products, ...tables.ingredients].map(({ name }) => name))],
        },
        outcome: {
          enum: ['failure', 'intolerance', 'contraindication', 'none', 'unknown'],
          description: 'Why the drug will not do; none where it did well or was never tried for long.',
        },
        evidence: { $ref: '#/$defs/evidence' },
        source: {
          enum: ['supplied', 'sample'],
          description: 'Whether it was dispensed and paid for, or a sample.',
        },
        from: date('The first day of the course.'),
        to: date('The last day of the course.'),
        current: { type: 'boolean', description: 'Whether it is being taken.' },
        shownBy: { $ref: '#/$defs/evidenceSource' },
        doseReached: {
          ...record({
            value: { type: 'number', exclusiveMinimum: 0, description: 'The dose.' },
            unit: {
              ...unitText('Its UCUM unit, by time, as 25 mg/wk.'),
              ...(doseUnits.length === 0 ? {} : { examples: doseUnits }),
            },
          }),
          description: 'The highest dose that was reached and held.',
          ...(doseUnits.length === 0 ? {} : { 'x-unit': oneOrAll(doseUnits) }),
        },
        ...(tables.indications.length === 0
          ? {}
          : {
              indication: {
                enum: namesOf(tables.indications),
                description: 'What it is taken for, by id or name.',
              },
            }),
      },
      ['agent'],
    ),
  };
}

/** The keys of events; a vocabulary without any has none. */
export function histories(kernel: Kernel, serves: Serves): Schema {
  const ids = kernel.tables.events.map(({ id }) => id);
  if (ids.length === 0) return {};
  return {
    events: eventsSchema(kernel, serves),
    complete: {
      type: 'array',
      description:
        'The kinds of event whose entries are the whole history: what is not listed of them did not happen.',
      ...serves('complete'),
      items: { enum: ids },
    },
  };
}

/**
 * Events differ in their units and in the circumstances that they know. Kinds that agree in both, and in the clauses
 * that read them, share one rule, so that a large vocabulary adds few.
 */
function eventsSchema({ tables }: Kernel, serves: Serves): Schema {
  const groups = new Map<string, EventRow[]>();
  for (const row of tables.events) {
    const key = JSON.stringify([
      row.units.map(({ unit }) => unit),
      row.conditions,
      serves(`events.${row.id}`),
    ]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return {
    type: 'array',
    ...serves('events'),
    description:
      'What happened or was measured, one event an entry; those after the date of service count for nothing.',
    items: {
      ...record(
        {
          event: {
            enum: tables.events.map(({ id }) => id),
            description: 'The kind of event, by its id.',
          },
          on: date('The day on which it happened.'),
          value: { type: 'number', description: 'The value that was measured; of a titre its denominator.' },
          unit: { description: 'The UCUM unit of the value.' },
          reference: {
            ...record({
              lower: { type: 'number', description: 'The lower limit of what is normal.' },
              upper: { type: 'number', description: 'The upper limit of what is normal.' },
            }),
            description: "The laboratory's limits for this result, in its unit.",
          },
          conditions: { type: 'object', description: 'Circumstances of it, each true or false.' },
          evidence: { $ref: '#/$defs/evidence' },
          shownBy: { $ref: '#/$defs/evidenceSource' },
        },
        ['event'],
      ),
      allOf: [...groups.values()].map((rows) => eventRule(rows, serves)),
    },
  };
}

function eventRule(rows: readonly EventRow[], serves: Serves): Schema {
  const [{ id, units, conditions } = { id: '', units: [], conditions: [] }] = rows;
  const codes = units.map(({ unit }) => unit);
  const measured =
    codes.length === 0
      ? { value: false, unit: false, reference: false }
      : { value: { type: 'number', 'x-unit': oneOrAll(codes) }, unit: { enum: codes } };
  return {
    if: { type: 'object', properties: { event: { enum: rows.map((row) => row.id) } }, required: ['event'] },
    then: {
      type: 'object',
      properties: {
        ...measured,
        conditions: record(
          Object.fromEntries(
            conditions.map((row) => [
              row.id,
              { type: 'boolean', description: `Whether it was so: ${row.name}.` },
            ]),
          ),
        ),
      },
      ...serves(`events.${id}`),
    },
  };
}
