import { describe, expect, test } from 'vitest';
import { clauseLines } from '../../../../compiler/emit/matrix/clause-lines.ts';
import { headsOf } from '../../../../compiler/emit/matrix/heads.ts';
import { matrixOf, unshown } from '../../../../compiler/emit/matrix/matrix.ts';
import { measuredFacts, measuredText } from '../../../../compiler/emit/matrix/measured.ts';
import {
  ageAtLeast,
  allOf,
  atOrAbove,
  disease,
  indication,
  ingredient,
  inTheLast,
  measure,
  measured,
  milestone,
  months,
  never,
  onDays,
  days,
  oneOf,
  policy,
  product,
  quantity,
  vocabulary,
  event,
} from '../../../../dsl/index.ts';
import type { Expression } from '../../../../dsl/kernel/expression.ts';
import { alemtuzumab } from '../../../../policies/ip0213-alemtuzumab/policy.ts';
import { compiledByHand, compiledIp0213, outputText } from '../../../support/compiled-ip0213.ts';
import { formulas, hostilePolicy } from '../../../support/hostile-policy.ts';
import { shippedPolicies } from '../../../support/shipped.ts';

const lines = new Map<string, number>();
const matrix = matrixOf(compiledIp0213, lines);

describe('cases', () => {
  test('show each clause met, not met and unknown', () => {
    expect(unshown(matrix)).toEqual([]);
  });

  test('stand against every clause as their authors worked out', () => {
    expect(matrix.cases.length).toBeGreaterThanOrEqual(141);
    for (const { name, expected } of compiledIp0213.cases) {
      const row = matrix.cases.find((candidate) => candidate.name === name);
      expect([name, row?.outcome, row?.layer]).toEqual([name, expected.outcome, expected.layer]);
      for (const [id, truth] of Object.entries(expected.clauses))
        expect([name, id, row?.clauses.get(id)]).toEqual([name, id, truth]);
    }
  });
});

test('the columns of a section hold every clause that its ways ask for, of other sections too', async () => {
  const shipped = await shippedPolicies();
  const missing = shipped.flatMap(({ name, policy, kernel }) =>
    matrixOf({ ...compiledByHand(policy), kernel }, lines).ways.flatMap(({ section, printed, columns }) =>
      printed
        .flat()
        .flatMap(({ clause }) => (columns.includes(clause) ? [] : [`${name} ${section} ${clause}`])),
    ),
  );
  expect(missing).toEqual([]);
});

describe('clauses', () => {
  const row = (id: string) => matrix.clauses.find((clause) => clause.id === id);

  test('stand in printed order with what they rest on', () => {
    expect(matrix.clauses.map(({ number }) => number).slice(0, 8)).toEqual([
      'Multiple Sclerosis',
      'A',
      'B',
      'B.a',
      'B.b',
      'C',
      'C.i',
      'C.i.a',
    ]);
    expect(row('age')).toMatchObject({ facts: ['patient.birthDate'], grade: 'plain', bottom: true });
    expect(row('diagnosis.rrms')).toMatchObject({ facts: ['diagnoses'], grade: 'documented' });
    expect(row('course')).toMatchObject({ grade: 'mixed', bottom: false });
    expect(row('exclusions.hivInfection')).toMatchObject({
      facts: ['findings.hiv-infection'],
      grade: 'plain',
    });
  });

  test('name the codes that support them, leave them open, or bill them', () => {
    const codes = row('diagnosis.activeSpms')?.codes.map(({ code, says }) => `${code} ${says}`);
    expect(codes).toEqual(['G35 leaves open', 'G35.C0 leaves open', 'G35.C1 supports', 'G35.D leaves open']);
    expect(row('dosing.first')?.codes).toEqual([
      { system: 'HCPCS', code: 'J0202', says: 'bills', units: 60 },
    ]);
  });

  test('name the line of the evaluator that decides them', async () => {
    const text = await outputText('evaluator.ts');
    const found = clauseLines(compiledIp0213.kernel, text);
    for (const { id } of compiledIp0213.kernel.clauses) {
      expect(text.split('\n')[(found.get(id) ?? 0) - 1]).toMatch(
        new RegExp(`// ${id.replaceAll('.', '\\.')}$`),
      );
    }
  });

  test('have heads that are short and all different', () => {
    const heads = [...headsOf(compiledIp0213.kernel.clauses, []).values()];
    expect(new Set(heads).size).toBe(heads.length);
    expect(heads.filter((head) => head.length > 8)).toEqual([]);
  });
});

