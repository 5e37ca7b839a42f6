import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readCase, readCases, validateCase } from '../../compiler/cases.ts';
import { factsSchemaOf } from '../../compiler/emit/facts-schema/facts-schema.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import { casesFolder, compiledByHand, compiledIp0213, outputText } from '../support/compiled-ip0213.ts';
import { hostilePolicy } from '../support/hostile-policy.ts';

const schema = factsSchemaOf(compiledIp0213.kernel);
const request = { dateOfService: '2024-06-03' };
const told = (value: unknown) => validateCase(schema, value).map(({ text }) => text);
const read = (text: string) =>
  readCase(new TextEncoder().encode(text), schema).problems.map((problem) => problem.text);

describe('the shipped cases', () => {
  test('are all well formed', () => {
    const { cases, problems } = readCases(casesFolder, schema);
    expect(problems).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(141);
    const files = cases.map(({ name }) => `${name}.json`);
    expect(files).toEqual([...files].sort());
  });

  test('are read without a schema as well', () => {
    expect(readCases(casesFolder).problems).toEqual([]);
  });
});

describe('what is refused', () => {
  test.each([
    [
      { request: {} },
      'request.dateOfService: It is missing. A case without a date of service is incomplete, and is not evaluated.',
    ],
    [{}, 'request: It is missing. A case without a date of service is incomplete, and is not evaluated.'],
    [
      { request: { dateOfService: '2023-02-29' } },
      "request.dateOfService: '2023-02-29' is no day of the calendar. Write year, month and day as 2024-03-01.",
    ],
    [
      { request: { dateOfService: '2024-6-3' } },
      "request.dateOfService: '2024-6-3' is no day of the calendar. Write year, month and day as 2024-03-01.",
    ],
    [{ request: { ...request, product: 'lemtrade' } }, "Did you mean 'Lemtrada'?"],
    [{ request: { ...request, indication: 'multiple sclerosis' } }, "Did you mean 'Multiple Sclerosis'?"],
    [
      { request: { ...request, regimen: { mgPerDay: '12' } } },
      "request.regimen.mgPerDay: It must be a number, and is the text '12'.",
    ],
    [
      { request: { ...request, regimen: { mgPerDay: Infinity } } },
      'request.regimen.mgPerDay: The number is too large: it is not finite.',
    ],
    [{ request: { ...request, regimen: { days: 2.5 } } }, 'request.regimen.days: 2.5 is no whole number.'],
    [{ request: { ...request, regimen: { days: 0 } } }, 'request.regimen.days: 0 is less than 1.'],
    [
      { request, findings: { 'hiv-infectoin': 'absent' } },
      'findings.hiv-infectoin: There is no such key here.',
    ],
    [{ request, findings: { 'hiv-infectoin': 'absent' } }, "Did you mean 'hiv-infection'?"],
    [
      { request, findings: { 'hiv-infection': 'none' } },
      "findings.hiv-infection: 'none' is no name that is known here. Known: documented, reported, absent.",
    ],
    [
      { request, findings: { 'hiv-infection': 3 } },
      'findings.hiv-infection: It must be a grade of evidence or an object, and is 3.',
    ],
    [
      { request, findings: { 'hiv-infection': { on: '2024-13-01' } } },
      "findings.hiv-infection.on: '2024-13-01' is no day of the calendar.",
    ],
    [{ request, judgements: { 'beneficial-responce': {} } }, "Did you mean 'beneficial-response'?"],
    [{ request, prescriber: { specialties: { neurologie: true } } }, "Did you mean 'neurology'?"],
    [{ request, drugs: [{ agent: 'Gilenya' }, { outcome: 'failure' }] }, 'drugs[1].agent: It is missing.'],
    [
      { request, drugs: [{ agent: 'Gilenya', evidence: 'documentd' }] },
      "drugs[0].evidence: 'documentd' is no name that is known here.",
    ],
    [
      { request, diagnoses: [{ icd10: 'multiple' }] },
      "diagnoses[0].icd10: 'multiple' has not the form of an ICD-10-CM code, as G35.A.",
    ],
    [{ request, drugsCompleted: true }, 'drugsCompleted: There is no such key here.'],
    [
      { request, expected: { outcome: 'aproved', layer: 'policy', clauses: { agee: 'met' } } },
      'expected.clauses.agee: There is no such key here.',
    ],
    [[], 'It must be an object, and is a list.'],
    [null, 'It must be an object, and is null.'],
  ])('%j', (value, wanted) => {
    expect(told(value).join('\n')).toContain(wanted);
  });

  test('several at once, each once', () => {
    const lines = told({
      request: { kind: 'first', product: 'x' },
      patient: { birthDate: '1980-02-30' },
      drugs: 'none',
    });
    expect(lines).toHaveLength(5);
    expect(new Set(lines).size).toBe(5);
  });

  test('names that objects inherit', () => {
    expect(read('{"request":{"dateOfService":"2024-06-03"},"__proto__":{"x":1}}').join()).toContain(
      '__proto__: There is no such key here.',
    );
    expect(
      read('{"request":{"dateOfService":"2024-06-03"},"findings":{"constructor":"absent"}}').join(),
    ).toContain('findings.constructor');
  });
});

