import { factsOf } from '../../../dsl/kernel/facts.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import type { CompiledPolicy } from '../../compiled-policy.ts';
import { jsonText } from '../../visible-text.ts';
import { type Schema, date, evidence, evidenceSource, namesOf, record, servedBy } from './schema-parts.ts';
import { prescriberSchema, requestSchema } from './request-schema.ts';
import { diagnosesSchema, drugsSchema, histories } from './history-schema.ts';

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
