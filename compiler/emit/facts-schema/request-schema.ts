import { leavesOf } from '../../../dsl/kernel/facts.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { type Schema, type Serves, date, namesOf, oneOrAll, record, unitText } from './schema-parts.ts';

/** The request. */
export function requestSchema(kernel: Kernel, serves: Serves): Schema {
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

/** The prescriber, by specialty. */
export function prescriberSchema({ tables }: Kernel, serves: Serves): Schema {
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