describe('what is allowed', () => {
  test('an unknown drug, a code without its point, and what this policy does not read', () => {
    expect(
      told({
        request,
        drugs: [{ agent: 'Trial agent XR-110' }],
        diagnoses: [{ icd10: 'G35A' }],
        findings: { insomnia: 'reported' },
      }),
    ).toEqual([]);
  });

  test('a finding in either form, a name for an id, and remarks beside the facts', () => {
    expect(
      told({
        about: 'x',
        request: { ...request, product: 'Lemtrada', indication: 'Multiple Sclerosis' },
        findings: {
          'hiv-infection': 'absent',
          'disabling-relapse': { evidence: 'documented', on: '2024-02-29' },
        },
      }),
    ).toEqual([]);
  });
});

describe('the file', () => {
  test('remarks are not part of the record', () => {
    const { record } = readCase(
      new TextEncoder().encode('{"about":"x","request":{"dateOfService":"2024-06-03"}}'),
      schema,
    );
    expect(record).toEqual({ request });
  });

  test.each([
    ['', 'The file is empty.'],
    ['[1]', 'The file holds no object.'],
    ['{"request":\n{"dateOfService" 1}}', 'The file is no JSON on line 2'],
    [
      '{"request":{"dateOfService":"2024-06-03",\n"dateOfService":"2024-06-04"}}',
      "The key 'dateOfService' stands twice in one object, on line 2.",
    ],
    ['{"request":{"dateOfService":"2024-06-03","regimen":{"mgPerDay":1e999}}}', 'it is not finite'],
  ])('%j', (text, wanted) => {
    expect(read(text).join('\n')).toContain(wanted);
  });

  test('a key may stand in two objects, and a text may look like one', () => {
    expect(
      read(
        '{"request":{"dateOfService":"2024-06-03"},"drugs":[{"agent":"\\"a\\":"},{"agent":"{\\"agent\\":"}]}',
      ),
    ).toEqual([]);
  });

  test('too large, not UTF-8, or too deep is told in a sentence', () => {
    expect(readCase(new Uint8Array(1024 * 1024 + 1), schema).problems[0]?.text).toContain('1048577 bytes');
    expect(readCase(new Uint8Array([0x7b, 0xff, 0x7d]), schema).problems[0]?.text).toContain('no UTF-8');
    expect(read(`{"request":${'['.repeat(50_000)}${']'.repeat(50_000)}}`).join()).toContain(
      'request: It must be an object',
    );
  });
});

describe('a folder', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cases-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('gives what it can, and tells of the rest by file', () => {
    writeFileSync(path.join(folder, 'b.json'), '{');
    writeFileSync(
      path.join(folder, 'a.json'),
      JSON.stringify({ request, about: 'x', expected: { outcome: 'pended', layer: 'policy', clauses: {} } }),
    );
    writeFileSync(path.join(folder, 'c.json'), JSON.stringify({ request }));
    writeFileSync(path.join(folder, 'notes.txt'), 'no case');
    const { cases, problems } = readCases(folder, schema);
    expect(cases.map(({ name }) => name)).toEqual(['a']);
    expect(problems.map(({ file }) => path.basename(file))).toEqual(['b.json', 'c.json', 'c.json']);
    expect(readCases(path.join(folder, 'nowhere'))).toEqual({ cases: [], problems: [] });
  });
});