describe('matrix.md', () => {
  test('has 14 paths in a table and says how many there are', async () => {
    const text = await outputText('matrix.md');
    expect(text).toContain('14 ways.');
    const table = text.split('## ').find((part) => part.startsWith('Paths to medical necessity')) ?? '';
    const rows = table.split('\n').filter((line) => /^\| \d+ \|/.test(line));
    expect(rows).toHaveLength(14);
    expect(rows[0]).toBe('| 1 | ● | ● | | ● | ● | | | | | | | ● |');
  });

  test('fits a page: the legend holds what is long', async () => {
    const tables = (await outputText('matrix.md')).split('\n').filter((line) => line.startsWith('| '));
    expect(tables.filter((line) => [...line].length > 170)).toEqual([]);
  });

  test('tells what each code says', async () => {
    const text = await outputText('matrix.md');
    expect(text).toContain('| G35.C1 | ICD-10-CM | from 2025-10-01 | B.a | | |');
    expect(text).toContain('| G35.C0 | ICD-10-CM | from 2025-10-01 | | B.a, X5 | |');
    expect(text).toContain('| J0202 | HCPCS | | | | Dos.A: 60 units, Dos.B: 36 units |');
  });

  test('tells what the author lets stand', async () => {
    expect(await outputText('matrix.md')).toContain('`spelling` The published policy spells');
  });
});

describe('a policy too wide for the page', () => {
  const { medicalNecessity } = alemtuzumab;
  const wide = (groups: number, each: number) =>
    compiledByHand({
      ...alemtuzumab,
      medicalNecessity: {
        ...medicalNecessity,
        criteria: allOf(
          Object.fromEntries(
            Array.from({ length: groups }, (_, group) => [
              `group${group}`,
              group > 0 && each === 1
                ? ageAtLeast(group)
                : oneOf({ young: ageAtLeast(1), old: ageAtLeast(2) }),
            ]),
          ),
          { numbering: '1.' },
        ),
      },
    });

  test('leaves out of the table what every path asks for', async () => {
    const text = await outputText('matrix.md', wide(30, 1));
    expect(text).toContain('2 ways.');
    expect(text).toContain('Every way asks for 2, 3, 4,');
    expect(text).toContain('| Path | 1.a | 1.b |');
  });

  test('says how many paths it does not print', async () => {
    const text = await outputText('matrix.md', wide(100, 2));
    expect(text).toContain(`${2n ** 100n} ways. The first 200 are printed.`);
    expect(text).toContain('| 1 | 1.a + 2.a + 3.a');
  });
});

describe('matrix.csv', () => {
  test('is rectangular, and has the paths and the cases', async () => {
    const rows = cellsOf(await outputText('matrix.csv'));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([3 + matrix.clauses.length]));
    expect(rows.filter(([part]) => part === 'path: medicalNecessity')).toHaveLength(15);
    expect(rows.filter(([part]) => part === 'case')).toHaveLength(matrix.cases.length);
  });

  test.each(formulas)('does not let a spreadsheet run %j', async (formula) => {
    const text = await outputText('matrix.csv', compiledByHand(hostilePolicy(formula)));
    const cells = cellsOf(text).flat();
    expect(cells.filter((cell) => /^[=+@\t\r]|^-\D|^-\d/.test(cell))).toEqual([]);
  });
});

describe('matrix.json', () => {
  test('has paths, clauses and cases', async () => {
    const value: unknown = JSON.parse(await outputText('matrix.json'));
    expect(value).toMatchObject({
      policy: { number: 'IP0213' },
      paths: { medicalNecessity: { count: '14', exact: true, printed: 14 } },
      unshown: [],
    });
  });
});

describe('hostile text', () => {
  const compiled = compiledByHand(hostilePolicy());

  test.each(['matrix.md', 'matrix.csv', 'matrix.json'])('ends nothing in %s', async (name) => {
    const text = await outputText(name, compiled);
    expect(text).not.toContain('\u202e');
    if (name !== 'matrix.csv') expect(text).not.toMatch(/(?<!\\)<\/script>/);
  });

  test('breaks no row of a table', async () => {
    const rows = (await outputText('matrix.md', compiled))
      .split('\n')
      .filter((line) => line.startsWith('| '));
    expect(rows.length).toBeGreaterThan(5);
    const csv = cellsOf(await outputText('matrix.csv', compiled));
    expect(new Set(csv.map((row) => row.length)).size).toBe(1);
  });
});

