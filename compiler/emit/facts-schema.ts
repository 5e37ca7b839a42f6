import { bottomClauses, factsOf } from '../../dsl/kernel/facts.ts';
import type { Kernel, NamedRow } from '../../dsl/kernel/kernel.ts';
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
            kernel.tables.findings.map((row) => [row.id, finding(row, serves(`findings.${row.id}`))]),
          ),
        ),
        judgements: record(
          Object.fromEntries(
            kernel.tables.judgements.map((row) => [row.id, judgement(row, serves(`judgements.${row.id}`))]),
          ),
        ),
      },
      ['request'],
    ),
    $defs: { evidence },
  };
}

/** Tells of a fact, and of the facts below it, the clauses that read it. */
type Serves = (fact: string) => { readonly 'x-clauses'?: readonly string[] };

function servedBy(kernel: Kernel): Serves {
  const bottom = bottomClauses(kernel).map(({ number, expression }) => ({
    number,
    facts: factsOf(expression),
  }));
  return (fact) => {
    const clauses = bottom.filter(({ facts }) => facts.includes(fact)).map(({ number }) => number);
    return clauses.length === 0 ? {} : { 'x-clauses': clauses };
  };
}

const evidence = {
  enum: ['documented', 'reported', 'absent'],
  description: 'How well it is supported: by a record, by a statement without one, or known not to be so.',
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

function requestSchema({ tables, reauthorization }: Kernel, serves: Serves): Schema {
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
      condition: {
        enum: [...new Set(states.map(({ condition }) => condition))],
        description: 'The course of the disease, as the record names it.',
      },
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

function drugsSchema({ tables }: Kernel, serves: Serves): Schema {
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
      },
      ['agent'],
    ),
  };
}

/** A finding is an object, or the grade alone. */
function finding({ name }: NamedRow, more: Schema): Schema {
  return {
    description: `Finding: ${name}.`,
    ...more,
    type: ['string', 'object'],
    if: { type: 'string' },
    then: { $ref: '#/$defs/evidence' },
    else: record({ evidence: { $ref: '#/$defs/evidence' }, on: date('The day of the finding.') }),
  };
}

function judgement({ name }: NamedRow, more: Schema): Schema {
  return {
    ...record({
      papers: { $ref: '#/$defs/evidence' },
      verdict: { enum: ['met', 'not-met'], description: "The reviewer's answer." },
    }),
    description: `A reviewer's judgement: ${name}.`,
    ...more,
  };
}

/** What a case file's author worked out by hand, so that a slip in it is told like one in the facts. */
function expectedSchema({ clauses }: Kernel): Schema {
  const truth = { enum: ['met', 'unknown', 'not-met'] };
  const ids = clauses.map(({ id }) => id);
  const listOfIds = { type: 'array', items: { enum: [...ids, 'request.product', 'request.kind'] } };
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
