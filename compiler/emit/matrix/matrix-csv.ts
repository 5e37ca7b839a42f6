import { stringify } from 'csv-stringify/sync';
import type { Truth } from '../../../dsl/kernel/truth.ts';
import { visible } from '../../visible-text.ts';
import { codeText } from './codes.ts';
import type { IndependenceRow } from './independence.ts';
import { measuredText } from './measured.ts';
import { unshown, type ClauseRow, type Matrix, type Ways } from './matrix.ts';

/**
 * The matrix as one rectangular sheet: a column a clause; rows say what each clause rests on, then the ways, then
 * the cases. A cell that a spreadsheet would run as a formula is quoted with an apostrophe.
 */
export function matrixCsv(matrix: Matrix): string {
  const { clauses, ways, cases } = matrix;
  const rows: readonly (readonly string[])[] = [
    ['part', 'row', 'outcome', ...clauses.map(({ number }) => number)],
    ...clauseRows(clauses),
    ...ways.flatMap((section) => wayRows(section, clauses)),
    ...cases.map(({ name, outcome, clauses: statuses }) => [
      'case',
      name,
      outcome,
      ...clauses.map(({ id }) => statuses.get(id) ?? 'unknown'),
    ]),
    ...coverageRows(matrix),
    ...independenceRows(matrix),
  ];
  return stringify(
    // Without space around it, since a spreadsheet may drop that and then see a formula.
    rows.map((row) => row.map((cell) => visible(cell).trim())),
    { escape_formulas: true, record_delimiter: '\n' },
  );
}

function clauseRows(clauses: readonly ClauseRow[]): readonly (readonly string[])[] {
  const row = (name: string, of: (clause: ClauseRow) => string) => ['clause', name, '', ...clauses.map(of)];
  return [
    row('id', ({ id }) => id),
    row('wording', ({ text }) => text),
    row('section', ({ section }) => section),
    row('kind', ({ bottom }) => (bottom ? 'criterion' : 'group')),
    row('facts', ({ facts }) => facts.join('; ')),
    ...(clauses.some(({ measured }) => measured.length > 0)
      ? [row('units and windows', ({ measured }) => measured.map(measuredText).join(' | '))]
      : []),
    row('evidence', ({ grade }) => grade),
    row('source', ({ source }) =>
      source === undefined ? '' : `${source.file}:${source.line}:${source.column}`,
    ),
    row('evaluator line', ({ evaluatorLine }) => String(evaluatorLine ?? '')),
    row('codes', ({ codes }) => codes.map(codeText).join('; ')),
  ];
}

function wayRows(
  { section, indication, printed, count, exact }: Ways,
  clauses: readonly ClauseRow[],
): readonly (readonly string[])[] {
  const name = `path: ${section}${indication === undefined ? '' : `.${indication}`}`;
  const result = section === 'exclusions' ? 'not covered' : 'met';
  const listed = printed.map((way, index) => {
    const asked = new Map<string, string[]>();
    for (const { clause, met } of way) {
      asked.set(clause, [...(asked.get(clause) ?? []), met ? 'met' : 'not-met']);
    }
    const cells = clauses.map(({ id }) => (asked.get(id) ?? []).join(' and '));
    return [name, String(index + 1), result, ...cells];
  });
  const total = [name, exact ? 'count' : 'count at most', String(count), ...clauses.map(() => '')];
  return [...listed, total];
}

function coverageRows(matrix: Matrix): readonly (readonly string[])[] {
  const statuses: readonly Truth[] = ['met', 'not-met', 'unknown'];
  const missing = new Set(unshown(matrix).map(({ id, status }) => `${status} ${id}`));
  return [
    ...statuses.map((status) => [
      'coverage',
      `cases ${status}`,
      '',
      ...matrix.coverage.map(({ shown }) => String(shown[status])),
    ]),
    [
      'coverage',
      'never shown',
      '',
      ...matrix.coverage.map(({ id }) =>
        statuses.filter((status) => missing.has(`${status} ${id}`)).join(' '),
      ),
    ],
  ];
}

function independenceRows({ clauses, independence }: Matrix): readonly (readonly string[])[] {
  if (independence === undefined) return [];
  const rows = new Map(independence.map((row) => [row.id, row]));
  const row = (name: string, of: (row: IndependenceRow) => string) => [
    'independence',
    name,
    '',
    ...clauses.map(({ id }) => {
      const own = rows.get(id);
      return own === undefined ? '' : of(own);
    }),
  ];
  return [
    row('kind', ({ pair, proof = '' }) => pair?.kind ?? proof),
    row('made-up case: met', ({ pair }) => pair?.met ?? ''),
    row('made-up case: not met', ({ pair }) => pair?.notMet ?? ''),
    row('outcome: met', ({ pair }) => pair?.outcomes.met ?? ''),
    row('outcome: not met', ({ pair }) => pair?.outcomes.notMet ?? ''),
    row('worked case: met', (own) => own.shownBy?.met ?? ''),
    row('worked case: not met', (own) => own.shownBy?.notMet ?? ''),
  ];
}