describe('facts.schema.json', () => {
  test('tells of each fact the clauses it serves, and its unit', async () => {
    const value: unknown = JSON.parse(await outputText('facts.schema.json'));
    expect(value).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
      properties: {
        patient: { properties: { birthDate: { format: 'date', 'x-clauses': ['A'] } } },
        request: {
          required: ['dateOfService'],
          properties: { regimen: { properties: { mgPerDay: { 'x-unit': 'mg' } } } },
        },
        findings: {
          properties: {
            'mri-highly-active': { 'x-clauses': ['C.iii.c'] },
            'hiv-infection': { 'x-clauses': ['exclusions.hivInfection'] },
          },
        },
        judgements: { properties: { 'beneficial-response': { 'x-clauses': ['Reauthorization.1'] } } },
      },
    });
  });

  test('is one that validates after it was written and read, whatever the names in it', async () => {
    const written: unknown = JSON.parse(
      await outputText('facts.schema.json', compiledByHand(hostilePolicy())),
    );
    expect(validateCase(written, { request })).toEqual([]);
    expect(await outputText('facts.schema.json', compiledByHand(hostilePolicy()))).not.toMatch(
      /<\/script>|\u202e/,
    );
  });
});

describe('events, dates, attributes and commitments', () => {
  const { kernel } = compiledIp0213;
  const fasting = [{ id: 'fasting', name: 'fasting' }];
  const measured = (units: readonly string[]) => units.map((unit) => ({ unit, factor: 1 }));
  const grown = (events: Kernel['tables']['events']): Kernel => ({
    ...kernel,
    tables: {
      ...kernel.tables,
      events,
      milestones: [{ id: 'order', name: 'the order' }],
      attributes: [
        { id: 'approach', name: 'surgical approach', values: [{ id: 'open', name: 'open surgery' }] },
      ],
      commitments: [{ id: 'with-methotrexate', name: 'will take methotrexate with it' }],
    },
    clauses: [
      ...kernel.clauses,
      {
        id: 'glucose',
        number: 'G',
        text: 'Glucose',
        section: 'medicalNecessity',
        expression: {
          kind: 'counted',
          of: {
            events: ['glucose'],
            conditions: { fasting: true },
            window: { anchor: 'dates.order' },
            grade: 'plain',
          },
          least: 1,
          distinct: 'entry',
        },
      },
      {
        id: 'taken',
        number: 'T',
        text: 'Taken with it',
        section: 'medicalNecessity',
        expression: {
          kind: 'all',
          of: [
            { kind: 'affirmed', register: 'commitments', id: 'with-methotrexate' },
            { kind: 'choice', field: 'attributes.approach', among: ['open'] },
            { kind: 'amount', unit: 'mg', bounds: { most: 300 } },
          ],
        },
      },
    ],
  });
  const rows = [
    { id: 'glucose', name: 'glucose', units: measured(['mg/dL', 'mmol/L']), conditions: fasting },
    { id: 'insulin', name: 'insulin', units: measured(['mg/dL', 'mmol/L']), conditions: fasting },
    { id: 'visit', name: 'visit', units: [], conditions: [] },
  ];
  const grownSchema = factsSchemaOf(grown(rows));
  const problems = (more: object) => validateCase(grownSchema, { request, ...more }).map(({ text }) => text);

  test('a whole case of them is taken', () => {
    const entry = {
      event: 'glucose',
      on: '2024-05-01',
      value: 7.1,
      unit: 'mmol/L',
      reference: { lower: 3.9, upper: 5.5 },
      conditions: { fasting: true },
      evidence: 'documented',
      shownBy: 'laboratory',
    };
    expect(
      problems({
        request: { ...request, quantity: { value: 300, unit: 'mg' } },
        events: [entry, { event: 'visit', on: '2024-05-02' }, { event: 'insulin' }],
        complete: ['glucose', 'visit'],
        dates: { order: '2024-05-30' },
        attributes: { approach: 'open surgery' },
        commitments: { 'with-methotrexate': false },
        drugs: [
          {
            agent: 'methotrexate',
            shownBy: 'claim',
            doseReached: { value: 25, unit: 'mg/wk' },
            indication: 'Multiple Sclerosis',
          },
        ],
      }),
    ).toEqual([]);
  });

  test.each([
    [
      { events: [{ event: 'glucose', value: 1, unit: 'mg/dl' }] },
      "events[0].unit: 'mg/dl' is no unit of 'glucose'. Its units: mg/dL, mmol/L. Did you mean 'mg/dL'?",
    ],
    [
      { events: [{ event: 'visit' }, { event: 'visit', value: 3 }] },
      "events[1].value: Nothing is measured in 'visit': leave value and unit out.",
    ],
    [
      { events: [{ event: 'glucos' }] },
      "events[0].event: 'glucos' is no name that is known here. Known: glucose, insulin, visit. Did you mean 'glucose'?",
    ],
    [
      { events: [{ event: 'glucose', conditions: { fastin: true } }] },
      "events[0].conditions.fastin: 'glucose' knows no such circumstance. Known: fasting. Did you mean 'fasting'?",
    ],
    [
      { events: [{ event: 'visit', conditions: { fasting: true } }] },
      "events[0].conditions.fasting: 'visit' knows no such circumstance.",
    ],
    [
      { events: [{ event: 'glucose', conditions: { fasting: 'yes' } }] },
      "events[0].conditions.fasting: It must be true or false, and is the text 'yes'.",
    ],
    [{ events: [{ value: 1 }] }, 'events[0].event: It is missing.'],
    [{ events: [{ event: 'glucose', value: '7' }] }, 'events[0].value: It must be a number'],
    [{ events: [{ event: 'glucose', on: '2024-02-30' }] }, "events[0].on: '2024-02-30' is no day"],
    [{ events: [{ event: 'glucose', shownBy: 'lab' }] }, "Did you mean 'laboratory'?"],
    [{ events: {} }, 'events: It must be a list, and is an object.'],
    [{ complete: ['glucos'] }, "complete[0]: 'glucos' is no name"],
    [{ dates: { ordered: '2024-05-01' } }, 'dates.ordered: There is no such key here. The keys: order.'],
    [{ dates: { order: 'yesterday' } }, "dates.order: 'yesterday' is no day of the calendar."],
    [{ attributes: { approach: 'opne' } }, "Did you mean 'open'?"],
    [{ commitments: { 'with-methotrexate': 'yes' } }, 'It must be true or false'],
    [
      { request: { ...request, quantity: { value: -1, unit: 'mg' } } },
      'request.quantity.value: -1 is not more than 0.',
    ],
    [{ drugs: [{ agent: 'x', doseReached: 25 }] }, 'drugs[0].doseReached: It must be an object, and is 25.'],
  ])('%j is refused', (more, wanted) => {
    expect(problems(more).join('\n')).toContain(wanted);
  });

  test('each error of a long history is told once, in its place', () => {
    const events = Array.from({ length: 40 }, (_, index) => ({
      event: 'glucose',
      value: index,
      unit: index === 17 ? 'mg' : 'mg/dL',
    }));
    expect(problems({ events })).toEqual([
      "events[17].unit: 'mg' is no unit of 'glucose'. Its units: mg/dL, mmol/L.",
    ]);
  });

  test('the schema tells the clauses and the unit of each, and kinds that agree share a rule', () => {
    const unread = Array.from({ length: 500 }, (_, index) => ({
      id: `measure-${index}`,
      name: `measure ${index}`,
      units: measured(['mg/dL']),
      conditions: [],
    }));
    const schema = factsSchemaOf(grown([...rows, ...unread]));
    expect(schema).toMatchObject({
      properties: {
        request: { properties: { quantity: { 'x-clauses': ['T'], 'x-unit': 'mg' } } },
        events: { 'x-clauses': ['G'] },
        complete: { 'x-clauses': ['G'] },
        dates: { properties: { order: { format: 'date', 'x-clauses': ['G'] } } },
        attributes: { properties: { approach: { enum: ['open', 'open surgery'], 'x-clauses': ['T'] } } },
        commitments: { properties: { 'with-methotrexate': { 'x-clauses': ['T'] } } },
      },
    });
    const text = JSON.stringify(schema);
    expect(text.match(/"then":\{"type":"object","properties":\{"value"/g)).toHaveLength(4);
    expect(text).toContain('"x-unit":["mg/dL","mmol/L"]');
    expect(validateCase(schema, { request, events: [{ event: 'measure-499', unit: 'g' }] })).toHaveLength(1);
  });

  test('what decides whether the policy applies may be expected to be missing, by its own name', () => {
    const scope = { kind: 'choice', field: 'attributes.approach', among: ['open'] } as const;
    const expected = { outcome: 'pended', layer: 'scope', clauses: {}, missing: ['attributes.approach'] };
    const scoped = factsSchemaOf({ ...grown(rows), scope });
    expect(validateCase(scoped, { request, expected })).toEqual([]);
    expect(validateCase(grownSchema, { request, expected })).toHaveLength(1);
    expect(scoped).toMatchObject({
      properties: { attributes: { properties: { approach: { 'x-clauses': ['T'] } } } },
    });
  });

  test('a vocabulary without events has no such key', () => {
    expect(validateCase(factsSchemaOf(grown([])), { request, events: [] })).toHaveLength(1);
  });
});
