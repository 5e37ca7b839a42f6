import { bottomClauses, factsOf, leavesOf } from '../../dsl/kernel/facts.ts';
import type { EventRow, Kernel, NamedRow } from '../../dsl/kernel/kernel.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import { jsonText } from '../visible-text.ts';

/** A JSON Schema, as data. */
export type Schema = { readonly [keyword: string]: unknown };

/** The schema of the facts that the policy's evaluator takes, and of the case files that hold them. */
export function factsSchema({ kernel }: CompiledPolicy): string {
  return jsonText(factsSchemaOf(kernel));
}

/**
 * The same as data. It knows every name of the vocabulary, so that what another policy reads is no error here, and
 * nothing else. `x-clauses` are the clauses that a fact serves, `x-unit` is its unit.
 */
export function factsSchemaOf(kernel: Kernel): Schema {
  const serves = servedBy(kernel);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Case for ${kernel.number} ${kernel.title}, effective ${kernel.effective}`,
    description:
      'What is on file for one request. A key that is left out is unknown: it is never taken for false or for none.',
    ...record(
      {
        about: { type: 'string', description: 'A remark of the case file; it is not evaluated.' },
        expected: expectedSchema(kernel),
        request: requestSchema(kernel, serves),
        patient: record({
          birthDate: date('The date of birth.', serves('patient.birthDate')),
        }),
        prescriber: prescriberSchema(kernel, serves),
        diagnoses: diagnosesSchema(kernel, serves),
        drugs: drugsSchema(kernel, serves),
        drugsComplete: {
          type: 'boolean',
          description:
            'Whether the list of drugs is the whole history: then what it does not list was not taken and is not contraindicated.',
          ...serves('drugsComplete'),
        },
        findings: record(
          Object.fromEntries(
            kernel.tables.findings.map(({ id, name }) => [
              id,
              { description: `Finding: ${name}.`, ...serves(`findings.${id}`), $ref: '#/$defs/finding' },
            ]),
          ),
        ),
        judgements: record(
          Object.fromEntries(
            kernel.tables.judgements.map(({ id, name }) => [
              id,
              {
                description: `A reviewer's judgement: ${name}.`,
                ...serves(`judgements.${id}`),
                $ref: '#/$defs/judgement',
              },
            ]),
          ),
        ),
        ...histories(kernel, serves),
        dates: record(
          Object.fromEntries(
            kernel.tables.milestones.map(({ id, name }) => [
              id,
              date(`The day of ${name}.`, serves(`dates.${id}`)),
            ]),
          ),
        ),
        attributes: record(
          Object.fromEntries(
            kernel.tables.attributes.map(({ id, name, values }) => [
              id,
              {
                enum: namesOf(values),
                description: `Which it is, by id or name: ${name}.`,
                ...serves(`attributes.${id}`),
              },
            ]),
          ),
        ),
        commitments: record(
          Object.fromEntries(
            kernel.tables.commitments.map(({ id, name }) => [
              id,
              {
                type: 'boolean',
                description: `Whether it will be so: the individual ${name}.`,
                ...serves(`commitments.${id}`),
              },
            ]),
          ),
        ),
      },
      ['request'],
    ),
    $defs: { evidence, evidenceSource, finding: findingEntry, judgement: judgementEntry },
  };
}

/** Tells of a fact, and of the facts below it, the clauses that read it. */
type Serves = (fact: string) => { readonly 'x-clauses'?: readonly string[] };

function servedBy(kernel: Kernel): Serves {
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

const evidence = {
  enum: ['documented', 'reported', 'absent'],
  description: 'How well it is supported: by a record, by a statement without one, or known not to be so.',
};

const evidenceSource = {
  enum: ['record', 'claim', 'laboratory', 'prescriber', 'attestation'],
  description:
    'What shows it: the medical record, a paid claim, the report of a laboratory, what the prescriber states, or an attestation.',
};

function record(properties: Readonly<Record<string, unknown>>, required: readonly string[] = []): Schema {
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
  };
}

function date(description: string, more: Schema = {}): Schema {
  return {
    type: 'string',
    format: 'date',
    description: `${description} A calendar date, YYYY-MM-DD.`,
    ...more,
  };
}

function namesOf(rows: readonly NamedRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ id, name }) => [id, name]))];
}