/** The cells of a sheet, read as a spreadsheet reads it. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\n]*)(,|\n|$)/g)) {
    const [whole, cell = '', end] = match;
    if (whole === '') break;
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

describe('what is measured or dated', () => {
  const order = milestone({ id: 'order', name: 'the order' });
  const hba1c = measure({ id: 'hba1c', name: 'hemoglobin A1c', units: { '%': 1 }, loinc: '4548-4' });
  const glucose = measure({ id: 'glucose', name: 'glucose', units: { 'mg/dL': 1, 'g/L': 100 } });
  const visit = event({ id: 'visit', name: 'visit' });
  const drug = product({
    id: 'brand',
    brand: 'Brand',
    ingredient: ingredient({ id: 'drug', name: 'drug' }),
    form: 'tablets',
    mode: 'Oral',
  });
  const illness = disease({ id: 'illness', name: 'Illness' });
  const compiled = compiledByHand(
    policy({
      number: 'M1',
      title: 'Measured',
      effective: '2024-01-01',
      product: drug,
      vocabulary: vocabulary({
        products: [drug],
        diseases: [illness],
        measures: [hba1c, glucose],
        events: [visit],
        milestones: [order],
      }),
      medicalNecessity: indication(
        illness,
        allOf({
          a1c: measured(hba1c, atOrAbove(quantity(6.5, '%')), { within: inTheLast(months(3), order) }),
          glucose: measured(glucose, atOrAbove(quantity(126, 'mg/dL')), {
            within: onDays({ from: days(31), to: days(91), after: order }),
          }),
          never: never(visit),
          age: ageAtLeast(18),
          infant: ageAtLeast(6, { unit: 'months', at: order }),
        }),
      ),
    }),
  );
  const rows = matrixOf(compiled, lines).clauses;
  const texts = (id: string) => rows.find((clause) => clause.id === id)?.measured.map(measuredText);

  test('has its units and its window', () => {
    expect(texts('a1c')).toEqual(['events.hba1c: %; from 3 months before the order to the order']);
    expect(texts('glucose')).toEqual([
      'events.glucose: mg/dL, g/L; from 31 days after the order to 91 days after the order',
    ]);
    expect(texts('never')).toEqual([]);
    expect(texts('age')).toEqual([]);
    expect(texts('infant')).toEqual(['patient.birthDate: months; on the order']);
    expect(rows.find(({ id }) => id === 'a1c')?.facts).toEqual(['events.hba1c', 'dates.order']);
  });

  test('has its code, where the vocabulary knows one', () => {
    const codes = (id: string) => rows.find((clause) => clause.id === id)?.codes;
    expect(codes('a1c')).toEqual([{ system: 'LOINC', code: '4548-4', says: 'measures' }]);
    expect(codes('glucose')).toEqual([]);
  });

  test('stands in every form of the matrix', async () => {
    const markdown = await outputText('matrix.md', compiled);
    expect(markdown).toContain('| A | events.hba1c | % | from 3 months before the order to the order |');
    expect(markdown).toMatch(/\| 4548-4 \| LOINC \|.*\| A \|/);
    expect(await outputText('matrix.csv', compiled)).toContain(
      'clause,units and windows,,,events.hba1c: %; from 3 months before the order to the order,',
    );
    const json: unknown = JSON.parse(await outputText('matrix.json', compiled));
    expect(json).toMatchObject({
      clauses: expect.arrayContaining([
        expect.objectContaining({
          id: 'a1c',
          measured: [
            {
              fact: 'events.hba1c',
              units: ['%'],
              window: 'from 3 months before the order to the order',
            },
          ],
        }),
      ]),
    });
  });

  test('of a trial, a change and a weight is told as well', () => {
    const of = { events: ['glucose'], conditions: {}, grade: 'plain' } as const;
    const leaves: readonly Expression[] = [
      {
        kind: 'trials',
        agents: { ingredients: ['drug'], open: false },
        by: 'ingredient',
        least: 1,
        grade: 'plain',
        dose: { unit: 'mg/wk', least: 15 },
        window: {
          anchor: 'dateOfService',
          from: { count: -1, unit: 'months', inclusive: false },
          to: { count: 0, unit: 'days', inclusive: false },
        },
      },
      {
        kind: 'change',
        of,
        baseline: { ...of, window: { anchor: 'dates.gone' } },
        as: 'percent',
        bounds: { most: -20 },
      },
      { kind: 'amount', unit: 'mg', bounds: { most: 5 }, perValueOf: { event: 'hba1c' } },
      {
        kind: 'reading',
        of,
        which: 'latest',
        relativeTo: 'upper',
        bounds: [{ unit: '1', most: 3 }],
        minimum: 1,
      },
    ];
    expect(leaves.map((leaf) => measuredFacts(compiled.kernel, leaf).map(measuredText))).toEqual([
      ['drugs: mg/wk; after 1 month before the date of service before the date of service'],
      ['events.glucose: mg/dL, g/L', 'events.glucose: mg/dL, g/L; at any time'],
      ['request.quantity: mg', 'events.hba1c: %'],
      ['events.glucose: times the upper limit of the result'],
    ]);
  });
});