function requestSchema(kernel: Kernel, serves: Serves): Schema {
  const { tables, reauthorization } = kernel;
  const clauses = kernel.clauses.flatMap(({ expression }) => leavesOf(expression));
  const quantityUnits = [...new Set(clauses.flatMap((leaf) => (leaf.kind === 'amount' ? leaf.unit : [])))];
  return record(
    {
      kind: {
        enum: ['initial', 'reauthorization'],
        description: 'Whether it is a first request or a renewal.',
        ...(reauthorization === undefined ? {} : { 'x-clauses': ['Reauthorization'] }),
      },
      product: {
        enum: namesOf(tables.products),
        description: 'The product asked for, by id or brand; it decides whether the policy applies.',
        ...serves('request.product'),
      },
      indication: {
        enum: namesOf(tables.indications),
        description: 'What it is asked for, by id or name.',
        ...serves('request.indication'),
      },
      dateOfService: date(
        'The day, or the first day, of the service. Required: every interval and age is counted to it.',
      ),
      regimen: {
        ...record({
          mgPerDay: {
            type: 'number',
            exclusiveMinimum: 0,
            description: 'The dose of one day.',
            'x-unit': 'mg',
          },
          days: {
            type: 'integer',
            minimum: 1,
            description: 'The number of consecutive days.',
            'x-unit': 'days',
          },
        }),
        description: 'The course of treatment asked for.',
        ...serves('request.regimen'),
      },
      quantity: {
        ...record({
          value: { type: 'number', exclusiveMinimum: 0, description: 'How much of it.' },
          unit: {
            ...unitText('The UCUM unit of the quantity.'),
            ...(quantityUnits.length === 0 ? {} : { examples: quantityUnits }),
          },
        }),
        description: 'How much is asked for.',
        ...(quantityUnits.length === 0 ? {} : { 'x-unit': oneOrAll(quantityUnits) }),
        ...serves('request.quantity'),
      },
      planDocument: {
        enum: ['silent', 'covers', 'excludes'],
        description:
          "What the member's plan document says of this request; left out, it is assumed to be silent.",
      },
      mandate: {
        enum: ['none', 'requires'],
        description: 'Whether a federal or state mandate requires coverage; left out, none is assumed.',
      },
    },
    ['dateOfService'],
  );
}

function prescriberSchema({ tables }: Kernel, serves: Serves): Schema {
  const register = (name: 'specialties' | 'consultations', says: (practitioner: string) => string) =>
    record(
      Object.fromEntries(
        tables.specialties.map((row) => [
          row.id,
          { type: 'boolean', description: says(row.name), ...serves(`prescriber.${name}.${row.id}`) },
        ]),
      ),
    );
  return record({
    specialties: register(
      'specialties',
      (practitioner) => `Whether the prescriber practises as a ${practitioner}.`,
    ),
    consultations: register('consultations', (practitioner) => `Whether a ${practitioner} was consulted.`),
  });
}

function diagnosesSchema({ tables }: Kernel, serves: Serves): Schema {
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

function drugsSchema({ tables, clauses }: Kernel, serves: Serves): Schema {
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

function unitText(description: string): Schema {
  return { type: 'string', minLength: 1, maxLength: 50, description };
}

/** One unit by itself, several as a list. */
function oneOrAll(units: readonly string[]): string | readonly string[] {
  const [only] = units;
  return units.length === 1 && only !== undefined ? only : units;
}

/** The keys of events; a vocabulary without any has none. */
function histories(kernel: Kernel, serves: Serves): Schema {
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

/** A finding is an object, or the grade alone. */
const findingEntry = {
  type: ['string', 'object'],
  if: { type: 'string' },
  then: { $ref: '#/$defs/evidence' },
  else: record({ evidence: { $ref: '#/$defs/evidence' }, on: date('The day of the finding.') }),
};

const judgementEntry = record({
  papers: { $ref: '#/$defs/evidence' },
  verdict: { enum: ['met', 'not-met'], description: "The reviewer's answer." },
});

/** What may be open in a case: every clause, and the facts that stand for themselves, since they decide which apply. */
export function openIds({ clauses, scope }: Kernel): readonly string[] {
  const ofScope = scope === undefined ? [] : factsOf(scope);
  return [...new Set([...clauses.map(({ id }) => id), 'request.product', 'request.kind', ...ofScope])];
}

/** What a case file's author worked out by hand, so that a slip in it is told like one in the facts. */
function expectedSchema(kernel: Kernel): Schema {
  const truth = { enum: ['met', 'unknown', 'not-met'] };
  const ids = kernel.clauses.map(({ id }) => id);
  const listOfIds = { type: 'array', items: { enum: openIds(kernel) } };
  return {
    ...record(
      {
        outcome: { enum: ['approved', 'modified', 'denied', 'pended', 'notApplicable'] },
        layer: { enum: ['scope', 'mandate', 'plan', 'policy'] },
        clauses: record(Object.fromEntries(ids.map((id) => [id, truth]))),
        missing: listOfIds,
        needsReview: listOfIds,
        warnings: { type: 'array', items: { type: 'string' } },
        approval: record({ months: { type: 'number' }, units: { type: 'number' } }),
      },
      ['outcome', 'layer', 'clauses'],
    ),
    description: "What a case file's author expects; it is not evaluated.",
  };
}
